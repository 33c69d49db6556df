/**
 * A whole upload becomes a stored picture, or is refused: hash, decoding in another process, files, and then one
 * transaction that says so to everybody who waits for it. A crash anywhere leaves the upload as it was, to be finished by
 * whoever asks next.
 */
import type { PhotoFault } from '#protocol/photo.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { BlobRecord, UploadRecord } from '../store/tables/photo.ts';
import type { Transaction } from '../store/store.ts';
import { openLedger } from '../sync/ledger.ts';
import { showPhoto } from '../sync/judge/photo-rows.ts';
import { findAssessment } from '../sync/judge/subject.ts';
import { hashOf } from './blob-files.ts';
import type { EncodedPicture } from './encode-picture.ts';
import type { PhotoDesk } from './photo-desk.ts';
import { keepLook } from './photo-look.ts';
import { isPicture } from './picture-kinds.ts';
import { FULL_TYPE } from './stored-kinds.ts';

export type Finished =
  | { kind: 'known'; blob: Pick<BlobRecord, 'state' | 'reason'> }
  /** What came is not what its sender named: it is thrown away. */
  | { kind: 'mismatch' }
  /** Nothing was decided; the bytes are kept. */
  | { kind: 'busy' };

type Picture = Pick<UploadRecord, 'photo_id' | 'owner'>;

/** Kept in the log as well, so that a row changed behind our back contradicts the chain. */
export const blobFacts = (blob: BlobRecord): Record<string, string | number> => ({
  photo: blob.photo_id,
  owner: blob.owner,
  state: blob.state,
  reason: blob.reason,
  sha256: blob.stored_sha256,
  bytes: blob.stored_bytes,
  mime: blob.stored_mime,
  w: blob.w,
  h: blob.h,
  thumb: blob.thumb_sha256,
  thumbBytes: blob.thumb_bytes,
  receivedAt: blob.received_at,
});
export const BLOB_ENTRY = 'server.photo';

/** All but the instant it is kept: that is the transaction's to say. */
type Judged = Omit<BlobRecord, 'received_at'>;
interface Decoded {
  judged: Judged;
  look?: string;
}

const refusedBlob = (picture: Picture, reason: PhotoFault): Judged => ({
  photo_id: picture.photo_id,
  owner: picture.owner,
  state: 'refused',
  reason,
  stored_sha256: '',
  stored_bytes: 0,
  stored_mime: '',
  w: 0,
  h: 0,
  thumb_sha256: '',
  thumb_bytes: 0,
});

/** On the disk before anybody is told. */
async function storeFiles(
  desk: PhotoDesk,
  picture: Picture,
  { full, thumb, w, h }: Omit<EncodedPicture, 'look'>,
): Promise<Judged> {
  return {
    ...refusedBlob(picture, 'damaged'),
    state: 'stored',
    reason: '',
    stored_sha256: await desk.blobs.put(full),
    stored_bytes: full.byteLength,
    stored_mime: FULL_TYPE,
    w,
    h,
    thumb_sha256: await desk.blobs.put(thumb),
    thumb_bytes: thumb.byteLength,
  };
}

/** Says it to everybody who waits for this picture, and to the office how it looks. */
async function showWaiting(
  transaction: Transaction,
  { photo_id, owner }: Picture,
  look: string | undefined,
): Promise<void> {
  const ledger = await openLedger(transaction);
  if (look !== undefined) await keepLook({ transaction, ledger }, { photo_id, owner }, look);
  for (const photo of await transaction.photo.ofPicture(photo_id)) {
    if (photo.owner !== owner || photo.removed === 1) continue;
    const form = await findAssessment(transaction, photo.assessment_id);
    if (form !== null) await showPhoto({ transaction, ledger }, photo, form);
  }
  await ledger.save();
}

const settle = (desk: PhotoDesk, { judged, look }: Decoded): Promise<BlobRecord> =>
  desk.store.write(async (transaction) => {
    const known = await transaction.blob.find(judged.photo_id, judged.owner);
    if (known !== undefined) return known;
    // As late as can be: a backup made after this instant is taken to hold the picture.
    const blob = { ...judged, received_at: desk.clock.now() };
    await transaction.blob.put(blob);
    await logServerEntry(desk, transaction, BLOB_ENTRY, blobFacts(blob));
    await showWaiting(transaction, blob, look);
    return blob;
  });

async function decode(desk: PhotoDesk, picture: Picture, bytes: Uint8Array): Promise<Decoded | null> {
  // Cheapest first: what is no picture at all costs no process.
  if (!isPicture(bytes)) return { judged: refusedBlob(picture, 'notAPicture') };
  const encoded = await desk.encoder.encode(bytes);
  if (encoded.kind === 'full') return null;
  return encoded.kind === 'refused'
    ? { judged: refusedBlob(picture, encoded.fault) }
    : { judged: await storeFiles(desk, picture, encoded), look: encoded.look };
}

/**
 * What has come whole is decoded, stored and told of; null while no decoder has room: nothing was decided. Of no effect a
 * second time. Under {@link alone}.
 */
async function keep(desk: PhotoDesk, picture: Picture, bytes: Uint8Array): Promise<BlobRecord | null> {
  const decoded = await decode(desk, picture, bytes);
  return decoded && settle(desk, decoded);
}

const alone = <Result>(desk: PhotoDesk, { photo_id, owner }: Picture, work: () => Promise<Result>) =>
  desk.store.exclusive(`photo ${photo_id} ${owner}`, work);

/** A picture that came by no upload: the synthetic commune's. */
export const keepPicture = (
  desk: PhotoDesk,
  picture: Picture,
  bytes: Uint8Array,
): Promise<BlobRecord | null> => alone(desk, picture, () => keep(desk, picture, bytes));

/** @throws StoreBusyError when the disk or the database has no room: the upload stays as it is */
export const finishUpload = (desk: PhotoDesk, upload: UploadRecord): Promise<Finished> => {
  const { upload_id, photo_id, owner } = upload;
  return alone(desk, upload, async () => {
    const known = await desk.store.read((tables) => tables.blob.find(photo_id, owner));
    if (known !== undefined) return { kind: 'known', blob: known };
    const bytes = await desk.uploads.read(upload_id);
    if (hashOf(bytes) !== photo_id) {
      desk.log('warn', 'photo-hash-mismatch', { device: upload.device_id, bytes: upload.bytes });
      await desk.store.write((transaction) => transaction.upload.remove(upload_id));
      await desk.uploads.remove(upload_id);
      return { kind: 'mismatch' };
    }
    const blob = await keep(desk, upload, bytes);
    if (blob === null) return { kind: 'busy' };
    // Its row stays for a while: a phone that missed the last answer asks once more, and is told that all has arrived.
    await desk.uploads.remove(upload_id);
    return { kind: 'known', blob };
  });
};
