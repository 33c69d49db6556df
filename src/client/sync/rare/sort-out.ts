/**
 * The commune refused an envelope as a whole: one of its operations may be to blame. Halves until that one is alone, sets
 * it apart, and the others go on.
 */
import { setApart } from '#client/db/rare/set-apart.ts';
import type { OutboxRow } from '#client/db/model.ts';
import { exchangeOnce, type ExchangeContext, type ExchangeOutcome } from '../exchange-once.ts';

/** `null`: something changed, go on with the cycle. Bounded by the logarithm of what was sent. */
export async function sortOut(
  context: ExchangeContext,
  refused: OutboxRow[],
): Promise<Exclude<ExchangeOutcome, { kind: 'settled' | 'badEnvelope' }> | null> {
  let suspects = refused;
  while (suspects.length > 1) {
    const outcome = await exchangeOnce(context, Math.ceil(suspects.length / 2));
    if (outcome.kind === 'settled') return null;
    if (outcome.kind !== 'badEnvelope') return outcome;
    suspects = outcome.ops;
  }
  const [poison] = suspects;
  // Without any operation it must pass, or the operations are not to blame.
  const without = await exchangeOnce(context, 0);
  if (without.kind === 'badEnvelope') return { kind: 'busy', retryAfterMs: null };
  if (without.kind !== 'settled') return without;
  if (poison !== undefined) {
    const { opId } = poison;
    await setApart(context.store.tables, { opId, code: 'ARGS_INVALID', at: context.clock.now() });
  }
  return null;
}
