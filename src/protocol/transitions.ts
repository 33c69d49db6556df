/**
 * The states of an assessment and who may lead from one to the next (`protocol.md` §7): one table for the server that
 * judges and the screens that offer. One holder at a time: while the commune holds it, its subject may edit but not send.
 */
import type { AssessmentState, OperationOf } from './operation.ts';
import type { Role } from './policy-roles.ts';

/** What a move must bring besides naming the state it starts from. */
export type MoveNeeds = 'reason' | 'items' | 'oneScoreEach';

export interface Transition {
  roles: readonly Role[];
  from: readonly AssessmentState[];
  to: AssessmentState;
  needs: readonly MoveNeeds[];
}

const subjects: readonly Role[] = ['household', 'hamletHead', 'unitContact'];

/** Moves alone; `assessment.submit` leads to `received` from every state in which its subject holds the turn. */
export const transitions: readonly Transition[] = [
  { roles: subjects, from: ['received'], to: 'withdrawn', needs: [] },
  { roles: ['officer'], from: ['received'], to: 'underReview', needs: [] },
  // Begun by mistake: back to where it lay, and the subject may send again.
  { roles: ['officer'], from: ['underReview'], to: 'received', needs: [] },
  { roles: ['officer'], from: ['received', 'underReview'], to: 'returned', needs: ['reason', 'items'] },
  { roles: ['officer'], from: ['underReview'], to: 'verified', needs: ['oneScoreEach'] },
  { roles: ['officer'], from: ['verified'], to: 'underReview', needs: ['reason'] },
  { roles: ['officer'], from: ['verified'], to: 'final', needs: [] },
  { roles: ['officer'], from: ['final'], to: 'underReview', needs: ['reason'] },
];

/** States in which the subject may send. */
export const subjectHolds: readonly AssessmentState[] = ['draft', 'received', 'returned', 'withdrawn'];

export const findTransition = (
  role: Role,
  from: AssessmentState,
  to: AssessmentState,
): Transition | undefined =>
  transitions.find((row) => row.to === to && row.roles.includes(role) && row.from.includes(from));

/** Where this role may lead from here, for the buttons of a screen. */
export const movesFrom = (role: Role, from: AssessmentState): readonly Transition[] =>
  transitions.filter((row) => row.roles.includes(role) && row.from.includes(from));

type MoveArgs = OperationOf<'assessment.move'>['args'];

/** Needs of the row that its words do not meet; `oneScoreEach` is for whoever knows the scores. */
export const missingWords = ({ needs }: Transition, { reason, items }: MoveArgs): MoveNeeds[] =>
  needs.filter(
    (need) =>
      (need === 'reason' && (reason ?? '').trim() === '') ||
      (need === 'items' && (items === undefined || items.length === 0)),
  );
