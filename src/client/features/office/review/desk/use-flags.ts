/** What stands under each name, and which of this machine's scores have no effect. */
import { useMemo } from 'react';
import type { Review } from '../read/use-review.ts';
import { refusedScores, type RefusedScore } from '../scores/refused-scores.ts';
import { useKeptMap } from '../scores/use-kept-map.ts';
import type { ReviewView } from '../view/criteria-view.ts';
import { flagsOf, type Flag } from '../view/flags.ts';

export function useFlags(review: Review, view: ReviewView, toReturn: ReadonlyMap<string, string>) {
  const { around, rows, cross } = review;
  const seen = useKeptMap(`da-xem-diem:${around.submission.assessmentId}:`);
  const refused = useMemo(
    () =>
      refusedScores({
        history: around.history,
        own: rows.own,
        dismissed: new Set(seen.words.keys()),
      }),
    [around.history, rows.own, seen.words],
  );
  const flags = useMemo(() => {
    const sources = {
      around,
      rows,
      cross,
      refused: new Set(refused.map(({ criterionId }) => criterionId)),
      toReturn: new Set(toReturn.keys()),
    };
    return new Map<string, readonly Flag[]>(
      view.criteria.map((each) => [each.criterion.id, flagsOf(each, sources)]),
    );
  }, [around, rows, cross, view, refused, toReturn]);
  return {
    flags,
    refused,
    dismiss: (scores: readonly RefusedScore[]) => {
      for (const { opId } of scores) seen.keep(opId, { seen: '1' });
    },
  };
}
