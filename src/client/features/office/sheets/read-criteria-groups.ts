/** The groups and criteria of a workbook, with their levels, steps and buttons gathered from the other sheets. */
import { activityRuleSchema, rollupSchema } from '#domain/criteria.ts';
import { freshCriterionId, freshLevelId, freshTickId } from '#domain/criteria-edit/ids.ts';
import { z } from '#domain/zod.ts';
import type { Head } from './criteria-layout.ts';
import type { ReadRow, ReadRows, SheetFault } from './read-criteria-rows.ts';

export const text = ({ values }: ReadRow, head: Head): string => {
  const value = values[head];
  return typeof value === 'string' ? value : '';
};
export const figure = ({ values }: ReadRow, head: Head): number | null => {
  const value = values[head];
  return typeof value === 'number' ? value : null;
};
const several = ({ values }: ReadRow, head: Head): readonly string[] => {
  const value = values[head];
  return Array.isArray(value) ? value.map(String) : [];
};
/** Left out where the cell is empty. */
const kept = <Key extends string>(key: Key, value: string): Partial<Record<Key, string>> => {
  const some: Partial<Record<Key, string>> = {};
  if (value !== '') some[key] = value;
  return some;
};

const machineSchema = z.strictObject({
  rollup: z.optional(rollupSchema),
  auto: z.optional(z.enum(['value', 'numerator', 'numerator+denominator'])),
  activities: z.optional(activityRuleSchema),
  sectorTags: z.optional(z.array(z.string())),
});

function machineOf(row: ReadRow, faults: SheetFault[]): z.infer<typeof machineSchema> {
  const written = text(row, 'machine');
  if (written === '') return {};
  try {
    const read = machineSchema.safeParse(JSON.parse(written));
    if (read.success) return read.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  faults.push({ sheet: 'criteria', row: row.row, head: 'machine', code: 'unreadMachine' });
  return {};
}

export interface Desk {
  rows: ReadRows;
  faults: SheetFault[];
  used: Set<string>;
  /** Ids that a version or the draft knows: those may stand in the column. */
  known: ReadonlySet<string>;
}

/** Rows of one criterion; rows of none are named. */
function byCode({ rows, faults }: Desk, sheet: 'levels' | 'steps' | 'options', codes: ReadonlySet<string>) {
  const found = new Map<string, ReadRow[]>();
  for (const row of rows[sheet]) {
    const code = text(row, 'code').trim();
    if (code !== '' && !codes.has(code))
      faults.push({ sheet, row: row.row, head: 'code', code: 'unknownCode', values: { text: code } });
    found.set(code, [...(found.get(code) ?? []), row]);
  }
  return (code: string): ReadRow[] => found.get(code) ?? [];
}

/** Each value once, by row; said at the second. */
export function onlyOnce(
  sheet: SheetFault['sheet'],
  rows: readonly ReadRow[],
  head: 'id' | 'code',
  faults: SheetFault[],
): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const value = text(row, head).trim();
    const before = seen.get(value);
    if (value === '') continue;
    if (before === undefined) seen.set(value, row.row);
    else
      faults.push({
        sheet,
        row: row.row,
        head,
        code: head === 'id' ? 'duplicateId' : 'duplicateCode',
        values: { text: value, before },
      });
  }
}

function criterionOf(
  row: ReadRow,
  desk: Desk,
  { levelsOf, stepsOf, optionsOf }: Record<'levelsOf' | 'stepsOf' | 'optionsOf', (code: string) => ReadRow[]>,
): object {
  const { used, known, faults } = desk;
  const code = text(row, 'code').trim();
  const written = text(row, 'id').trim();
  const id = known.has(written) ? written : freshCriterionId(text(row, 'groupCode'), used);
  const type = text(row, 'type');
  const takesLevels = type === 'level' || type === 'text';
  const levels = (takesLevels ? levelsOf(code) : []).map((level) => {
    const levelId = text(level, 'id').trim();
    return {
      id: known.has(levelId) ? levelId : freshLevelId(id, used),
      label: text(level, 'label'),
      points: figure(level, 'points'),
    };
  });
  const options = optionsOf(code).map((option): object => {
    const label = text(option, 'label');
    const kind = text(option, 'optionKind');
    if (kind === 'yes' || kind === 'no') return { kind: 'yesno', value: kind === 'yes', label };
    if (kind === 'tick') {
      const tickId = text(option, 'id').trim();
      return { kind, id: known.has(tickId) ? tickId : freshTickId(id, used), label };
    }
    if (kind !== 'level') return { kind, label };
    const number = figure(option, 'levelNumber');
    const level = levels[(number ?? 0) - 1];
    if (level === undefined)
      faults.push({
        sheet: 'options',
        row: option.row,
        head: 'levelNumber',
        code: 'unknownLevel',
        values: { text: number ?? '' },
      });
    return { kind, level: level?.id ?? '', label };
  });
  const { sectorTags = [], ...machine } = machineOf(row, faults);
  return {
    id,
    type,
    code,
    text: text(row, 'text'),
    shortText: text(row, 'shortText'),
    maxPoints: figure(row, 'maxPoints'),
    rule: text(row, 'rule'),
    pillar: text(row, 'pillar') === '' ? null : text(row, 'pillar'),
    sectorTags,
    planClause: text(row, 'planClause'),
    evidence: text(row, 'evidence'),
    evidenceKinds: several(row, 'evidenceKinds'),
    effort: figure(row, 'effort'),
    ...kept('guide', text(row, 'guide')),
    help: text(row, 'help'),
    ...kept('note', text(row, 'note')),
    ...kept('notApplicable', text(row, 'notApplicable')),
    ...kept('sharedQuestion', text(row, 'sharedQuestion').trim()),
    ...machine,
    screen: {
      question: text(row, 'question'),
      help: text(row, 'screenHelp'),
      control: text(row, 'control'),
      options,
    },
    ...(type === 'ratio' && {
      numerator: text(row, 'numerator'),
      denominator: text(row, 'denominator'),
      targetPercent: figure(row, 'targetPercent'),
    }),
    ...(type === 'count' && {
      unit: text(row, 'unit'),
      steps: stepsOf(code).map((step) => ({ min: figure(step, 'min'), points: figure(step, 'points') })),
    }),
    ...(takesLevels && { levels }),
  };
}

export function groupsOf(
  desk: Desk,
): { code: string; name: string; criteria: { id: string; code: string }[] }[] {
  const { rows, faults } = desk;
  const codes = new Set(rows.criteria.map((row) => text(row, 'code').trim()));
  const parts = {
    levelsOf: byCode(desk, 'levels', codes),
    stepsOf: byCode(desk, 'steps', codes),
    optionsOf: byCode(desk, 'options', codes),
  };
  const groups: { code: string; name: string; row: number; criteria: { id: string; code: string }[] }[] = [];
  for (const row of rows.criteria) {
    const [code, name] = [text(row, 'groupCode').trim(), text(row, 'groupName').trim()];
    const known = groups.find((group) => group.code === code);
    if (code === '' || (name === '' && known === undefined))
      faults.push({ sheet: 'criteria', row: row.row, head: 'groupCode', code: 'noGroup' });
    if (known !== undefined && name !== '' && name !== known.name)
      faults.push({
        sheet: 'criteria',
        row: row.row,
        head: 'groupName',
        code: 'groupTwice',
        values: { text: code, before: known.row },
      });
    const group = known ?? { code, name, row: row.row, criteria: [] };
    if (known === undefined) groups.push(group);
    if (text(row, 'code') === '' && text(row, 'text') === '' && text(row, 'type') === '') continue;
    for (const head of ['code', 'type', 'control'] as const)
      if (
        text(row, head) === '' &&
        !faults.some((each) => each.sheet === 'criteria' && each.row === row.row && each.head === head)
      )
        faults.push({ sheet: 'criteria', row: row.row, head, code: 'empty' });
    const criterion = criterionOf(row, desk, parts);
    group.criteria.push({
      ...criterion,
      id: 'id' in criterion ? String(criterion.id) : '',
      code: text(row, 'code').trim(),
    });
  }
  return groups.map(({ code, name, criteria }) => ({ code, name, criteria }));
}
