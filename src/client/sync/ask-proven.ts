/** One signed question with this device's standing: counter, challenge, last operation (`protocol.md` §4). */
import type { EngineStore } from '#client/db/engine-store.ts';
import type { Reply, Standing } from './transport.ts';

/** Doubling from nothing, this many numbers are more than a phone uses in its life. */
const SKIP_MAX = 2 ** 24;

/**
 * Asks, and asks again at once when only the standing was stale: with the challenge the commune names, or with a counter
 * ahead of the one it has seen (a copied or rolled-back phone does not know how far it was). Each question has its own
 * counter, on disk before it goes.
 */
export async function askProven<T>(
  store: Pick<EngineStore, 'state' | 'nextCounter' | 'keepChallenge'>,
  sent: Pick<Standing, 'lastSeq' | 'chain'>,
  ask: (standing: Standing) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  let skip = 0;
  let isFresh = false;
  for (;;) {
    const counter = await store.nextCounter(skip);
    const { challenge } = await store.state();
    const reply = await ask({ ...sent, counter, challenge });
    if (reply.kind !== 'refused') return reply;
    const { code, challenge: offered } = reply.problem;
    if (code === 'stale-challenge' && offered !== undefined && !isFresh) {
      isFresh = true;
      await store.keepChallenge(offered);
    } else if (code === 'proof-replayed' && skip < SKIP_MAX) skip = skip * 2 + 1;
    else return reply;
  }
}
