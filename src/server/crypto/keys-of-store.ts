/**
 * A commune is signed for with one key. A folder of data that lost its keys, or one that belongs to another server of
 * the same database, would sign receipts no phone can check: it is turned away before a key is made.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../store/store.ts';
import { keyMark } from '../backup/manifest.ts';
import { createKeys, keyFiles, loadKeys, type CommuneKeys } from './keys.ts';

/**
 * The keys for this store: those in `dataDir/keys`, or fresh ones for a commune that never had any.
 * @throws Error when the commune signs with other keys than are, or would be, there.
 */
export async function keysOfStore(store: Store, dataDir: string): Promise<CommuneKeys> {
  if (dataDir === ':memory:') return createKeys();
  const known = (await store.read(({ commune }) => commune.find()))?.key_mark ?? null;
  const dir = join(dataDir, 'keys');
  if (known !== null && !existsSync(join(dir, keyFiles[0])))
    throw new Error(`the key this commune signs with is not in ${dir}: bring that folder back, or restore`);
  const keys = await loadKeys(dir);
  const mark = await keyMark(keys.publicJwk);
  if (known !== null && known !== mark)
    throw new Error(
      `this commune signs with the key ${known}, ${dir} holds ${mark}: servers of one database share DATA_DIR`,
    );
  return keys;
}

/** Written down once the commune is there: from now on no other key signs for it. */
export async function noteKeys(store: Store, keys: CommuneKeys): Promise<void> {
  const mark = await keyMark(keys.publicJwk);
  const commune = await store.read((tables) => tables.commune.find());
  if (commune?.key_mark === null) await store.write((tables) => tables.commune.signWith(mark));
}
