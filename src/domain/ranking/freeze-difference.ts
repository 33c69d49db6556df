/** What changed from one freeze of a group to the next, as data; a messages file puts it into words. */
import type { FrozenInput, FrozenRanking, FrozenResult } from './freeze.ts';

export type FreezeDifference =
  | { kind: 'joined' | 'left'; subjectId: string; rank: number | null }
  /** Another round of the form was verified. */
  | { kind: 'submission'; subjectId: string }
  /** Points of one criterion; null = not applicable. */
  | { kind: 'points'; subjectId: string; criterionId: string; before: number | null; after: number | null }
  | { kind: 'normalised'; subjectId: string; before: number; after: number }
  | { kind: 'rank'; subjectId: string; before: number | null; after: number | null }
  | { kind: 'prior'; subjectId: string; before: number | null; after: number | null }
  | { kind: 'onTime'; subjectId: string; after: boolean }
  | { kind: 'knockOut'; subjectId: string; after: boolean }
  /** The council's placings are not the same. */
  | { kind: 'ties' };

const under = (points: Readonly<Record<string, number>>, id: string): number | null =>
  Object.hasOwn(points, id) ? (points[id] ?? null) : null;

const inputDifferences = (before: FrozenInput, after: FrozenInput): FreezeDifference[] => {
  const { subjectId } = after;
  const found: FreezeDifference[] = [];
  if (before.submission !== after.submission) found.push({ kind: 'submission', subjectId });
  for (const criterionId of new Set([...Object.keys(before.points), ...Object.keys(after.points)])) {
    const [was, is] = [under(before.points, criterionId), under(after.points, criterionId)];
    if (was !== is) found.push({ kind: 'points', subjectId, criterionId, before: was, after: is });
  }
  const [wasPrior, isPrior] = [before.prior ?? null, after.prior ?? null];
  if (wasPrior !== isPrior) found.push({ kind: 'prior', subjectId, before: wasPrior, after: isPrior });
  if (before.onTime !== after.onTime) found.push({ kind: 'onTime', subjectId, after: after.onTime });
  if (before.knockOut !== after.knockOut)
    found.push({ kind: 'knockOut', subjectId, after: after.knockOut !== undefined });
  return found;
};

const resultDifferences = (before: FrozenResult, after: FrozenResult): FreezeDifference[] => {
  const { subjectId } = after;
  const found: FreezeDifference[] = [];
  if (before.normalised !== after.normalised)
    found.push({ kind: 'normalised', subjectId, before: before.normalised, after: after.normalised });
  if (before.rank !== after.rank)
    found.push({ kind: 'rank', subjectId, before: before.rank ?? null, after: after.rank ?? null });
  return found;
};

const sameTies = (before: FrozenRanking, after: FrozenRanking): boolean =>
  before.ties.length === after.ties.length &&
  before.ties.every(({ order }, at) => order.join(' ') === after.ties[at]?.order.join(' '));

/** In the order of the later freeze's ranks; those who left come last. */
export const freezeDifferences = (before: FrozenRanking, after: FrozenRanking): FreezeDifference[] => {
  const inputBefore = new Map(before.inputs.map((input) => [input.subjectId, input]));
  const inputAfter = new Map(after.inputs.map((input) => [input.subjectId, input]));
  const resultBefore = new Map(before.results.map((result) => [result.subjectId, result]));
  const changed = after.results.flatMap((result): FreezeDifference[] => {
    const { subjectId } = result;
    const was = resultBefore.get(subjectId);
    if (!was) return [{ kind: 'joined', subjectId, rank: result.rank ?? null }];
    const [inputWas, inputIs] = [inputBefore.get(subjectId), inputAfter.get(subjectId)];
    const inputs = inputWas && inputIs ? inputDifferences(inputWas, inputIs) : [];
    return [...inputs, ...resultDifferences(was, result)];
  });
  const left = before.results
    .filter(({ subjectId }) => !inputAfter.has(subjectId))
    .map(({ subjectId, rank }): FreezeDifference => ({ kind: 'left', subjectId, rank: rank ?? null }));
  return [...(sameTies(before, after) ? [] : [{ kind: 'ties' as const }]), ...changed, ...left];
};
