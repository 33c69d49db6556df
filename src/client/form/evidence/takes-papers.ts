/** Which questions ask for what, from the criteria's own `evidenceKinds`. Pure. */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';

/** Filled by people, so something may be shown for it. */
export const takesPapers = ({ evidenceKinds }: Pick<Criterion, 'evidenceKinds'>): boolean =>
  evidenceKinds.some((kind) => kind !== 'auto' && kind !== 'none');

/** A paper may also be shown by a photo of its first page, or by the pages of its file. */
export const takesPictures = ({ evidenceKinds }: Pick<Criterion, 'evidenceKinds'>): boolean =>
  evidenceKinds.includes('photo') || evidenceKinds.includes('document');

/**
 * Questions that bring points, ask for a paper, and have nothing to show: neither a record nor a picture. `shown`: ids of
 * the criteria that have something.
 */
export const papersMissing = (
  set: CriteriaSet,
  answers: Answers,
  shown: ReadonlySet<string>,
): readonly Criterion[] =>
  criteriaOf(set).filter((criterion) => {
    if (!criterion.evidenceKinds.includes('document') || shown.has(criterion.id)) return false;
    const { status, points } = scoreCriterion(criterion, answers);
    return status === 'scored' && points > 0;
  });
