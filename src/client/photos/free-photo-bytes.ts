/**
 * Room for new photos: the full picture leaves the phone once the commune holds it in every kept backup, and its
 * operation too; the thumbnail stays. Whatever is not proved stays.
 */
import { bytesKey, type PhotoStore } from '#client/db/photo-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { isRowOf } from '#client/db/row-of.ts';
import type { PhotoRow } from '#client/db/model.ts';

interface Stores {
  store: EngineStore;
  photos: PhotoStore;
}

async function isSafe(store: EngineStore, photo: PhotoRow): Promise<boolean> {
  const { safeAt, safeSeq } = await store.state();
  if (photo.opId === undefined || safeAt === null) return false;
  const row = await store.row('photo', photo.opId);
  if (row === undefined || !isRowOf(row, 'photo')) return false;
  const { state, storedAt } = row.value;
  if (state !== 'stored' || storedAt === undefined || storedAt > safeAt) return false;
  // An operation that is no longer here was let go because every kept backup holds it.
  const seq = (await store.outbox()).find(({ opId }) => opId === photo.opId)?.seq ?? 0;
  return seq <= safeSeq;
}

/** Drops the full picture of every photo that is safe. */
export async function freePhotoBytes({ store, photos }: Stores): Promise<void> {
  const here = new Set(await photos.photoKeys());
  if (here.size === 0) return;
  const gone: string[] = [];
  for (const photo of await photos.photos()) {
    const key = bytesKey(photo.id, 'final');
    if (photo.removedAt === undefined && here.has(key) && (await isSafe(store, photo))) gone.push(key);
  }
  if (gone.length > 0) await photos.dropPhotoBytes(gone);
}

/** At the start, when nobody can still want them back. */
export async function clearRemovedPhotos({ store, photos }: Stores): Promise<void> {
  const removed = (await photos.photos()).filter(({ removedAt }) => removedAt !== undefined);
  if (removed.length === 0) return;
  const { lastSeq, ackedSeq } = await store.state();
  if (ackedSeq < lastSeq) return;
  for (const { id } of removed) await photos.deletePhoto(id);
}
