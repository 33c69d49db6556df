/** The key that is to take this phone's key's place: on disk before the commune hears of it, and the same until it does. */
import type { Identity } from '#client/db/model.ts';
import type { Tables } from '#client/db/tables.ts';
import { makeIdentity } from '../device-key.ts';

/** Made at the first need; two tabs end with the same one. */
export async function successorOf(tables: Tables): Promise<Identity> {
  const made = await makeIdentity();
  return tables.write(['meta'], async (tx) => {
    const kept = await tx.note('successor');
    if (kept !== undefined) return kept;
    await tx.putNote('successor', made);
    return made;
  });
}

/** It stands for something else already, and can take no place here. */
export const dropSuccessor = (tables: Tables): Promise<void> =>
  tables.write(['meta'], async (tx) => {
    await tx.deleteNote('successor');
  });
