/** A picture that looks like an identity paper waits on the phone for its person's word; the form does not wait for it. */
import { expect, test } from 'vitest';
import type { PhotoRow } from '#client/db/model.ts';
import { photosShown, photoStateOf } from '#client/db/photo-list.ts';
import { looksLikeId } from '#client/photos/look-for-id.ts';
import type { PhotoCodec } from '#client/sync/environment.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune } from './commune.ts';
import { aDraft } from './makers.ts';
import { bufferOf, noisyJpeg, plainCodec } from './picture.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

const CRITERION = 'A1.1';
/** Takes every picture for an identity paper. */
const wary: PhotoCodec = {
  shrink: async (raw) => {
    const made = await plainCodec.shrink(raw);
    return made.kind === 'refused' ? made : { ...made, looksLikeId: true };
  },
};

async function village(seed: number, photoCodec: PhotoCodec) {
  const commune = await openCommune();
  const phone = createPhone(seed);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { photoCodec });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);
  return { commune, phone, line, tab, profile, workspace, assessmentId: profile.assessmentId ?? '' };
}
type Village = Awaited<ReturnType<typeof village>>;

const photosOf = ({ workspace, assessmentId }: Village): Promise<PhotoRow[]> =>
  workspace.photos(assessmentId);
const stateOf = async (at: Village, workspace: Workspace = at.workspace): Promise<string> => {
  const [shown] = photosShown(
    await workspace.photos(at.assessmentId),
    await workspace.rows('photo'),
    at.assessmentId,
  );
  return shown === undefined ? 'none' : photoStateOf(shown, undefined, false).word;
};
async function take(at: Village, seed: number): Promise<string> {
  const { workspace, assessmentId } = at;
  const bytes = bufferOf(await noisyJpeg(seed));
  const id = await workspace.addPhoto({ assessmentId, criterionId: CRITERION, bytes });
  await untilTrue(async () => (await photosOf(at)).every(({ state }) => state !== 'raw'));
  return id;
}
/** Timers fire, exchanges go by, until it holds. */
const untilLater = ({ phone, workspace }: Village, holds: () => Promise<boolean>): Promise<void> =>
  untilTrue(async () => {
    if (await holds()) return true;
    if (workspace.phase().kind !== 'exchanging' && phone.timers.waiting().length > 0) phone.timers.fireNext();
    return false;
  }, 8000);
const pictureRequests = ({ line }: Village): string[] =>
  line.log.map(({ path }) => path).filter((path) => /uploads|files/.test(path));

test('it is asked about at once, without a network; not a byte of it goes, though the form is sent, until it is to be used', async () => {
  const at = await village(71, wary);
  const { commune, line, phone, workspace, assessmentId } = at;
  line.isDown = true;
  const id = await take(at, 1);
  expect(await stateOf(at)).toBe('asks');
  line.isDown = false;
  const [photo] = await photosOf(at);
  const photoId = photo?.photoId ?? '';
  const draft = aDraft({ id: assessmentId, assessmentId, answers: { [CRITERION]: true }, updatedAt: 2 });
  await workspace.saveDraft(draft);
  const photos = [{ criterionId: CRITERION, photoId, sha256: photoId }];
  await workspace.submit(draft, { selfScore: 1, signedOffBy: 'Ông Ánh', photos });
  await untilLater(at, async () => (await workspace.rows('photo')).length === 1);
  await untilSent(phone, workspace);
  workspace.sendPhotos();
  await untilSent(phone, workspace);
  expect(await stateOf(at)).toBe('asks');
  expect(pictureRequests(at)).toEqual([]);
  expect((await workspace.rows('submission')).length).toBe(1);
  // Nothing of the finding is in what was sealed.
  const sealed = JSON.stringify(await workspace.outbox());
  expect(sealed).toContain(photoId);
  expect(sealed).not.toMatch(/held|looksLike|"asks"/i);
  await workspace.restorePhoto(id);
  await untilLater(at, async () => (await stateOf(at)) === 'stored');
  expect(pictureRequests(at).length).toBeGreaterThan(0);
  expect((await commune.core.verify()).problems).toEqual([]);
  await workspace.close();
});

test('taken out, it never goes; put back, it asks again; and the question is still there after the page was closed', async () => {
  const at = await village(72, wary);
  const { phone, profile, tab } = at;
  const id = await take(at, 2);
  await at.workspace.removePhoto(id);
  expect((await photosOf(at))[0]?.removedAt).toBeDefined();
  await at.workspace.restorePhoto(id);
  expect(await stateOf(at)).toBe('asks');
  await at.workspace.close();
  const again = await open(profile, tab);
  expect(await stateOf(at, again)).toBe('asks');
  await again.removePhoto(id);
  await untilSent(phone, again);
  expect(pictureRequests(at)).toEqual([]);
  await again.close();
});

test('control: a picture nothing is found in goes by itself', async () => {
  const at = await village(73, plainCodec);
  await take(at, 3);
  await untilLater(at, async () => (await stateOf(at)) === 'stored');
  await at.workspace.close();
});

const SIZE = { width: 1600, height: 1200 };
const ID_CODE = '001085012345||Nguyễn Thị Thử|01011985|Nữ|Xóm 1|01012021';

test('a code read from the picture decides where its shape does not; a reader that fails, or pixels nobody may read, are no finding', async () => {
  const noPixels = (): null => null;
  const forbidden = (): never => {
    throw new DOMException('tainted', 'SecurityError');
  };
  const reads =
    (...texts: string[]) =>
    () =>
      Promise.resolve(texts);
  expect(await looksLikeId(SIZE, noPixels, reads('https://xa.example/p#1', ID_CODE))).toBe(true);
  expect(await looksLikeId(SIZE, forbidden, reads(ID_CODE))).toBe(true);
  expect(await looksLikeId(SIZE, forbidden, reads('https://xa.example/p#1'))).toBe(false);
  expect(await looksLikeId(SIZE, noPixels, () => Promise.reject(new Error('no service')))).toBe(false);
});
