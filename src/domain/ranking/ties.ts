/** Subjects of equal score, side by side, with the step that told each pair apart (visual `l-xep-hang`). */
import { compareKeys, decidingStep, type RankKey, type RankStep } from './key.ts';
import type { Placed } from './possible-ranks.ts';

type Sure = { subjectId: string; best: RankKey; isSure: boolean };

export type Tie = {
  /** The score they share, normalised hundredths. */
  normalised: number;
  /** In the order of their ranks. */
  members: { subjectId: string; key: RankKey }[];
  /** What told member i from member i + 1: a step, the council, or nothing (they share a rank). */
  between: (RankStep | 'council' | null)[];
  /** Equal at every step and not placed by the council: for it to decide. */
  undecided: string[][];
};

const isPlaced = (ids: readonly string[], placings: readonly Placed[]): Placed | undefined =>
  placings.find((placed) => placed.length === ids.length && ids.every((id) => placed.includes(id)));

/** Runs of neighbours for which `same` holds. */
const runsOf = <T>(items: readonly T[], same: (a: T, b: T) => boolean): T[][] => {
  const runs: T[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && same(before, item)) last.push(item);
    else runs.push([item]);
  }
  return runs;
};

const tieOf = (members: readonly Sure[], placings: readonly Placed[]): Tie => {
  const equals = runsOf(members, (a, b) => compareKeys(a.best, b.best) === 0);
  const placedOf = (run: readonly Sure[]): Placed | undefined =>
    isPlaced(
      run.map(({ subjectId }) => subjectId),
      placings,
    );
  const ordered = equals.flatMap((run) => {
    const placed = placedOf(run);
    return placed ? [...run].sort((a, b) => placed.indexOf(a.subjectId) - placed.indexOf(b.subjectId)) : run;
  });
  const between = ordered.slice(1).map((after, at) => {
    const before = ordered[at] ?? after;
    const step = decidingStep(before.best, after.best);
    if (step !== null) return step;
    const run = equals.find((each) => each.includes(after)) ?? [];
    return placedOf(run) ? ('council' as const) : null;
  });
  return {
    normalised: members[0]?.best[0] ?? 0,
    members: ordered.map(({ subjectId, best }) => ({ subjectId, key: best })),
    between,
    undecided: equals
      .filter((run) => run.length > 1 && placedOf(run) === undefined)
      .map((run) => run.map(({ subjectId }) => subjectId)),
  };
};

/** Ties among sure subjects, the highest score first. */
export const tiesOf = (ranked: readonly Sure[], placings: readonly Placed[]): Tie[] => {
  const sure = ranked
    .filter(({ isSure }) => isSure)
    .sort((a, b) => compareKeys(b.best, a.best) || (a.subjectId < b.subjectId ? -1 : 1));
  return runsOf(sure, (a, b) => a.best[0] === b.best[0])
    .filter((run) => run.length > 1)
    .map((run) => tieOf(run, placings));
};
