/** A photo the commune has and this phone has not: read by a signed request, kept nowhere. */
import { filePath, PHOTO_TYPES, thumbPath } from '#protocol/photo.ts';
import { askSigned, type SignedContext } from './signed.ts';

/** A photo at 4 kB/s, and the time to be answered. */
const DEADLINE_MS = { full: 110_000, thumb: 20_000 };

/** null: not there (now), or no network. */
export async function fetchPhoto(
  context: SignedContext,
  photoId: string,
  size: 'full' | 'thumb',
): Promise<ArrayBuffer | null> {
  const path = size === 'full' ? filePath(photoId) : thumbPath(photoId);
  const asked = await askSigned(context, { method: 'GET', path, deadlineMs: DEADLINE_MS[size] });
  if (asked.kind !== 'answered') return null;
  const { status, type, body } = asked.value;
  const isPhoto = status === 200 && PHOTO_TYPES.some((known) => known === type) && body.byteLength > 0;
  return isPhoto ? body : null;
}
