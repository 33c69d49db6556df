/** From the camera's bytes to a sealed photo, with pages that die, disks that are full and codecs that fail. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '#client/db/memory-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { PhotoRow } from '#client/db/model.ts';
import { createPhotoCommands, type PhotoCommands } from '#client/photos/create-photos.ts';
import type { PhotoCodec } from '#client/sync/environment.ts';
import { SaveFailure } from '#client/workspace.ts';
import { ASSESSMENT, seededChance } from './makers.ts';
import { plainCodec } from './picture.ts';
import { createPhone, untilTrue, type Phone } from './surroundings.ts';

const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('no network'));
const picture = (): ArrayBuffer => Uint8Array.of(0xff, 0xd8, 1, 2, 3).buffer;
/** A page that dies at this picture. */
const deadly: PhotoCodec = { shrink: () => new Promise(() => {}) };

/** A page of this phone: its own commands over the phone's one disk. */
function page(phone: Phone, store: EngineStore, photoCodec: PhotoCodec, seed = 1): PhotoCommands {
  const { environment } = phone.tab(noNetwork, { photoCodec });
  const sealing = { store, clock: phone.clock, chance: seededChance(seed), by: 'hamletHead' };
  return createPhotoCommands({ profileId: 'p1', sealing: () => sealing, environment, announce: () => {} });
}
const rowsOf = (at: PhotoCommands): Promise<PhotoRow[]> => at.photos(ASSESSMENT);
const add = (at: PhotoCommands, bytes = picture()): Promise<string> =>
  at.addPhoto({ assessmentId: ASSESSMENT, criterionId: 'A1.1', bytes });

test('a page that dies while a picture is shrunk: the next one takes it up; one that kills twice is refused', async () => {
  const store = createMemoryStore();
  const first = createPhone(51);
  await add(page(first, store, deadly));
  await untilTrue(async () => (await rowsOf(page(first, store, deadly)))[0]?.tries === 1);
  const second = createPhone(52);
  await page(second, store, plainCodec).resume();
  expect((await store.outbox()).map(({ kind }) => kind)).toEqual(['photo.add']);
  // The control: nothing was sealed before it was whole.
  const killer = createMemoryStore();
  for (const seed of [53, 54]) {
    const dying = page(createPhone(seed), killer, deadly, seed);
    if (seed === 53) await add(dying);
    else void dying.resume();
    await untilTrue(async () => (await rowsOf(dying))[0]?.tries === seed - 52);
  }
  const last = page(createPhone(55), killer, deadly, 55);
  await last.resume();
  expect((await rowsOf(last))[0]).toMatchObject({ state: 'refused', problem: 'tooLarge' });
  expect(await killer.outbox()).toEqual([]);
});

test('a full disk: the picture is a gap that says how much room it needs, nothing half is left, the words are saved', async () => {
  const whole = createMemoryStore();
  const store: EngineStore = {
    ...whole,
    tables: {
      ...whole.tables,
      write: (over, body) =>
        whole.tables.write(over, (tx) =>
          body({
            ...tx,
            photoBytes: () => ({
              ...tx.photoBytes(),
              put: () => {
                throw new SaveFailure('full');
              },
            }),
          }),
        ),
    },
  };
  const at = page(createPhone(56), store, plainCodec);
  await add(at);
  expect((await rowsOf(at)).map(({ state, problem, bytes }) => [state, problem, bytes])).toEqual([
    ['refused', 'full', 5],
  ]);
  expect(
    await whole.tables.read(['photoBytes'], async (tx) => tx.photoBytes().toCollection().primaryKeys()),
  ).toEqual([]);
});

test('a codec that could not be fetched is no fault of the picture: it waits for another time', async () => {
  const store = createMemoryStore();
  const phone = createPhone(57);
  const failing = page(phone, store, { shrink: () => Promise.reject(new Error('no such chunk')) });
  await add(failing);
  await failing.resume();
  expect(phone.errors.length).toBeGreaterThan(0);
  expect((await rowsOf(failing))[0]).not.toHaveProperty('tries');
  await page(phone, store, plainCodec, 2).resume();
  expect((await rowsOf(failing))[0]?.state).toBe('ready');
});

test('two tabs shrink each picture once', async () => {
  const store = createMemoryStore();
  const phone = createPhone(58);
  const tabs = [page(phone, store, plainCodec, 1), page(phone, store, plainCodec, 2)] as const;
  await Promise.all([add(tabs[0]), tabs[1].resume(), tabs[0].resume()]);
  await tabs[1].resume();
  expect((await store.outbox()).length).toBe(1);
});

test('taken out: a sealed photo by an operation, and back again by another; one not sealed leaves without a word', async () => {
  const store = createMemoryStore();
  const at = page(createPhone(59), store, plainCodec);
  const id = await add(at);
  await at.resume();
  await at.removePhoto(id);
  await at.removePhoto(id);
  expect((await rowsOf(at))[0]?.removedAt).toBeDefined();
  await at.restorePhoto(id);
  await at.restorePhoto(id);
  const kinds = (await store.outbox()).map(({ kind }) => kind);
  expect(kinds).toEqual(['photo.add', 'photo.remove', 'photo.add']);
  expect((await rowsOf(at))[0]?.opId).toBe((await store.outbox())[2]?.opId);
  const gap = await at.addPhoto({ assessmentId: ASSESSMENT, criterionId: 'A1.1', bytes: new ArrayBuffer(0) });
  await at.removePhoto(gap);
  expect((await rowsOf(at)).map((row) => row.id)).toEqual([id]);
  expect((await store.outbox()).length).toBe(3);
});

test('the place of the camera is for the next page, not for the one that went there', async () => {
  const store = createMemoryStore();
  const phone = createPhone(60);
  const here = page(phone, store, plainCodec);
  await here.leaveForCamera('A8.1');
  expect(await here.cameraPlace()).toBeNull();
  expect(await page(phone, store, plainCodec).cameraPlace()).toBe('A8.1');
  phone.clock.turn(25 * 60 * 60_000);
  expect(await page(phone, store, plainCodec).cameraPlace()).toBeNull();
});
