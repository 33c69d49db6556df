/**
 * HEAD and PATCH of an upload: tus does what tus says, and what has arrived whole is finished before anybody is told
 * that it has.
 */
import { TUS_VERSION } from '#protocol/photo.ts';
import type { ReceiveOutcome } from '../outcomes.ts';
import { finishUpload } from './finish-upload.ts';
import { FULL_WAIT_S, UPLOAD_LIFE_MS, type PhotoDesk } from './photo-desk.ts';

/** What tus would say of an upload whose bytes have gone their way already. */
function sayComplete(request: Request, bytes: number): ReceiveOutcome {
  const headers = {
    'tus-resumable': TUS_VERSION,
    'upload-offset': String(bytes),
    'upload-length': String(bytes),
    'cache-control': 'no-store',
  };
  if (request.headers.get('tus-resumable') !== TUS_VERSION) return { kind: 'refused', code: 'malformed' };
  if (request.method === 'HEAD') return { kind: 'replied', reply: new Response(null, { headers }) };
  return request.headers.get('upload-offset') === String(bytes)
    ? { kind: 'replied', reply: new Response(null, { status: 204, headers }) }
    : { kind: 'refused', code: 'offset-conflict' };
}

export async function receiveUpload(
  desk: PhotoDesk,
  uploadId: string,
  request: Request,
): Promise<ReceiveOutcome> {
  const { upload, blob } = await desk.store.read(async (tables) => {
    const found = await tables.upload.find(uploadId);
    return {
      upload: found,
      blob: found === undefined ? undefined : await tables.blob.find(found.photo_id, found.owner),
    };
  });
  if (upload === undefined || upload.created_at + UPLOAD_LIFE_MS <= desk.clock.now())
    return { kind: 'refused', code: 'not-found' };
  if (blob !== undefined) return sayComplete(request, upload.bytes);

  const reply = await desk.uploads.handle(request);
  if (!reply.ok || reply.headers.get('upload-offset') !== String(upload.bytes))
    return { kind: 'replied', reply };
  const finished = await finishUpload(desk, upload);
  if (finished.kind === 'known') return { kind: 'replied', reply };
  return finished.kind === 'mismatch'
    ? { kind: 'refused', code: 'hash-mismatch' }
    : { kind: 'refused', code: 'busy', retryAfter: FULL_WAIT_S };
}
