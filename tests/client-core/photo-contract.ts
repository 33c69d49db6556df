/** What a photo's seals and bytes must do in every kind of store. */
import { expect, test } from 'vitest';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { PhotoRow } from '#client/db/model.ts';
import { createPhotoStore, withPhoto } from '#client/db/photo-store.ts';
import { seal, type SealRequest } from '#client/sync/seal.ts';
import { ASSESSMENT, handClock, seededChance } from './makers.ts';

const HASH = 'h'.repeat(43);
const aPhoto = (over: Partial<PhotoRow> = {}): PhotoRow => ({
  id: 'p1',
  assessmentId: ASSESSMENT,
  criterionId: 'A1.1',
  state: 'raw',
  addedAt: 1,
  upload: { state: 'waiting', offset: 0 },
  ...over,
});
const bytes = (value: number): ArrayBuffer => Uint8Array.of(value, value).buffer;

const addRequest = (patch: (row: PhotoRow) => PhotoRow): SealRequest => ({
  intent: {
    kind: 'photo.add',
    args: {
      assessmentId: ASSESSMENT,
      criterionId: 'A1.1',
      photoId: HASH,
      sha256: HASH,
      bytes: 2,
      mime: 'image/jpeg',
      w: 1,
      h: 1,
    },
  },
  also: withPhoto({
    id: 'p1',
    patch: (row, { opId }) => patch({ ...row, state: 'ready', opId, photoId: HASH }),
    made: { final: bytes(2), thumb: bytes(3) },
  }),
});

export function photoContract(kind: string, make: () => Promise<EngineStore>): void {
  const it = (
    sentence: string,
    body: (store: EngineStore, photos: ReturnType<typeof createPhotoStore>) => Promise<void>,
  ): void =>
    test(`${kind}: ${sentence}`, async () => {
      const store = await make();
      await body(store, createPhotoStore(store));
    });
  const sealing = (store: EngineStore) => ({ store, clock: handClock(), chance: seededChance(1), by: 'x' });

  it('a seal puts the finished picture in and the raw one out, all at once', async (store, photos) => {
    await photos.addPhoto(aPhoto(), bytes(1));
    expect(await photos.photoKeys()).toEqual(['p1:raw']);
    const row = await seal(sealing(store), async () => addRequest((photo) => photo));
    expect(await photos.photo('p1')).toMatchObject({ state: 'ready', opId: row?.opId, photoId: HASH });
    expect((await photos.photoKeys()).toSorted()).toEqual(['p1:final', 'p1:thumb']);
    expect(await photos.photoBytes('p1', 'final')).toEqual(bytes(2));
  });

  it('a seal that breaks off leaves the picture as it was given', async (store, photos) => {
    await photos.addPhoto(aPhoto(), bytes(1));
    const boom = seal(sealing(store), async () =>
      addRequest(() => {
        throw new Error('killed between');
      }),
    );
    await expect(boom).rejects.toThrow('killed between');
    expect(await store.outbox()).toEqual([]);
    expect(await photos.photo('p1')).toEqual(aPhoto());
    expect(await photos.photoKeys()).toEqual(['p1:raw']);
  });

  it('a photo taken out while it was shrunk is not sealed', async (store, photos) => {
    await photos.addPhoto(aPhoto(), bytes(1));
    let asked = 0;
    const row = await seal(sealing(store), async () => {
      asked += 1;
      if (asked === 1) await photos.deletePhoto('p1');
      return asked === 1 ? addRequest((photo) => photo) : null;
    });
    expect(row).toBeNull();
    expect(await store.outbox()).toEqual([]);
    expect(await photos.photoKeys()).toEqual([]);
  });

  it('a refused picture stays as a named gap, without its bytes; a sealed one cannot be refused', async (store, photos) => {
    await photos.addPhoto(aPhoto(), bytes(1));
    await photos.refusePhoto('p1', 'notAPicture');
    expect(await photos.photos(ASSESSMENT)).toEqual([aPhoto({ state: 'refused', problem: 'notAPicture' })]);
    expect(await photos.photoKeys()).toEqual([]);
    await photos.addPhoto(aPhoto(), bytes(1));
    await seal(sealing(store), async () => addRequest((photo) => photo));
    await photos.refusePhoto('p1', 'notAPicture');
    expect((await photos.photo('p1'))?.state).toBe('ready');
  });

  it('photos are listed by form in the order they were taken', async (_store, photos) => {
    await photos.addPhoto(aPhoto({ id: 'b', addedAt: 2 }));
    await photos.addPhoto(aPhoto({ id: 'a', addedAt: 1 }));
    await photos.addPhoto(aPhoto({ id: 'c', assessmentId: 'other' }));
    expect((await photos.photos(ASSESSMENT)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await photos.photos()).length).toBe(3);
  });

  it('remembers where the camera was opened, until the page is back', async (_store, photos) => {
    expect(await photos.cameraPlace()).toBeUndefined();
    await photos.keepCameraPlace({ criterionId: 'A1.1', at: 5 });
    expect(await photos.cameraPlace()).toEqual({ criterionId: 'A1.1', at: 5 });
    await photos.keepCameraPlace(undefined);
    expect(await photos.cameraPlace()).toBeUndefined();
  });
}
