/** What an operation changed: before and after, looked up in what was sent before it (`protocol.md` §11). */
import { canon } from '#protocol/canon.ts';
import type { LogChange, LogEntry } from '#protocol/log.ts';
import type { Operation, OperationOf } from '#protocol/operation.ts';
import { replacedValue } from './replaced-record.ts';
import type { Lookup } from './lookup.ts';

export type Described = Pick<LogEntry, 'entity' | 'id' | 'reasonCode' | 'reason' | 'changes' | 'moreChanges'>;

/** A form has fewer questions than this. */
const CHANGES_MAX = 80;
/** What a person would not read in a list: whole criteria sets, long papers. */
const VALUE_MAX = 4000;

const isShort = (value: unknown): boolean => value === undefined || JSON.stringify(value).length <= VALUE_MAX;

/** The first of them, and how many more there are. */
export function listed(changes: readonly LogChange[]): Pick<Described, 'changes' | 'moreChanges'> {
  const shown = changes
    .filter(({ before, after }) => isShort(before) && isShort(after))
    .slice(0, CHANGES_MAX);
  const more = changes.length - shown.length;
  return { changes: shown, ...(more > 0 && { moreChanges: more }) };
}

const change = (
  field: string,
  { criterionId, before, after }: { criterionId?: string; before?: unknown; after?: unknown },
): LogChange => ({
  ...(criterionId !== undefined && { criterionId }),
  field,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

const same = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canon([a]) === canon([b]);

/** Members that differ between two versions of a record, its id aside. */
export const differences = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): LogChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'id' && !same(before[field], after[field]))
    .map((field) => change(field, { before: before[field], after: after[field] }));

/** One value as it is; several distinct ones as a list: there was a conflict. */
function oneOrAll(values: readonly unknown[]): unknown {
  const distinct = new Map(values.map((value) => [canon([value]), value]));
  return distinct.size > 1 ? [...distinct.values()] : values[0];
}

/** What an operation wrote under a criterion, draft or sent. */
function answerIn(operation: Operation | null, criterionId: string): unknown {
  if (operation?.kind === 'answers.save') return operation.args.changes[criterionId]?.value;
  return operation?.kind === 'assessment.submit' ? operation.args.snapshot[criterionId] : undefined;
}

async function written(
  lookup: Lookup,
  bases: readonly string[],
  read: (operation: Operation | null) => unknown,
): Promise<unknown> {
  const found: unknown[] = [];
  for (const base of bases) {
    const value = read(await lookup.operation(base));
    if (value !== undefined) found.push(value);
  }
  return oneOrAll(found);
}

async function savedAnswers(lookup: Lookup, { args }: OperationOf<'answers.save'>): Promise<Described> {
  const changes: LogChange[] = [];
  for (const [criterionId, { value, bases }] of Object.entries(args.changes)) {
    const before = await written(lookup, bases, (operation) => answerIn(operation, criterionId));
    changes.push(change('answer', { criterionId, before, after: value }));
  }
  return { entity: 'answers', id: args.assessmentId, ...listed(changes) };
}

/** Against the submission of the same channel before it. */
async function sentForm(
  lookup: Lookup,
  { opId, args }: OperationOf<'assessment.submit'>,
): Promise<Described> {
  const rounds = await lookup.tables.submission.of(args.assessmentId);
  const own = rounds.find(({ submission_id }) => submission_id === opId);
  const earlier = rounds.findLast(
    ({ channel, round }) => own !== undefined && channel === own.channel && round < own.round,
  );
  const last = earlier === undefined ? null : await lookup.operation(earlier.submission_id);
  const before = last?.kind === 'assessment.submit' ? last.args : null;
  const ids = new Set([...Object.keys(before?.snapshot ?? {}), ...Object.keys(args.snapshot)]);
  const answers = [...ids]
    .map((criterionId) => ({
      criterionId,
      before: before?.snapshot[criterionId],
      after: args.snapshot[criterionId],
    }))
    .filter((answer) => !same(answer.before, answer.after))
    .map((answer) => change('answer', answer));
  const claim = change('selfScore', { before: before?.selfScore, after: args.selfScore });
  return { entity: 'submission', id: opId, ...listed([claim, ...answers]) };
}

async function moved(lookup: Lookup, { opId, args }: OperationOf<'assessment.move'>): Promise<Described> {
  const moves = await lookup.tables.move.of(args.assessmentId);
  const before = moves.find(({ op_id }) => op_id === opId)?.from_state;
  const asks = (args.items ?? []).map(({ criterionId, ask }) => change('ask', { criterionId, after: ask }));
  return {
    entity: 'assessment',
    id: args.assessmentId,
    ...(args.reason !== undefined && { reason: args.reason }),
    ...listed([change('state', { before, after: args.to }), ...asks]),
  };
}

async function scored(lookup: Lookup, { args }: OperationOf<'score.set'>): Promise<Described> {
  const { criterionId, points, reasonCode, reason, bases, submission } = args;
  const of = (member: 'points' | 'reasonCode') =>
    written(lookup, bases, (operation) =>
      operation?.kind === 'score.set' ? operation.args[member] : undefined,
    );
  const codeBefore = await of('reasonCode');
  return {
    entity: 'score',
    id: submission,
    reasonCode,
    ...(reason !== '' && { reason }),
    ...listed([
      change('points', { criterionId, before: await of('points'), after: points }),
      ...(same(codeBefore, reasonCode)
        ? []
        : [change('reasonCode', { criterionId, before: codeBefore, after: reasonCode })]),
    ]),
  };
}

async function put(lookup: Lookup, { args }: OperationOf<'record.put'>): Promise<Described> {
  const before = await replacedValue(lookup, args);
  return {
    entity: args.entity,
    id: args.id,
    ...listed(differences(before ?? {}, args.value ?? {})),
  };
}

export async function describe(lookup: Lookup, operation: Operation): Promise<Described> {
  switch (operation.kind) {
    case 'answers.save':
      return savedAnswers(lookup, operation);
    case 'assessment.submit':
      return sentForm(lookup, operation);
    case 'assessment.move':
      return moved(lookup, operation);
    case 'score.set':
      return scored(lookup, operation);
    case 'record.put':
      return put(lookup, operation);
    case 'comment.add': {
      const { criterionId, text } = operation.args;
      const about = { ...(criterionId !== undefined && { criterionId }), after: text };
      return { entity: 'comment', id: operation.opId, reason: text, changes: [change('comment', about)] };
    }
    case 'photo.add': {
      const { criterionId, photoId } = operation.args;
      return {
        entity: 'photo',
        id: operation.opId,
        changes: [change('photo', { criterionId, after: photoId })],
      };
    }
    case 'photo.remove': {
      const { criterionId, photoId } = operation.args;
      const about = { ...(criterionId !== undefined && { criterionId }), before: photoId };
      return { entity: 'photo', id: photoId, changes: [change('photo', about)] };
    }
  }
}
