/** Photos of a hamlet's phone against the real server: taken, sent in pieces over a bad line, seen by others. */
import { expect, test } from 'vitest';
import type { PhotoRow, StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune } from './commune.ts';
import { aDraft } from './makers.ts';
import { bufferOf, noisyJpeg, plainCodec } from './picture.ts';
import { createPhone, untilTrue, type Phone } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

const CRITERION = 'A1.1';

/** Time passes, in timers, until it holds. */
const untilLater = (phone: Phone, workspace: Workspace, holds: () => Promise<boolean>): Promise<void> =>
  untilTrue(async () => {
    if (await holds()) return true;
    const phase = workspace.phase();
    if (phase.kind !== 'exchanging' && phone.timers.waiting().length > 0) phone.timers.fireNext();
    return false;
  }, 8000);

const states = async (workspace: Workspace): Promise<string[]> =>
  (await workspace.rows('photo')).map(({ value }: StoredRow<'photo'>) => value.state);
const untilStored = (phone: Phone, workspace: Workspace, count: number): Promise<void> =>
  untilLater(phone, workspace, async () => {
    const all = await states(workspace);
    return all.length === count && all.every((state) => state === 'stored');
  });

async function village(seed: number) {
  const commune = await openCommune();
  const phone = createPhone(seed);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { photoCodec: plainCodec });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);
  return { commune, phone, line, tab, profile, workspace, assessmentId: profile.assessmentId ?? '' };
}

const photosOf = ({ workspace, assessmentId }: { workspace: Workspace; assessmentId: string }) =>
  workspace.photos(assessmentId);
const untilReady = (at: { workspace: Workspace; assessmentId: string }): Promise<void> =>
  untilTrue(async () => (await photosOf(at)).every(({ state }: PhotoRow) => state !== 'raw'));

test('a photo taken without a network is sealed at once, sent after the words, and stored once', async () => {
  const at = await village(31);
  const { commune, phone, line, workspace, assessmentId } = at;
  line.isDown = true;
  const bytes = bufferOf(await noisyJpeg(1));
  await workspace.addPhoto({ assessmentId, criterionId: CRITERION, bytes });
  await untilReady(at);
  const [photo] = await photosOf(at);
  expect(photo).toMatchObject({ state: 'ready', upload: { state: 'waiting', offset: 0 } });
  expect((await workspace.outbox()).map(({ kind }) => kind)).toEqual(['photo.add']);
  expect(
    new Uint8Array(
      (await workspace.photoBytes({ assessmentId, photoId: photo?.photoId ?? '' }, 'full')) ??
        new ArrayBuffer(),
    ),
  ).toEqual(new Uint8Array(bytes));
  line.isDown = false;
  await untilStored(phone, workspace, 1);
  expect((await photosOf(at))[0]?.upload.state).toBe('sent');
  // The words went before the first byte of the picture.
  const paths = line.log.map(({ path }) => path.replace(/\/[^/]{20,}$/, ''));
  expect(paths.indexOf('/api/v1/sync')).toBeLessThan(paths.indexOf('/api/v1/files'));
  expect((await commune.core.verify()).problems).toEqual([]);
  expect(phone.errors).toEqual([]);
  await workspace.close();
});

test('the same picture under two questions is one upload; twice under one question it is one photo', async () => {
  const at = await village(32);
  const { phone, line, workspace, assessmentId } = at;
  const jpeg = await noisyJpeg(2);
  for (const criterionId of [CRITERION, 'A2.1', CRITERION])
    await workspace.addPhoto({ assessmentId, criterionId, bytes: bufferOf(jpeg) });
  await untilReady(at);
  await untilStored(phone, workspace, 2);
  expect((await photosOf(at)).map(({ criterionId }) => criterionId)).toEqual([CRITERION, 'A2.1']);
  expect(line.log.filter(({ path }) => path.startsWith('/api/v1/uploads')).length).toBe(1);
  await workspace.close();
});

test('another phone of the hamlet shows the photo and may take it out; it is gone from both', async () => {
  const at = await village(33);
  const { commune, phone, workspace, assessmentId } = at;
  const bytes = bufferOf(await noisyJpeg(3));
  await workspace.addPhoto({ assessmentId, criterionId: CRITERION, bytes });
  await untilReady(at);
  await untilStored(phone, workspace, 1);
  const second = createPhone(34);
  const tab = second.tab(commune.line().fetch, { photoCodec: plainCodec });
  const other = await open(await headOf(commune, tab), tab);
  await untilSent(second, other);
  await untilTrue(async () => (await states(other)).length === 1);
  const [row] = await other.rows('photo');
  const photoId = row?.value.photoId ?? '';
  for (const size of ['full', 'thumb'] as const)
    expect((await other.photoBytes({ assessmentId, photoId }, size))?.byteLength).toBeGreaterThan(100);
  // A guess reads nothing.
  expect(await other.photoBytes({ assessmentId, photoId: 'A'.repeat(43) }, 'full')).toBeNull();
  await other.removePhoto(row?.id ?? '');
  await untilSent(second, other);
  await untilTrue(async () => (await states(other)).length === 0);
  workspace.sendNow();
  await untilTrue(async () => (await states(workspace)).length === 0);
  // Put back on the phone that took it out: the same picture, another operation.
  await other.restorePhoto(row?.id ?? '');
  await untilSent(second, other);
  await untilTrue(async () => (await states(other)).join() === 'stored');
  await workspace.close();
  await other.close();
});

test('what is no picture, or empty, is a named gap; the form is sent all the same, with the photos that stand', async () => {
  const at = await village(35);
  const { phone, workspace, assessmentId } = at;
  await workspace.addPhoto({ assessmentId, criterionId: CRITERION, bytes: new ArrayBuffer(0) });
  await workspace.addPhoto({
    assessmentId,
    criterionId: CRITERION,
    bytes: bufferOf(new TextEncoder().encode('<svg/>')),
  });
  await workspace.addPhoto({ assessmentId, criterionId: CRITERION, bytes: bufferOf(await noisyJpeg(4)) });
  await untilReady(at);
  expect((await photosOf(at)).map(({ problem }) => problem)).toEqual(['empty', 'notAPicture', undefined]);
  const [, , good] = await photosOf(at);
  const ref = { criterionId: CRITERION, photoId: good?.photoId ?? '', sha256: good?.photoId ?? '' };
  const draft = aDraft({ id: assessmentId, assessmentId, answers: { [CRITERION]: true }, updatedAt: 2 });
  await workspace.saveDraft(draft);
  await workspace.submit(draft, { selfScore: 1, signedOffBy: 'Ông Ánh', photos: [ref] });
  await untilStored(phone, workspace, 1);
  expect((await workspace.outbox()).every(({ result }) => result?.verdict === 'applied')).toBe(true);
  expect((await workspace.rows('submission')).length).toBe(1);
  await workspace.close();
});

test('data is spared: the words go, the photos wait for the tap', async () => {
  const at = await village(36);
  const { phone, tab, workspace, assessmentId } = at;
  await tab.pocket.saveSettings({ ...(await tab.pocket.settings()), sparesData: true });
  await workspace.addPhoto({ assessmentId, criterionId: CRITERION, bytes: bufferOf(await noisyJpeg(5)) });
  await untilReady(at);
  await untilSent(phone, workspace);
  await untilTrue(async () => (await states(workspace)).join() === 'awaited');
  expect((await photosOf(at))[0]?.upload.state).toBe('waiting');
  workspace.sendPhotos();
  await untilStored(phone, workspace, 1);
  await workspace.close();
});
