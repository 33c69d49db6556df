/** What became of every operation this profile ever sealed. */
import { stateIn } from '../sync-state.ts';
import type { Tables } from '../tables.ts';

/** `made` is counted when something is sealed, the others row by row: a difference means that something was lost. */
export const balanceOf = (
  tables: Tables,
): Promise<Record<'made' | 'received' | 'safe' | 'waiting' | 'setAside', number>> =>
  tables.read(['meta', 'outbox'], async (tx) => {
    const { made, safeSeq } = await stateIn(tx);
    const balance = { made, received: 0, safe: 0, waiting: 0, setAside: 0 };
    for (const { seq, result } of await tx.sealedFrom(-Infinity)) {
      if (result === undefined || result.verdict === 'retry') balance.waiting += 1;
      else if (result.verdict === 'refused' || result.verdict === 'quarantined') balance.setAside += 1;
      else if (seq <= safeSeq) balance.safe += 1;
      else balance.received += 1;
    }
    return balance;
  });
