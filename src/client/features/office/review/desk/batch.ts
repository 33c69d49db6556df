/** One deliberate command over many rows: the supported points where the claim says the same. Pure. */
import type { Desk } from './standing.ts';
import { lockOf } from './use-desk.ts';
import type { CriterionView, ReviewView } from '../view/criteria-view.ts';

export interface BatchItem {
  criterionId: string;
  code: string;
  points: number;
  /** Versions that stood, none of which gives points. */
  bases: readonly string[];
}

const isSure = ({ self, supported, standing }: CriterionView): boolean =>
  standing.kind === 'none' && self.status === 'scored' && self.points === supported.points;

/** Not scored yet, claimed and supported alike; this role's own. */
export const batchOf = (view: ReviewView, desk: Desk, role: string): BatchItem[] =>
  view.criteria
    .filter((each) => isSure(each) && lockOf(desk, role, each) === null)
    .map(({ criterion, self, standing }) => ({
      criterionId: criterion.id,
      code: criterion.code,
      points: self.points,
      bases: standing.bases,
    }));

/** Of those, what still stands as it was given here: the rest somebody has changed since. */
export const undoable = (view: ReviewView, items: readonly BatchItem[]): BatchItem[] =>
  items.filter(({ criterionId, points }) =>
    view.criteria.some(
      ({ criterion, standing }) =>
        criterion.id === criterionId &&
        standing.kind === 'given' &&
        standing.score.isOwn &&
        standing.score.points === points,
    ),
  );
