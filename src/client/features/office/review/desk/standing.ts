/** Where a form stands for whoever works on it here: what the commune said last, and this machine's moves on their way. Pure. */
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { movesFrom, type Transition } from '#protocol/transitions.ts';

/** With the words it was made with: they are the person's own until the commune has them. */
export interface RefusedMove {
  to: AssessmentState;
  code: VerdictCode | undefined;
  reason: string;
  items: readonly { criterionId: string; ask: string }[];
}

export interface Desk {
  /** Where it will stand once the moves of this machine are judged: what one goes on from, also without a network. */
  state: AssessmentState;
  /** As the commune said last. */
  pulled: AssessmentState;
  /** Moves on their way, in order. */
  waiting: AssessmentState[];
  /** The last move of this machine, when the commune did not take it and nothing has happened since. */
  refused: RefusedMove | null;
  /** In the order they are offered: what leads on first, what takes back last. */
  moves: readonly Transition[];
  /** The sending in force, when the one on screen is another. */
  newer: string | null;
  /** Points may be given now, as far as the state goes. */
  isOpen: boolean;
}

export interface DeskSources {
  role: Role;
  assessment: StoredRow<'assessment'> | null;
  shown: SubmissionRow;
  /** All of the assessment, newest first. */
  history: readonly SubmissionRow[];
  /** Moves sealed here for it, in order of seq. */
  own: readonly OutboxRow[];
}

const moveIn = (row: OutboxRow) => {
  const operation = operationIn(row);
  return operation?.kind === 'assessment.move' ? operation.args : undefined;
};

const isAhead = ({ result }: OutboxRow, rev: number): boolean =>
  result === undefined ||
  result.verdict === 'retry' ||
  (result.verdict === 'applied' && (result.rev ?? 0) > rev);

function refusedIn(last: OutboxRow | undefined, rev: number): Desk['refused'] {
  const result = last?.result;
  if (last === undefined || result === undefined) return null;
  if (result.verdict !== 'refused' && result.verdict !== 'quarantined') return null;
  const move = moveIn(last);
  // Something happened to the form after that: the officer has gone on.
  if (move === undefined || rev > (result.rev ?? Infinity)) return null;
  const { to, reason = '', items = [] } = move;
  return { to, code: result.code, reason, items };
}

const rank = ({ to }: Transition): number => (to === 'received' ? 2 : to === 'returned' ? 1 : 0);

export function deskOf({ role, assessment, shown, history, own }: DeskSources): Desk {
  const pulled = assessment?.value.state ?? 'received';
  const rev = assessment?.rev ?? 0;
  const waiting = own.filter((row) => isAhead(row, rev)).flatMap((row) => moveIn(row)?.to ?? []);
  const state = waiting.at(-1) ?? pulled;
  const inForce = history.find(({ current, channel }) => current && channel === shown.channel);
  const newer = !shown.current && inForce !== undefined && inForce.id !== shown.id ? inForce.id : null;
  const isShownInForce = shown.current;
  return {
    state,
    pulled,
    waiting,
    refused: refusedIn(own.at(-1), rev),
    moves: isShownInForce ? [...movesFrom(role, state)].sort((a, b) => rank(a) - rank(b)) : [],
    newer,
    isOpen: isShownInForce && (state === 'received' || state === 'underReview'),
  };
}
