/** How stored pictures look (`domain/trust`): kept beside each, and shown to the office alone. */
import type { Transaction } from '../store/store.ts';
import type { BlobRecord } from '../store/tables/photo.ts';
import { officeScope } from '../identity/scopes.ts';
import { openLedger, type Ledger } from '../sync/ledger.ts';
import { bury, project } from '../sync/project.ts';
import type { PhotoDesk } from './photo-desk.ts';

type Picture = Pick<BlobRecord, 'photo_id' | 'owner'>;
interface LookBench {
  transaction: Transaction;
  ledger: Ledger;
}

export async function keepLook(
  { transaction, ledger }: LookBench,
  { photo_id, owner }: Picture,
  look: string,
): Promise<void> {
  await transaction.blob.keepLook(photo_id, owner, look);
  if (look === '') return;
  const rev = ledger.nextRev();
  const value = { id: photo_id, look };
  await project(transaction, { entity: 'photoLook', id: photo_id, rev, value, scopes: [officeScope] });
}

/** The picture is erased: nothing is left to find it by. */
export const forgetLook = ({ transaction, ledger }: LookBench, photo_id: string): Promise<void> =>
  bury(transaction, { entity: 'photoLook', id: photo_id, rev: ledger.nextRev(), scopes: [officeScope] });

/** Pictures a build without eyes for them stored: some at a time, beside the day's work. */
const AT_A_TIME = 20;

/** @returns how many were looked at */
export async function lookAtOlder(desk: PhotoDesk): Promise<number> {
  const { store, blobs, encoder } = desk;
  const unseen = await store.read((tables) => tables.blob.unseen(AT_A_TIME));
  let looked = 0;
  for (const { photo_id, owner, stored_sha256 } of unseen) {
    const bytes = await blobs.read(stored_sha256);
    // A file that is not there is for `admin verify` to name; it is not looked for again and again.
    const encoded = bytes === null ? null : await encoder.encode(bytes);
    if (encoded?.kind === 'full') return looked;
    await store.write(async (transaction) => {
      const ledger = await openLedger(transaction);
      await keepLook(
        { transaction, ledger },
        { photo_id, owner },
        encoded?.kind === 'encoded' ? encoded.look : '',
      );
      await ledger.save();
    });
    looked += 1;
  }
  return looked;
}
