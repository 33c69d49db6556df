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
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { BlobRecord } from '../store/tables/photo.ts';
import type { Tables } from '../store/tables.ts';
import { noteSight } from '../privacy/sights.ts';
import { EMPTY_HASH } from './empty-body.ts';
import type { PhotoDesk } from './photo-desk.ts';
import { THUMB_TYPE } from './stored-kinds.ts';

/** The picture behind a row these scopes show; the feed itself decides what they show. */
async function findShown(
  { photo, feed, blob }: Tables,
  photoId: string,
  scopes: readonly Scope[],
): Promise<{ stored: BlobRecord; assessment: string } | undefined> {
  for (const { op_id, owner, assessment_id } of await photo.ofPicture(photoId))
    for (const scope of scopes) {
      const row = await feed.find(scope, 'photo', op_id);
      if (row === undefined || row.value === null) continue;
      const stored = await blob.find(photoId, owner);
      if (stored?.state === 'stored') return { stored, assessment: assessment_id };
    }
  return undefined;
}

export async function readPhoto(
  desk: PhotoDesk,
  proof: string,
  {
    photoId,
    size,
    method,
    carried = nothingCarried,
  }: { photoId: string; size: 'full' | 'thumb'; method: 'GET' | 'HEAD'; carried?: Carried },
): Promise<ReadPhotoOutcome> {
  const reader = await authenticate(desk, proof, {
    method,
    path: size === 'full' ? filePath(photoId) : thumbPath(photoId),
    bodyHash: EMPTY_HASH,
    roles: routeRoles('GET /api/v1/files/:photoId'),
    carried,
  });
  if (reader.kind === 'refused') return reader;
  const found = await desk.store.read((tables) => findShown(tables, photoId, scopesOf(reader.binding)));
  if (found === undefined) return { kind: 'refused', code: 'not-found' };
  const { stored, assessment } = found;
  const bytes = await desk.blobs.read(size === 'full' ? stored.stored_sha256 : stored.thumb_sha256);
  if (bytes === null) {
    desk.log('alarm', 'photo-file-damaged', { hash: stored.stored_sha256 });
    return { kind: 'refused', code: 'not-found' };
  }
  if (reader.binding.kind === 'office') await noteSight(desk, { device: reader.deviceId, assessment });
  return { kind: 'photo', bytes, type: size === 'full' ? stored.stored_mime : THUMB_TYPE };
}
