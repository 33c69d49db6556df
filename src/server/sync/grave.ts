/** Grave acts of officers in an exchange (`graveActs` of the policy): the person shows who is there before they are taken. */
import { graveActOf } from '#protocol/policy.ts';
import type { Transaction } from '../store/store.ts';
import type { Incoming } from './incoming.ts';

/** One the commune has already is not done a second time: it asks nobody. */
async function isNew({ operation }: Transaction, { content, hash }: Incoming): Promise<boolean> {
  if (content.kind !== 'operation' || graveActOf(content.operation) === null) return false;
  return (await operation.find(content.operation.opId))?.op_hash !== hash;
}

/** `next`: it stands at the place the device's sequence goes on from · its index: others go before it · null: there is none. */
export async function firstGrave(
  transaction: Transaction,
  operations: readonly Incoming[],
  { firstSeq, last }: { firstSeq: number; last: number },
): Promise<'next' | number | null> {
  for (const [index, operation] of operations.entries()) {
    const seq = firstSeq + index;
    if (seq > last && (await isNew(transaction, operation))) return seq === last + 1 ? 'next' : index;
  }
  return null;
}
