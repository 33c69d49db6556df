/** Officers' points of one form as they stand: settled ones, and those two officers see differently. */
import { isGivenCode, meansTheSame, type GivenPoints } from '#domain/review/given-points.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';

export interface Given {
  settled: Readonly<Record<string, GivenPoints>>;
  /** Criterion id → the values that differ, in order of their writing. */
  disputed: ReadonlyMap<string, { values: readonly GivenPoints[]; at: number }>;
}

export function givenIn(scores: ScoresRow | undefined): Given {
  const settled: Record<string, GivenPoints> = {};
  const disputed = new Map<string, { values: readonly GivenPoints[]; at: number }>();
  for (const [criterionId, versions] of Object.entries(scores?.fields ?? {})) {
    const distinct = versions.filter(
      (one, at) => versions.findIndex((other) => meansTheSame(one, other)) === at,
    );
    const [only] = distinct;
    if (distinct.length > 1)
      disputed.set(criterionId, { values: distinct, at: Math.max(...versions.map(({ at }) => at)) });
    else if (only !== undefined && isGivenCode(only.reasonCode)) settled[criterionId] = only;
  }
  return { settled, disputed };
}
