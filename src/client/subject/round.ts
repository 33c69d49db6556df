/** Whose turn a sheet is and what the commune last said of it, from what is stored. Pure. */
import type { Ask } from '#client/form/group-form/sheet-context.tsx';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import { operationSchema, type AssessmentState } from '#protocol/operation.ts';
import { findTransition, subjectHolds } from '#protocol/transitions.ts';
import type { Role } from '#protocol/policy-roles.ts';

export type LastMove = NonNullable<AssessmentRow['lastMove']>;

interface RoundSources {
  assessment: StoredRow<'assessment'> | undefined;
  /** Own operations of this assessment, in order of seq. */
  own: readonly OutboxRow[];
}

const newestOf = (own: readonly OutboxRow[], kind: OutboxRow['kind']): OutboxRow | undefined =>
  own.filter((row) => row.kind === kind).at(-1);

/** The commune took it, or may still: the pulled row does not show it yet. */
const isAhead = (row: OutboxRow | undefined, assessment: StoredRow<'assessment'> | undefined): boolean =>
  row !== undefined &&
  (row.result === undefined ||
    row.result.verdict === 'retry' ||
    (row.result.verdict === 'applied' && (row.result.rev ?? 0) > (assessment?.rev ?? 0)));

/**
 * The assessment's state as far as it still stands: a submission of this phone that the commune has taken since the row
 * was pulled has led to `received`.
 */
export function standingState({ assessment, own }: RoundSources): AssessmentState | undefined {
  const submission = newestOf(own, 'assessment.submit');
  const isTaken = submission?.result?.verdict === 'applied' && isAhead(submission, assessment);
  return isTaken ? 'received' : assessment?.value.state;
}

/** May its subject send now? (`protocol.md` §7: one holder at a time; editing is always possible.) */
export const holdsTurn = (sources: RoundSources): boolean => {
  const state = standingState(sources);
  return state === undefined || subjectHolds.includes(state);
};

/** The return that still waits to be answered; null once something newer was sent. */
export function openReturn(sources: RoundSources): LastMove | null {
  const { assessment, own } = sources;
  const move = assessment?.value.lastMove;
  if (move?.to !== 'returned' || standingState(sources) !== 'returned') return null;
  return isAhead(newestOf(own, 'assessment.submit'), assessment) ? null : move;
}

export const asksOf = (move: LastMove | null): Record<string, Ask> =>
  Object.fromEntries(
    (move?.items ?? []).map(({ criterionId, ask }) => [
      criterionId,
      { text: ask, byName: move?.byName ?? '', at: move?.at ?? 0 },
    ]),
  );

/** A move sealed here that the pulled row does not show yet, with where it leads. */
export function waitingMove({ assessment, own }: RoundSources): AssessmentState | null {
  const row = newestOf(own, 'assessment.move');
  if (row === undefined || !isAhead(row, assessment)) return null;
  const operation = operationSchema.safeParse(JSON.parse(row.text));
  return operation.success && operation.data.kind === 'assessment.move' ? operation.data.args.to : null;
}

/** Sent, and nobody has begun to review it: it may be taken back. */
export function canWithdraw(sources: RoundSources, role: Role): boolean {
  const { assessment, own } = sources;
  if (assessment === undefined || waitingMove(sources) !== null) return false;
  // What is still under way cannot be named by a move yet.
  if (isAhead(newestOf(own, 'assessment.submit'), assessment)) return false;
  return findTransition(role, assessment.value.state, 'withdrawn') !== undefined;
}
