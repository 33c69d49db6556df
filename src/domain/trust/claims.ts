/**
 * Figures a hamlet claims, beside what speaks against them: what its households' answers allow (`judge-claim.ts`, exact),
 * what the silent households would have to be like (a comparison of two shares), and how far it stands from hamlets of
 * its size (a funnel whose width the commune's own spread gives). The last two are about likelihood and say so.
 */
export interface CountedClaim {
  subjectId: string;
  criterionId: string;
  /** As claimed. */
  n: number;
  d: number;
  /** Known of the households that answered: how many have it, of how many. */
  yes: number;
  answered: number;
}

/** Standard deviations in hundredths. */
export type Far = Pick<CountedClaim, 'subjectId' | 'criterionId'> & { far: number };

const FEWEST_ANSWERED = 8;
/** Beyond this many standard deviations, in hundredths: one honest claim in some thousand. */
export const UNLIKELY = 330;

/** Share with one more yes and one more no, so that nothing is ever certain. */
const share = (yes: number, all: number): number => (yes + 1) / (all + 2);

/**
 * What the claim asks of the households that have not answered, against those that have. Null where too few answered, or
 * none is silent.
 */
export function askedOfTheSilent({ n, d, yes, answered }: CountedClaim): number | null {
  const silent = d - answered;
  if (answered < FEWEST_ANSWERED || silent <= 0) return null;
  const known = share(yes, answered);
  const asked = (n - yes) / silent;
  const spread = Math.sqrt(known * (1 - known) * (1 / silent + 1 / (answered + 2)));
  return Math.round((100 * (asked - known)) / spread);
}

export const unlikelyClaims = (claims: readonly CountedClaim[]): Far[] =>
  claims.flatMap((claim) => {
    const far = askedOfTheSilent(claim);
    const { subjectId, criterionId } = claim;
    return far !== null && far > UNLIKELY ? [{ subjectId, criterionId, far }] : [];
  });

const middleOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/** Middle of the squares of a standard normal. */
const MIDDLE_OF_SQUARES = 0.455;
const FEWEST_HAMLETS = 6;

/** Claims of one criterion that stand far above hamlets of their size, farthest first. */
export function outliers(
  claims: readonly Pick<CountedClaim, 'subjectId' | 'criterionId' | 'n' | 'd'>[],
): Far[] {
  const counted = claims.filter(({ d }) => d > 0);
  if (counted.length < FEWEST_HAMLETS) return [];
  const typical = middleOf(counted.map(({ n, d }) => share(n, d)));
  const far = counted.map(({ n, d }) => (share(n, d) - typical) / Math.sqrt((typical * (1 - typical)) / d));
  // Hamlets differ by more than chance: the funnel is as wide as the middle one of them.
  const width = Math.sqrt(Math.max(1, middleOf(far.map((each) => each * each)) / MIDDLE_OF_SQUARES));
  return counted
    .flatMap(({ subjectId, criterionId }, at) => {
      const hundredths = Math.round((100 * (far[at] ?? 0)) / width);
      return hundredths > UNLIKELY ? [{ subjectId, criterionId, far: hundredths }] : [];
    })
    .sort((a, b) => b.far - a.far || (a.subjectId < b.subjectId ? -1 : 1));
}
