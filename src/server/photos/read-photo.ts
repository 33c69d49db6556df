/**
 * A picture for whoever may read a row that names it, and for nobody else: what a caller may not see and what is not there
 * get the same answer.
 */
import { filePath, thumbPath } from '#protocol/photo.ts';
import type { ReadPhotoOutcome } from '../outcomes.ts';
import { routeRoles } from '../http/route-key.ts';
import { authenticate } from '../identity/authenticate.ts';
import { scopesOf } from '../identity/scopes.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { BlobRecord } from '../store/tables/photo.ts';
import type { Tables } from '../store/tables.ts';
import { EMPTY_HASH } from './empty-body.ts';
import type { PhotoDesk } from './photo-desk.ts';
import { THUMB_TYPE } from './stored-kinds.ts';

/** The picture behind a row these scopes show; the feed itself decides what they show. */
async function findShown(
  { photo, feed, blob }: Tables,
  photoId: string,
  scopes: readonly Scope[],
): Promise<BlobRecord | undefined> {
  for (const { op_id, owner } of await photo.ofPicture(photoId))
    for (const scope of scopes) {
      const row = await feed.find(scope, 'photo', op_id);
      if (row === undefined || row.value === null) continue;
      const stored = await blob.find(photoId, owner);
      if (stored?.state === 'stored') return stored;
    }
  return undefined;
}

export async function readPhoto(
  desk: PhotoDesk,
  proof: string,
  { photoId, size, method }: { photoId: string; size: 'full' | 'thumb'; method: 'GET' | 'HEAD' },
): Promise<ReadPhotoOutcome> {
  const reader = await authenticate(desk, proof, {
    method,
    path: size === 'full' ? filePath(photoId) : thumbPath(photoId),
    bodyHash: EMPTY_HASH,
    roles: routeRoles('GET /api/v1/files/:photoId'),
  });
  if (reader.kind === 'refused') return reader;
  const stored = await desk.store.read((tables) => findShown(tables, photoId, scopesOf(reader.binding)));
  if (stored === undefined) return { kind: 'refused', code: 'not-found' };
  const bytes = await desk.blobs.read(size === 'full' ? stored.stored_sha256 : stored.thumb_sha256);
  if (bytes === null) {
    desk.log('alarm', 'photo-file-damaged', { hash: stored.stored_sha256 });
    return { kind: 'refused', code: 'not-found' };
  }
  return { kind: 'photo', bytes, type: size === 'full' ? stored.stored_mime : THUMB_TYPE };
}
