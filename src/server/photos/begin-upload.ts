/**
 * Begins the upload of a picture, or finds it again (`protocol.md` §8). Signed; the words come first: only what a living
 * `photo.add` of the same owner names is taken, so that nobody fills the disk with what no form will show.
 */
import { base64url } from 'jose';
import { filePath, photoFaultSchema, type FileState } from '#protocol/photo.ts';
import type { BeginUploadOutcome, Refusal } from '../outcomes.ts';
import { routeRoles } from '../http/route-key.ts';
import { authenticate } from '../identity/authenticate.ts';
import { EMPTY_HASH } from './empty-body.ts';
import type { BlobRecord, UploadRecord } from '../store/tables/photo.ts';
import { ownerOf } from '../sync/judge/photo-rows.ts';
import { finishUpload } from './finish-upload.ts';
import { FULL_WAIT_S, UPLOAD_LIFE_MS, type PhotoDesk } from './photo-desk.ts';

const UPLOAD_ID_BYTES = 16;

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

const fileState = (blob: Pick<BlobRecord, 'state' | 'reason'>): FileState =>
  blob.state === 'stored'
    ? { state: 'stored' }
    : { state: 'refused', reason: photoFaultSchema.parse(blob.reason) };

/** The newest of these that can be gone on with. */
async function findAgain(
  desk: PhotoDesk,
  begun: readonly UploadRecord[],
  bytes: number,
): Promise<{ upload: UploadRecord; offset: number } | null> {
  for (const upload of begun.toReversed()) {
    if (upload.bytes !== bytes || upload.created_at + UPLOAD_LIFE_MS <= desk.clock.now()) continue;
    const offset = await desk.uploads.offset(upload.upload_id);
    if (offset !== null) return { upload, offset };
  }
  return null;
}

export async function beginUpload(
  desk: PhotoDesk,
  proof: string,
  { photoId, bytes }: { photoId: string; bytes: number },
): Promise<BeginUploadOutcome> {
  const sender = await authenticate(desk, proof, {
    method: 'POST',
    path: filePath(photoId),
    bodyHash: EMPTY_HASH,
    roles: routeRoles('POST /api/v1/files/:photoId'),
  });
  if (sender.kind === 'refused') return sender;
  const owner = ownerOf(sender.binding);
  const { blob, wanted, begun } = await desk.store.read(async (tables) => ({
    blob: await tables.blob.find(photoId, owner),
    wanted: await tables.photo.ofPicture(photoId),
    begun: await tables.upload.ofPicture(photoId, owner),
  }));
  // Of the length its words tell, too: another length would be another upload beside this one, without end.
  const isNamed = wanted.some(
    (photo) => photo.owner === owner && photo.removed === 0 && photo.bytes === bytes,
  );
  if (!isNamed) return refuse('not-found');
  if (blob !== undefined) return { kind: 'known', state: fileState(blob) };

  const again = await findAgain(desk, begun, bytes);
  if (again !== null && again.offset < bytes)
    return { kind: 'begun', uploadId: again.upload.upload_id, offset: again.offset };
  if (again !== null) {
    // All of it is here; the process that had it in hand did not come to its end.
    const finished = await finishUpload(desk, again.upload);
    if (finished.kind === 'known') return { kind: 'known', state: fileState(finished.blob) };
    if (finished.kind === 'busy') return { ...refuse('busy'), retryAfter: FULL_WAIT_S };
  }
  const uploadId = base64url.encode(desk.chance.bytes(UPLOAD_ID_BYTES));
  const { deviceId: device_id } = sender;
  const created_at = desk.clock.now();
  // The row first: a file without a row could be sent to and never be found.
  await desk.store.write((transaction) =>
    transaction.upload.insert({
      upload_id: uploadId,
      photo_id: photoId,
      owner,
      device_id,
      bytes,
      created_at,
    }),
  );
  await desk.uploads.create(uploadId, bytes);
  return { kind: 'begun', uploadId, offset: 0 };
}
