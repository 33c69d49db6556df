/** Faults and differences of a draft, in the words of the screen. */
import type { Difference, Shown } from '#domain/criteria-edit/differences.ts';
import { criteriaIn, type DraftSet } from '#domain/criteria-edit/draft.ts';
import type { Fault, Place } from '#domain/criteria-edit/faults.ts';
import type { CriteriaSet, Rollup } from '#domain/criteria.ts';
import { rollupSchema } from '#domain/criteria.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { rollupWords } from './rollup-editor.tsx';

const fieldWords: Readonly<Record<string, string>> = {
  ...words.fields,
  ...words.places,
  name: words.fields.groupName,
  naCapPoints: words.fields.naCap,
};
const named = (field: string): string => fieldWords[field] ?? field;

/** Where a fault stands: "A2.1, Các bậc điểm, dòng 2". */
export function placeWords(place: Place, draft: DraftSet): string {
  const { places } = words;
  switch (place.kind) {
    case 'set':
      return place.field === 'sum' || place.field === 'bytes'
        ? places[place.field]
        : `${places.set}, ${named(place.field === 'name' ? 'setName' : place.field)}`;
    case 'group':
      return `${fill(places.group, { n: draft.groups[place.index]?.code || place.index + 1 })}, ${named(place.field === 'code' ? 'groupCode' : place.field)}`;
    case 'criterion': {
      const criterion = criteriaIn(draft).find(({ id }) => id === place.id);
      const row = place.row === undefined ? '' : `, ${fill(places.row, { n: place.row + 1 })}`;
      return `${criterion?.code || place.id}, ${named(place.field)}${row}`;
    }
    case 'shared': {
      const question = draft.sharedQuestions.find(({ id }) => id === place.id)?.screen.question;
      return `${fill(places.shared, { id: question || place.id })}, ${named(place.field)}`;
    }
    case 'consistency':
      return `${fill(places.consistency, { n: place.index + 1 })}, ${named(place.field)}`;
    case 'grade':
      return `${fill(places.grade, { n: draft.grades[place.index]?.name || place.index + 1 })}, ${place.field === 'min' ? words.fields.gradeMin : words.fields.gradeName}`;
  }
}

/** Figures of these are hundredths of a point. */
const POINTS: ReadonlySet<string> = new Set(['sum', 'wanted', 'points', 'highest']);
const optionWords: Readonly<Record<string, string>> = words.faultOptions;

export function faultWords({ code, values = {} }: Fault): string {
  const isOfPoints = code === 'levelAboveMax' || code === 'stepAboveMax' || code === 'highestNotMax';
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'string') return [name, name === 'name' ? (optionWords[value] ?? value) : value];
      const isPoints = POINTS.has(name) || (name === 'max' && isOfPoints);
      return [name, formatNumber(isPoints ? value / 100 : value)];
    }),
  );
  return fill(words.faults[code], shown);
}

const IN_POINTS: ReadonlySet<string> = new Set(['maxPoints', 'levelPoints', 'step', 'naCapPoints']);
const lookups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pillar: words.pillars,
  type: words.types,
  control: words.controls,
  source: words.sources,
};

const rollupIn = (value: Shown): Rollup | null => {
  const read = rollupSchema.safeParse(value);
  return read.success ? read.data : null;
};

/** One side of a difference as people read it. */
export function shownWords(
  field: string,
  value: Shown | undefined,
  { of, households }: { of: Difference['of']; households: CriteriaSet | undefined },
): string {
  if (value === undefined || value === null || value === '') return words.differences.empty;
  if (typeof value === 'boolean') return value ? words.differences.yes : words.differences.no;
  if (typeof value === 'number') {
    if (IN_POINTS.has(field) || (field === 'min' && of === 'grade')) return formatNumber(value / 100);
    if (field === 'targetPercent') return `${formatNumber(value)}%`;
    if (field === 'levelAt') return fill(words.differences.rank, { n: value });
    if (field === 'effort') return words.efforts[value - 1] ?? String(value);
    return formatNumber(value);
  }
  if (typeof value === 'string') return lookups[field]?.[value] ?? value;
  const rollup = field === 'rollup' ? rollupIn(value) : null;
  if (rollup !== null) return rollupWords(rollup, households);
  const evidences: Readonly<Record<string, string>> = words.evidences;
  if (Array.isArray(value))
    return value.map((part) => evidences[String(part)] ?? String(part)).join(', ') || words.differences.empty;
  return JSON.stringify(value);
}

const parts: Readonly<Record<string, string>> = {
  level: words.differenceParts.level,
  levelPoints: words.differenceParts.levelPoints,
  levelAt: words.differenceParts.levelAt,
  step: words.differenceParts.step,
  option: words.differenceParts.option,
};

/** What a difference is about: "A2.3, Đủ điểm từ". */
export function differenceTitle({ kind, of, name, field, part, before, after }: Difference): string {
  const owner =
    of === 'set'
      ? words.places.set
      : of === 'group'
        ? fill(words.places.group, { n: name })
        : of === 'grade'
          ? fill(words.places.grade, { n: name })
          : of === 'shared'
            ? fill(words.places.shared, { id: name })
            : name;
  if (kind === 'moved') return `${owner}, ${words.differences.moved}`;
  if (kind !== 'changed') return `${owner}, ${words.differences[kind]}`;
  const template = parts[field ?? ''];
  if (template !== undefined) {
    // The level's own words name it best; a step is named by its number.
    const label = field === 'level' && typeof (before ?? after) === 'string' ? '' : (part ?? '');
    return `${owner}, ${fill(template, { part: optionWords[label] ?? label }).trim()}`;
  }
  if (of === 'set' && field === 'name') return words.fields.setName;
  if (of === 'grade') return `${owner}, ${field === 'min' ? words.fields.gradeMin : words.fields.gradeName}`;
  return `${owner}, ${named(field ?? '')}`;
}
