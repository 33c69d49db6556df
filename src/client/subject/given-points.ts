/** The commune's points of a verified form, criterion by criterion, as its people's papers print them. Pure. */
import type { CriteriaSet } from '#domain/criteria.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';
import { communeScore } from './commune-score.ts';

/** A criterion without points does not apply. `set`: the one the form was filled under. */
export function givenPoints(
  set: CriteriaSet,
  form: Pick<SubmissionRow, 'snapshot'>,
  scores: ScoresRow | undefined,
): Record<string, number> {
  const { changed, same } = communeScore(set, form, scores);
  return Object.fromEntries(
    [...changed, ...same].flatMap(({ criterion, given }) => (given === null ? [] : [[criterion.id, given]])),
  );
}
