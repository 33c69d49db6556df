/** What the panel of moves says of one form: what may be done now, what waits, what the server refused. Pure. */
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import { operationSchema, type AssessmentState } from '#protocol/operation.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { movesFrom, type Transition } from '#protocol/transitions.ts';

export interface OwnMove {
  from: AssessmentState;
  to: AssessmentState;
  standing: { kind: 'waits' } | { kind: 'refused'; code: VerdictCode | undefined };
}

export interface MoveView {
  state: AssessmentState;
  /** In the order of the table. */
  moves: readonly Transition[];
  /** This machine's newest move that the pulled row does not show, or that was refused since. */
  own: OwnMove | null;
  /** The submission in force, when the one on screen is another. */
  newer: string | null;
}

export interface MoveSources {
  role: Role;
  assessment: StoredRow<'assessment'> | null;
  shown: SubmissionRow;
  /** All of the assessment, newest first. */
  history: readonly SubmissionRow[];
  /** Own operations of this assessment, in order of seq. */
  own: readonly OutboxRow[];
}

function ownMove({ own, assessment }: MoveSources): OwnMove | null {
  const row = own.filter(({ kind }) => kind === 'assessment.move').at(-1);
  const operation = row && operationSchema.safeParse(JSON.parse(row.text));
  if (!row || !operation?.success || operation.data.kind !== 'assessment.move') return null;
  const { to } = operation.data.args;
  const { result } = row;
  const isWaiting =
    result === undefined ||
    result.verdict === 'retry' ||
    (result.verdict === 'applied' && (result.rev ?? 0) > (assessment?.rev ?? 0));
  // Where the row stands now: what it was made from is not kept.
  const from = assessment?.value.state ?? 'received';
  if (isWaiting) return { from, to, standing: { kind: 'waits' } };
  if (result.verdict === 'applied' || result.verdict === 'conflict') return null;
  // Something happened to the form after that: the officer has gone on.
  const isPast = (assessment?.rev ?? 0) > (result.rev ?? Infinity);
  return isPast ? null : { from, to, standing: { kind: 'refused', code: result.code } };
}

export function moveView(sources: MoveSources): MoveView {
  const { role, assessment, shown, history } = sources;
  const state = assessment?.value.state ?? 'received';
  const newest = history.find(({ current, channel }) => current && channel === shown.channel);
  const newer = !shown.current && newest !== undefined && newest.id !== shown.id ? newest.id : null;
  const own = ownMove(sources);
  // What leads on comes first; what takes back comes last.
  const rank = ({ to }: Transition): number => (to === 'received' ? 2 : to === 'returned' ? 1 : 0);
  const isBusy = own?.standing.kind === 'waits';
  return {
    state,
    moves: isBusy || newer !== null ? [] : [...movesFrom(role, state)].sort((a, b) => rank(a) - rank(b)),
    own,
    newer,
  };
}
