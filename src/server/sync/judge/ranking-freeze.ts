/**
 * A frozen ranking is kept when its inputs are what the commune holds and its results what anyone reckons from them.
 * Inputs that differ are stale (somebody scored, reopened or decided meanwhile); results that differ are another build's.
 */
import { freezeOf, frozenValue, type FrozenInput } from '#domain/ranking/freeze.ts';
import { canon } from '#protocol/canon.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { hashTextNow } from '../../crypto/hash.ts';
import { isDraining, quarantined, refused, type Bench, type Judgement } from './judge.ts';
import { heldInputs, type HeldInputs } from './ranking-inputs.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const allOf = (inputs: readonly Omit<FrozenInput, 'knockOut'>[]): string =>
  canon(inputs.toSorted((a, b) => byText(a.subjectId, b.subjectId)));

/** Any knock-out in force will do where there are several: none of them is ranked for either. */
const namesKnockOut = ({ knockOuts }: HeldInputs, { subjectId, knockOut }: FrozenInput): boolean => {
  const inForce = knockOuts.get(subjectId);
  return knockOut === undefined ? inForce === undefined : inForce?.has(knockOut) === true;
};

function isCurrent(bench: Bench, freeze: RankingFreeze, held: HeldInputs): boolean {
  const { erased = new Set<string>() } = bench;
  // When the log is played again, what was erased since cannot be held against anything.
  const known = freeze.inputs.filter(({ submission }) => !erased.has(submission));
  const claimed = known.map(({ knockOut: _knockOut, ...input }) => input);
  return (
    allOf(claimed) === allOf(held.inputs) &&
    known.every((input) => namesKnockOut(held, input)) &&
    canon(freeze.ties) === canon(held.ties) &&
    freeze.replaces === held.last?.id &&
    // Whoever changes a published order says why.
    (held.last === undefined || freeze.reason !== undefined)
  );
}

/** What is wrong with it; null = nothing. */
export async function judgeFreeze(bench: Bench, freeze: RankingFreeze): Promise<Judgement | null> {
  if (isDraining(bench)) return refused('DRAINING');
  if (!isCurrent(bench, freeze, await heldInputs(bench, freeze))) return refused('STALE_BASIS');
  const sets = new Map([...bench.facts.sets].map(([ref, { set }]) => [ref, set]));
  const reckoned = freezeOf(freeze, sets);
  const kept = canon(frozenValue(freeze));
  return reckoned !== null && canon(reckoned) === kept && hashTextNow(kept) === freeze.sha256
    ? null
    : quarantined('ARGS_INVALID');
}
