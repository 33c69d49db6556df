/**
 * From a draft to a set that may be published, or to everything that stands in the way and where. A set that leaves here
 * fits its schema, sums up, scores without gaps, and keeps every earlier id's meaning.
 */
import { criteriaOf } from '../criteria-set.ts';
import { criteriaSetSchema, type CriteriaSet } from '../criteria.ts';
import { checkCriterion } from './check-criterion.ts';
import { checkLinks } from './check-links.ts';
import { criteriaIn, pointsIn, sumsAllowed, type DraftCriterion, type DraftSet } from './draft.ts';
import type { Fault } from './faults.ts';
import { setOf } from './set-of.ts';

export interface CheckContext {
  /** Every version of this set there has been. */
  versions: readonly CriteriaSet[];
  /** The families' set that roll-ups count from; undefined = none known. */
  households: CriteriaSet | undefined;
  /** Most bytes the set may take as one operation. */
  bytesMax: number;
}

export type Checked = { kind: 'ready'; set: CriteriaSet } | { kind: 'faults'; faults: Fault[] };

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Places at which a value stood before, by value. */
const repeated = (values: readonly string[]): number[] =>
  values.flatMap((value, at) => (value !== '' && values.indexOf(value) < at ? [at] : []));

function checkWhole(draft: DraftSet): Fault[] {
  const faults: Fault[] = [];
  const at = (
    field: Extract<Fault['place'], { kind: 'set' }>['field'],
    code: Fault['code'],
    values?: Fault['values'],
  ) => faults.push({ code, place: { kind: 'set', field }, ...(values !== undefined && { values }) });
  const sum = pointsIn(criteriaIn(draft));
  if (draft.name.trim() === '') at('name', 'empty');
  if (draft.groups.length === 0) at('groups', 'noCriteria');
  if (!sumsAllowed(draft).includes(sum)) at('sum', 'notASum', { sum, wanted: sumsAllowed(draft)[0] ?? 0 });
  if (draft.naCapPoints === null) at('naCapPoints', 'empty');
  else if (draft.naCapPoints < 0 || draft.naCapPoints > sum) at('naCapPoints', 'outOfRange');
  const codes = draft.groups.map(({ code }) => code);
  for (const index of repeated(codes))
    faults.push({
      code: 'duplicateCode',
      place: { kind: 'group', index, field: 'code' },
      values: { code: codes[index] ?? '' },
    });
  for (const [index, { code, name, criteria }] of draft.groups.entries()) {
    const place = { kind: 'group', index } as const;
    if (code.trim() === '') faults.push({ code: 'empty', place: { ...place, field: 'code' } });
    if (name.trim() === '') faults.push({ code: 'empty', place: { ...place, field: 'name' } });
    if (criteria.length === 0) faults.push({ code: 'noCriteria', place: { ...place, field: 'criteria' } });
  }
  return faults;
}

function checkGrades({ grades }: DraftSet): Fault[] {
  const faults: Fault[] = [];
  if (grades.length === 0) faults.push({ code: 'empty', place: { kind: 'set', field: 'grades' } });
  for (const [index, { name, min }] of grades.entries()) {
    const place = { kind: 'grade', index } as const;
    const before = grades[index - 1]?.min;
    if (name.trim() === '') faults.push({ code: 'empty', place: { ...place, field: 'name' } });
    if (min === null) faults.push({ code: 'empty', place: { ...place, field: 'min' } });
    else if (min < 0 || min > 10_000) faults.push({ code: 'outOfRange', place: { ...place, field: 'min' } });
    else if (before !== undefined && before !== null && min >= before)
      faults.push({ code: 'gradesNotFalling', place: { ...place, field: 'min' } });
  }
  const lowest = grades.at(-1)?.min;
  if (lowest !== undefined && lowest !== null && lowest > 0)
    faults.push({
      code: 'lowestGradeNotZero',
      place: { kind: 'grade', index: grades.length - 1, field: 'min' },
    });
  return faults;
}

function checkIds(draft: DraftSet, versions: readonly CriteriaSet[]): Fault[] {
  const criteria = criteriaIn(draft);
  const of = ({ id }: DraftCriterion, field: 'id' | 'code' | 'type' | 'levels'): Fault['place'] => ({
    kind: 'criterion',
    id,
    field,
  });
  const faults: Fault[] = [];
  const report = (
    criterion: DraftCriterion | undefined,
    code: Fault['code'],
    field: 'id' | 'code',
    value: string,
  ) => {
    if (criterion !== undefined)
      faults.push({ code, place: of(criterion, field), values: { [field]: value } });
  };
  const codes = criteria.map(({ code }) => code.trim());
  for (const at of repeated(codes)) report(criteria[at], 'duplicateCode', 'code', codes[at] ?? '');
  const shared = draft.sharedQuestions.map(({ id }) => id);
  // A shared question's id first: the criterion that took it is the one to mend.
  const ids = [...shared, ...criteria.map(({ id }) => id)];
  for (const at of repeated(ids)) report(criteria[at - shared.length], 'duplicateId', 'id', ids[at] ?? '');
  const owners = criteria.flatMap((criterion) =>
    (criterion.levels ?? []).map(({ id }) => ({ criterion, id })),
  );
  for (const at of repeated(owners.map(({ id }) => id)))
    report(owners[at]?.criterion, 'duplicateId', 'id', owners[at]?.id ?? '');
  // What was answered under an id keeps its meaning for ever.
  const typeOf = new Map(
    versions.flatMap((set) => criteriaOf(set).map(({ id, type }) => [id, type] as const)),
  );
  const levelOf = new Map(
    versions.flatMap((set) =>
      criteriaOf(set).flatMap((criterion) =>
        'levels' in criterion ? criterion.levels.map((level) => [level.id, criterion.id] as const) : [],
      ),
    ),
  );
  for (const criterion of criteria) {
    const was = typeOf.get(criterion.id);
    if (was !== undefined && was !== criterion.type)
      faults.push({ code: 'typeChanged', place: of(criterion, 'type') });
    for (const { id } of criterion.levels ?? [])
      if (levelOf.has(id) && levelOf.get(id) !== criterion.id)
        faults.push({ code: 'duplicateId', place: of(criterion, 'levels'), values: { id } });
  }
  return faults;
}

/** Everything that stands in the way of publishing, in the order of the screen; the set where nothing does. */
export function checkDraft(draft: DraftSet, { versions, households, bytesMax }: CheckContext): Checked {
  const faults = [
    ...checkWhole(draft),
    ...checkIds(draft, versions),
    ...criteriaIn(draft).flatMap(checkCriterion),
    ...checkLinks(draft, households),
    ...checkGrades(draft),
  ];
  const bytes = utf8Length(JSON.stringify(draft));
  if (bytes > bytesMax)
    faults.push({
      code: 'tooLarge',
      place: { kind: 'set', field: 'bytes' },
      values: { bytes, max: bytesMax },
    });
  if (faults.length > 0) return { kind: 'faults', faults };
  const read = criteriaSetSchema.safeParse(setOf(draft));
  if (read.success) return { kind: 'ready', set: read.data };
  const path = read.error.issues[0]?.path.join('.') ?? '';
  return {
    kind: 'faults',
    faults: [{ code: 'shape', place: { kind: 'set', field: 'groups' }, values: { path } }],
  };
}
