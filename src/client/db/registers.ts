/**
 * Answers as multi-value registers (`protocol.md` §2), seen from one phone: which versions live, which of them the
 * person has seen, and what a pulled row may change in the open draft. Pure.
 */
import { answerSchema, criterionIdSchema, type Answer } from '#domain/answers.ts';
import type { AnswersRow } from '#protocol/draft-rows.ts';
import type { Change } from '#protocol/operation.ts';
import { textOf } from './answer-text.ts';
import type { DraftRow, OutboxRow } from './model.ts';
import { operationIn } from './own-operation.ts';

/** `value` absent = cleared. */
export interface Version {
  opId: string;
  value?: Answer | undefined;
}
export type Fields = Record<string, Version[]>;

interface Write {
  opId: string;
  changes: Record<string, Change>;
}

/** The register writes an own operation makes; none for other kinds. */
function writesOf(row: OutboxRow): Write | undefined {
  const operation = operationIn(row);
  if (operation?.kind === 'answers.save') return { opId: operation.opId, changes: operation.args.changes };
  if (operation?.kind !== 'assessment.submit') return undefined;
  const { snapshot, bases } = operation.args;
  const fields = new Set([...Object.keys(snapshot), ...Object.keys(bases)]);
  return {
    opId: operation.opId,
    changes: Object.fromEntries(
      [...fields].map((field) => [field, { value: snapshot[field], bases: bases[field] ?? [] }]),
    ),
  };
}

/** Not yet visible in the pulled row, and not known to be without effect. */
const isUnreflected = ({ result }: OutboxRow, rowRev: number): boolean =>
  result === undefined ||
  ((result.verdict === 'applied' || result.verdict === 'conflict') && (result.rev ?? 0) > rowRev);

/** Living versions per field: the pulled row with own operations it does not show yet laid over, in order of seq. */
export function liveFields(pulled: { rev: number; value: AnswersRow } | undefined, own: OutboxRow[]): Fields {
  const live: Fields = { ...pulled?.value.fields };
  for (const row of own) {
    if (!isUnreflected(row, pulled?.rev ?? 0)) continue;
    const write = writesOf(row);
    for (const [field, { value, bases }] of Object.entries(write?.changes ?? {})) {
      const rest = (live[field] ?? []).filter(({ opId }) => !bases.includes(opId) && opId !== row.opId);
      live[field] = [...rest, { opId: row.opId, value }];
    }
  }
  return live;
}

/** The versions of one field its person has seen on this phone: own ones, and those equal to what was adopted. */
export function seenVersions(
  versions: Version[] | undefined,
  sealedText: string | undefined,
  ownIds: ReadonlySet<string>,
): string[] {
  return (versions ?? [])
    .filter(({ opId, value }) => ownIds.has(opId) || textOf(value) === sealedText)
    .map(({ opId }) => opId);
}

const fieldsOf = (...records: Record<string, unknown>[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];

/** Half an answer stays on the phone; it must not hold up the others. */
const isSendable = (field: string, value: unknown): boolean =>
  criterionIdSchema.safeParse(field).success &&
  (value === undefined || answerSchema.safeParse(value).success);

/** What differs from what was last sealed or adopted, with the versions its author had seen. */
export function changesOf(
  draft: Pick<DraftRow, 'answers' | 'sealed'>,
  live: Fields,
  ownIds: ReadonlySet<string>,
): Record<string, Change> {
  const changes: Record<string, Change> = {};
  for (const field of fieldsOf(draft.answers, draft.sealed)) {
    const value = draft.answers[field];
    if (!isSendable(field, value)) continue;
    if (textOf(value) === draft.sealed[field]) continue;
    const bases = seenVersions(live[field], draft.sealed[field], ownIds);
    changes[field] = value === undefined ? { bases } : { value, bases };
  }
  return changes;
}

/** A copy of a record that lacks one key. */
export function without<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

/**
 * Takes over what the commune holds for fields this person has not touched. A field with an unsent local value, or with
 * two living values (a conflict that waits for a choice), stays as it is.
 */
export function adopt(draft: DraftRow, live: Fields): DraftRow {
  let next = draft;
  for (const [field, versions] of Object.entries(live)) {
    const isTouched = textOf(next.answers[field]) !== next.sealed[field];
    const [first, ...others] = versions;
    if (isTouched || first === undefined) continue;
    const text = textOf(first.value);
    if (others.some(({ value }) => textOf(value) !== text) || text === next.sealed[field]) continue;
    next =
      first.value === undefined || text === undefined
        ? { ...next, answers: without(next.answers, field), sealed: without(next.sealed, field) }
        : {
            ...next,
            answers: { ...next.answers, [field]: first.value },
            sealed: { ...next.sealed, [field]: text },
          };
    // Which entries the other phone ticked is not known, only how many.
    next = { ...next, ticks: without(next.ticks, field) };
  }
  return next;
}

/** {@link adopt} of a row that just came, with this phone's own operations for the form. */
export const adoptRow = (
  draft: DraftRow,
  row: { rev: number; value: AnswersRow },
  own: OutboxRow[],
): DraftRow => adopt(draft, liveFields(row, own));

/** Fields with more than one distinct living value: a person has to choose. */
export const conflictsOf = (live: Fields): string[] =>
  Object.entries(live)
    .filter(([, versions]) => new Set(versions.map(({ value }) => textOf(value))).size > 1)
    .map(([field]) => field);
