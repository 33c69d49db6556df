/** The sheets of a criteria set and their columns: one table for the writer and the reader. */
import { evidenceKinds, pillars, controls } from '#domain/criteria-set.ts';
import { criterionTypes } from '#domain/criteria-edit/draft.ts';
import { sheetWords } from '#client/messages/office-criteria-sheet.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';

const { heads } = sheetWords;
export type Head = keyof typeof heads;
export type SheetKey = keyof typeof sheetWords.sheets;

type ColumnKind =
  | { kind: 'text' }
  /** Hundredths inside, "2,5" in the sheet. */
  | { kind: 'points' }
  | { kind: 'whole' }
  /** One of these words, or several parted by ";". */
  | { kind: 'choice'; words: Readonly<Record<string, string>>; several?: true };
export type ColumnSpec = { head: Head; width: number; required?: true } & ColumnKind;

const pick = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
  Object.fromEntries(values.map((value) => [value, words[value]]));
const text = (head: Head, width: number): ColumnSpec => ({ head, width, kind: 'text' });
const points = (head: Head): ColumnSpec => ({ head, width: 9, kind: 'points' });
const whole = (head: Head): ColumnSpec => ({ head, width: 9, kind: 'whole' });
const choice = (head: Head, words: Readonly<Record<string, string>>): ColumnSpec => ({
  head,
  width: 18,
  kind: 'choice',
  words,
});
const needed = (column: ColumnSpec): ColumnSpec => ({ ...column, required: true });

export const layout: Readonly<Record<SheetKey, readonly ColumnSpec[]>> = {
  whole: [text('setId', 16), text('setName', 60), points('naCap')],
  criteria: [
    text('groupCode', 9),
    text('groupName', 26),
    text('id', 14),
    text('code', 10),
    choice('type', pick(criterionTypes, criteriaWords.types)),
    text('text', 50),
    text('shortText', 28),
    points('maxPoints'),
    text('rule', 40),
    choice('pillar', pick(pillars, criteriaWords.pillars)),
    text('planClause', 18),
    text('evidence', 36),
    {
      head: 'evidenceKinds',
      width: 24,
      kind: 'choice',
      words: pick(evidenceKinds, criteriaWords.evidences),
      several: true,
    },
    whole('effort'),
    text('numerator', 26),
    text('denominator', 26),
    whole('targetPercent'),
    text('sharedQuestion', 18),
    text('unit', 14),
    text('notApplicable', 30),
    text('question', 46),
    text('screenHelp', 46),
    choice('control', pick(controls, criteriaWords.controls)),
    text('guide', 18),
    text('help', 46),
    text('note', 26),
    text('machine', 20),
  ],
  levels: [needed(text('code', 10)), text('id', 14), text('label', 50), points('points')],
  steps: [needed(text('code', 10)), whole('min'), points('points')],
  options: [
    needed(text('code', 10)),
    needed(choice('optionKind', sheetWords.optionKinds)),
    whole('levelNumber'),
    text('id', 14),
    text('label', 50),
  ],
  shared: [
    text('id', 18),
    choice('source', criteriaWords.sources),
    whole('least'),
    whole('most'),
    text('question', 46),
    text('screenHelp', 46),
    choice('control', pick(controls, criteriaWords.controls)),
  ],
  consistency: [needed(text('code', 10)), needed(text('of', 18)), text('message', 70)],
  grades: [text('id', 14), text('gradeName', 24), points('gradeMin')],
  order: [needed(text('orderCode', 24))],
};
export const sheetKeys: readonly SheetKey[] = [
  'whole',
  'criteria',
  'levels',
  'steps',
  'options',
  'shared',
  'consistency',
  'grades',
  'order',
];

/** One row by its columns: texts, figures (points in hundredths), keys of choices. */
export type RowValues = Partial<Record<Head, string | number | readonly string[] | null>>;
export type Tables = Readonly<Record<SheetKey, readonly RowValues[]>>;
