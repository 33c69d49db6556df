/** What each trust check says of a commune, by hamlet. */
import { judgeClaim } from '#domain/judge-claim.ts';
import { outliers, unlikelyClaims } from '#domain/trust/claims.ts';
import { quickTyping } from '#domain/trust/quick-forms.ts';
import { straightLines } from '#domain/trust/same-answers.ts';
import { sharedPhotos } from '#domain/trust/shared-photos.ts';
import type { TrustHamlet } from './commune.ts';

export const checks = ['outside', 'unlikely', 'outlier', 'quick', 'straight', 'photos'] as const;
export type Check = (typeof checks)[number];

/** Hamlets each check names. A single claim may stand out by chance: two of a hamlet do not. */
export function flagged(hamlets: readonly TrustHamlet[]): Record<Check, Set<string>> {
  const claims = hamlets.flatMap((hamlet) => hamlet.claims);
  const often = (ids: readonly string[]): Set<string> =>
    new Set(ids.filter((id) => ids.filter((other) => other === id).length >= 2));
  const criteria = [...new Set(claims.map(({ claim }) => claim.criterionId))];
  const far = criteria.flatMap((id) =>
    outliers(claims.flatMap(({ claim }) => (claim.criterionId === id ? [claim] : []))),
  );
  const shared = [...sharedPhotos(hamlets.flatMap(({ pictures }) => pictures))].filter(
    (pair) => pair !== null,
  );
  return {
    outside: new Set(
      claims.flatMap(({ claim, bounds }) => {
        const { kind } = judgeClaim(bounds, claim);
        return kind === 'tooHigh' || kind === 'tooLow' ? [claim.subjectId] : [];
      }),
    ),
    unlikely: often(unlikelyClaims(claims.map(({ claim }) => claim)).map(({ subjectId }) => subjectId)),
    outlier: often(far.map(({ subjectId }) => subjectId)),
    quick: new Set(quickTyping(hamlets.flatMap(({ typed }) => typed)).map(({ by }) => by)),
    straight: new Set(straightLines(hamlets.flatMap(({ answered }) => answered)).map(({ by }) => by)),
    photos: new Set(shared.flatMap(({ a, b }) => [a.assessmentId, b.assessmentId])),
  };
}
