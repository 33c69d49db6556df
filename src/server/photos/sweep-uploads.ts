/** Uploads given up: their rows, their bytes, files whose row never came or has gone, and pictures half written. */
import { UPLOAD_LIFE_MS, type PhotoDesk } from './photo-desk.ts';

/** @returns how many were removed */
export async function sweepUploads({ store, uploads, blobs, clock }: PhotoDesk): Promise<number> {
  const since = clock.now() - UPLOAD_LIFE_MS;
  const old = await store.read((tables) => tables.upload.before(since));
  for (const { upload_id } of old) {
    await uploads.remove(upload_id);
    await store.write((transaction) => transaction.upload.remove(upload_id));
  }
  const untouched = await uploads.untouchedSince(since);
  for (const uploadId of untouched) {
    const row = await store.read((tables) => tables.upload.find(uploadId));
    if (row === undefined) await uploads.remove(uploadId);
  }
  await blobs.sweep(since);
  return old.length;
}
