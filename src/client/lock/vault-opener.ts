/** Opens one profile by its key, and every other as it is. */
import { profileDbName } from '#client/db/profile-db.ts';
import { createStore } from '#client/db/store-core.ts';
import { createCipher, keyFor } from '#client/db/vault.ts';
import { openStore, type Surroundings } from '#client/sync/open-store.ts';

export type OpenStore = NonNullable<Surroundings['openStore']>;

export function vaultOpener(
  profileId: string,
  key: Uint8Array,
  around: Omit<Surroundings, 'openStore'>,
): OpenStore {
  const cipher = createCipher(key, around.environment.chance);
  keyFor(profileDbName(profileId), { cipher, seals: true });
  return async (id, hooks) => {
    const opened = await openStore(id, around, hooks);
    if (opened.kind !== 'open' || id !== profileId) return opened;
    // Without the short way of saving a draft, which goes past the cipher.
    return { ...opened, store: createStore(opened.store.tables) };
  };
}

/** Shut again: what is opened from now on finds sealed rows. */
export const shutVault = (profileId: string): void => keyFor(profileDbName(profileId), null);
