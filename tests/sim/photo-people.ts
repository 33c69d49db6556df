/** What people do with photos: through the commands their screens have. */
import { photoRefs, photosShown, type ShownPhoto } from '#client/db/photo-list.ts';
import type { SubmitInput, Workspace } from '#client/workspace.ts';
import { isPictureOf, rawPicture } from './camera.ts';
import { Broken } from './oracle/broken.ts';
import type { Acting } from './people.ts';
import { fieldsOf } from './village.ts';
import type { Act } from './schedule.ts';

async function shownTo(workspace: Workspace): Promise<ShownPhoto[]> {
  const { assessmentId } = workspace.profile;
  if (assessmentId === undefined || workspace.profile.role === 'household') return [];
  return photosShown(await workspace.photos(assessmentId), await workspace.rows('photo'), assessmentId);
}

/** What a form says of its photos when it is sent. */
export async function refsOf(workspace: Workspace): Promise<Pick<SubmitInput, 'photos'>> {
  const photos = photoRefs(await shownTo(workspace));
  return photos.length === 0 ? {} : { photos };
}

export async function takePhoto(
  { phone }: Acting,
  workspace: Workspace,
  act: Extract<Act, { do: 'photo' }>,
): Promise<void> {
  const { assessmentId } = workspace.profile;
  if (assessmentId === undefined) return;
  const criterionId = fieldsOf.hamlet[act.field % 2] ?? 'A2.1';
  const id = await workspace.addPhoto({ assessmentId, criterionId, bytes: rawPicture(act.picture) });
  const { photos } = await phone.view();
  // In between it may have turned out to be there already.
  if (!photos.some((row) => row.id === id || (row.criterionId === criterionId && row.state === 'ready')))
    throw new Broken('I15', `${phone.name} was told that photo ${id} is here, and it is not`);
}

export async function takePhotoOut(acting: Acting, workspace: Workspace, target: number): Promise<void> {
  const standing = (await shownTo(workspace)).filter(({ own }) => own?.removedAt === undefined);
  const photo = standing[target % Math.max(1, standing.length)];
  if (photo === undefined) return;
  acting.phone.takenOut.add(photo.id);
  await workspace.removePhoto(photo.id);
}

export async function putPhotoBack(acting: Acting, workspace: Workspace, target: number): Promise<void> {
  const gone = (await shownTo(workspace)).filter(({ own }) => own?.removedAt !== undefined);
  const photo = gone[target % Math.max(1, gone.length)];
  if (photo === undefined) return;
  acting.phone.takenOut.delete(photo.id);
  await workspace.restorePhoto(photo.id);
}

/** Any picture of the commune, be it theirs to see or not; `known` = hashes people might have come by. */
export async function lookAt(
  { phone }: Acting,
  workspace: Workspace,
  { target, known }: { target: number; known: readonly string[] },
): Promise<void> {
  const photoId = known[target % Math.max(1, known.length)];
  if (photoId === undefined) return;
  const assessmentId = workspace.profile.assessmentId ?? '';
  const bytes = await workspace.photoBytes({ assessmentId, photoId }, target % 2 === 0 ? 'full' : 'thumb');
  if (bytes !== null && !isPictureOf(bytes, photoId))
    throw new Broken('I9', `${phone.name} was shown something else as ${photoId}`);
}
