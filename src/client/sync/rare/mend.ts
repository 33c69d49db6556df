/** What a cycle does about the answers that seldom come. */
import type { ProblemCode } from '#protocol/problem.ts';
import { dropPulled } from '#client/db/rare/drop-pulled.ts';
import { dropSafe } from '#client/db/rare/drop-safe.ts';
import { compareDigests, readAgain } from '#client/db/rare/rebuild.ts';
import type { CycleContext, CycleOutcome, ProfileCard } from '../cycle-context.ts';
import type { Digests, ExchangeContext, ExchangeOutcome } from '../exchange-once.ts';
import { exchangeBefore } from '../session-held.ts';
import { rekey } from './rekey.ts';
import { sortOut } from './sort-out.ts';

/** Everything stays on the phone; a person has to scan a new code. */
export async function lockOut(profile: ProfileCard, problem: ProblemCode): Promise<CycleOutcome> {
  await profile.change({ ...profile.current(), link: { state: 'lockedOut', problem } });
  return { kind: 'needsScan' };
}

/** Rows that an earlier build could not read come again, when this is another one. */
export const retryRows = ({ store }: CycleContext): Promise<void> => readAgain(store.tables);

/** With everything here: is it what the commune has? And away with what every backup holds. */
export async function keepUp(
  { store, environment }: CycleContext,
  digests: Digests,
): Promise<'same' | 'differs'> {
  const now = environment.clock.now();
  if (digests !== undefined && (await compareDigests(store.tables, digests, now)) === 'differs')
    return 'differs';
  await dropSafe(store.tables, now);
  return 'same';
}

/** What the cycle ends with, or null when it may go on. */
export async function mend(
  context: CycleContext,
  exchange: ExchangeContext,
  outcome: Exclude<ExchangeOutcome, { kind: 'settled' }>,
): Promise<CycleOutcome | null> {
  const { profile } = context;
  switch (outcome.kind) {
    case 'lockedOut':
      // Cut off on purpose, not merely unknown after a restore: what it was shown goes now.
      if (outcome.problem === 'device-revoked') await dropPulled(context.store.tables);
      return lockOut(profile, outcome.problem);
    case 'badEnvelope': {
      const sorted = await sortOut(exchange, outcome.ops);
      return sorted === null ? null : mend(context, exchange, sorted);
    }
    case 'forked': {
      const rekeyed = await rekey(context, outcome);
      if (rekeyed.kind === 'rekeyed') return null;
      return rekeyed.kind === 'lockedOut' ? lockOut(profile, rekeyed.problem) : rekeyed;
    }
    case 'busy': {
      if (outcome.problem !== 'step-up') return outcome;
      const before = await exchangeBefore(exchange);
      return before.kind === 'busy' ? before : mend(context, exchange, before);
    }
    default:
      return outcome;
  }
}
