/** Forms of hamlets and units that wait for points, for a choice between points, or to be verified. Pure. */
import { criteriaOf } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import type { Desk, SubjectStanding } from './desk.ts';
import { givenIn } from './given.ts';
import { claimsAbove, type HamletClaims } from './hamlet-claims.ts';
import type { Wait } from './wait.ts';

export function disputes(standing: SubjectStanding): Wait[] {
  const { submission, set, scores, id, name } = standing;
  if (submission === undefined || standing.stage === 'final') return [];
  const codes = new Map(set && criteriaOf(set).map((criterion) => [criterion.id, criterion.code]));
  return [...givenIn(scores).disputed].map(([criterionId, { values, at }]): Wait => ({
    kind: 'disputed',
    group: 'choose',
    id: `disputed ${id} ${criterionId}`,
    who: name,
    since: at,
    submissionId: submission.id,
    criterionId,
    code: codes.get(criterionId) ?? criterionId,
    values,
  }));
}

/** Criteria whose answer differs from the round before. */
function changedSince({ rounds, submission }: SubjectStanding): number {
  const before = rounds.filter((round) => submission && round.receivedAt < submission.receivedAt).at(-1);
  if (submission === undefined || before === undefined) return 0;
  const ids = new Set([...Object.keys(before.snapshot), ...Object.keys(submission.snapshot)]);
  return [...ids].filter(
    (id) => JSON.stringify(before.snapshot[id]) !== JSON.stringify(submission.snapshot[id]),
  ).length;
}

export function reviews(standing: SubjectStanding, desk: Desk, claims: HamletClaims): Wait[] {
  const { submission, set, stage, hamlet, id, name } = standing;
  if (submission === undefined || set === undefined) return [];
  if (stage !== 'received' && stage !== 'underReview') return [];
  const bounds = hamlet === undefined ? {} : claims.boundsFor(desk, hamlet, set);
  const above = claimsAbove(standing, bounds);
  const criteria = criteriaOf(set).length;
  const scored = Object.keys(givenIn(standing.scores).settled).length;
  const common = {
    group: 'review' as const,
    id: `review ${id}`,
    who: name,
    since: submission.receivedAt,
    submissionId: submission.id,
  };
  if (scored >= criteria) return [{ ...common, kind: 'allScored', criteria }];
  if (stage === 'underReview' || scored > 0)
    return [{ ...common, kind: 'halfScored', scored, criteria, above }];
  if (submission.round > 1)
    return [{ ...common, kind: 'again', round: submission.round, changed: changedSince(standing), above }];
  const families = hamlet && desk.families.get(hamlet.id);
  const answered = criteria - score(set, submission.snapshot).missing.length;
  return [{ ...common, kind: 'new', answered, criteria, above, ...(families && { families }) }];
}
