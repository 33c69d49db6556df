/** A phone's photo lane over a commune that only takes uploads. */
import { createMemoryStore } from '#client/db/memory-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { createPhotoStore } from '#client/db/photo-store.ts';
import { createPace } from '#client/photos/pace.ts';
import { createPipeline } from '#client/photos/pipeline.ts';
import { runPhotoLane, type LaneContext, type LaneOutcome } from '#client/photos/lane.ts';
import { ASSESSMENT, seededChance } from './makers.ts';
import { plainCodec } from './picture.ts';
import { createPhone, type Phone } from './surroundings.ts';
import { createTusDesk, type TusDesk } from './tus-desk.ts';

/** Three pieces and a bit: the first sends 64 kB, quick ones grow from there. */
export const SIZE = 200_000;

function pictureOf(seed: number, size = SIZE): ArrayBuffer {
  const bytes = seededChance(seed).bytes(size);
  bytes[0] = 0xff;
  return bytes.buffer;
}

export interface Lane {
  store: EngineStore;
  photos: ReturnType<typeof createPhotoStore>;
  phone: Phone;
  desk: TusDesk;
  context: LaneContext;
  /** Taken, shrunk and sealed; the commune has not heard of it. */
  take(seed: number, size?: number, criterionId?: string): Promise<string>;
  /** The commune has the words. */
  acknowledge(): Promise<void>;
  /** Both. */
  add(seed: number, size?: number, criterionId?: string): Promise<string>;
  turn(): Promise<LaneOutcome>;
}

export function createLane(seed: number, over: Partial<LaneContext> = {}): Lane {
  const store = createMemoryStore();
  const photos = createPhotoStore(store);
  const phone = createPhone(seed);
  const desk = createTusDesk();
  const { environment } = phone.tab(desk.fetch);
  const sealing = { store, clock: phone.clock, chance: seededChance(seed), by: 'hamletHead' };
  const pipeline = createPipeline({
    sealing: () => sealing,
    photos,
    environment,
    lock: 'photos',
    codec: () => Promise.resolve(plainCodec),
    announce: () => {},
  });
  const context: LaneContext = {
    store,
    photos,
    environment,
    pace: createPace(),
    sentAt: new Map(),
    mustWait: () => Promise.resolve(false),
    isTextWaiting: () => Promise.resolve(false),
    ...over,
  };
  const lane: Lane = {
    store,
    photos,
    phone,
    desk,
    context,
    async add(...what) {
      const id = await lane.take(...what);
      await lane.acknowledge();
      return id;
    },
    async acknowledge() {
      await store.tables.write(['outbox'], async (tx) => {
        for (const row of await tx.sealedFrom(1))
          if (row.result === undefined) await tx.putSealed({ ...row, result: { verdict: 'applied' } });
      });
    },
    async take(of, size = SIZE, criterionId = 'A1.1') {
      const id = `photo${of}`;
      await photos.addPhoto(
        {
          id,
          assessmentId: ASSESSMENT,
          criterionId,
          state: 'raw',
          addedAt: of,
          upload: { state: 'waiting', offset: 0 },
        },
        pictureOf(of, size),
      );
      await pipeline.run();
      return id;
    },
    turn: () => runPhotoLane(context),
  };
  return lane;
}

const photoIdOf = async (lane: Lane, id: string): Promise<string> =>
  (await lane.photos.photo(id))?.photoId ?? '';
export const arrivedWhole = async (lane: Lane, seed: number): Promise<boolean> => {
  const arrived = lane.desk.arrived.get(await photoIdOf(lane, `photo${seed}`));
  return arrived !== undefined && Buffer.compare(arrived, new Uint8Array(pictureOf(seed))) === 0;
};
