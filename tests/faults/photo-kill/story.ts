/**
 * A hamlet's phone sends photo after photo, in pieces, to the product's own server, which is killed again and again while
 * it takes, decodes and stores them. The phone does what the app does: asks how far it is, goes on, begins anew.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { criteriaOf } from '#domain/criteria-set.ts';
import { PHOTOS_PER_ASSESSMENT, PHOTOS_PER_CRITERION } from '#protocol/photo.ts';
import { verifyBlobs, type BlobReport } from '#server/photos/verify-blobs.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { join } from 'node:path';
import { ServerProcess } from '../../support/server-process.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';
import { setOf } from '../../server/core/makers.ts';
import { DEFAULT_COMMUNE_ID } from '#server/seed/commune-data.ts';
import { aJpeg, hashOf } from '../../server/photos/pictures.ts';
import {
  addIntent,
  begin,
  head as ask,
  patch,
  photoRows,
  type Doorway,
} from '../../server/photos/photo-kit.ts';

export interface PhotoPlan {
  /** Each kill has a photo of its own; a form takes sixty. */
  kills: number;
  seed: number;
  ports: readonly [number, number];
}

export interface PhotoStory {
  kills: number;
  photos: number;
  /** Photos whose row does not say stored. */
  notStored: number;
  /** Requests that met a dead server. */
  cut: number;
  report: BlobReport;
  ms: number;
}

const PIECE = 16 * 1024;
/** Somewhere between the first byte and some time after the last. */
const KILL_WITHIN_MS = 250;

const diceOf = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** One visit to the server: as far as it gets. True once the commune has the picture. */
async function visit(there: Doorway, phone: SigningDevice, bytes: Buffer): Promise<boolean> {
  const begun = await begin(there, phone, hashOf(bytes), bytes.byteLength);
  if (begun.state === 'stored') return true;
  if (begun.url === '') return false;
  let { offset } = await ask(there, begun.url);
  while (offset < bytes.byteLength) {
    const body = new Uint8Array(bytes.subarray(offset, offset + PIECE));
    const sent = await patch(there, begun.url, { offset, body });
    if (sent.status !== 204) return false;
    ({ offset } = sent);
  }
  return true;
}

export async function runPhotoStory({ kills, seed, ports }: PhotoPlan): Promise<PhotoStory> {
  const startedAt = Date.now();
  const dice = diceOf(seed);
  const server = await ServerProcess.start({ ports, env: { LOG_LEVEL: 'silent' } });
  try {
    const door: Door = (path, init) => fetch(`${server.origin}${path}`, init);
    const phone = await SigningDevice.make();
    await phone.enrol(door, new URL(server.link(/xóm/i)).hash.split('.')[1] ?? '');
    const questions = criteriaOf(setOf('hamlet'));
    const story = { kills: 0, photos: Math.min(kills, PHOTOS_PER_ASSESSMENT), cut: 0 };
    const untilDone = async (work: () => Promise<boolean>): Promise<void> => {
      for (let done = false; !done;)
        try {
          done = await work();
        } catch {
          // The server is dead or being started again: the phone's next wake-up.
          story.cut += 1;
          await pause(30);
        }
    };
    for (let index = 0; index < story.photos; index++) {
      const bytes = await aJpeg(seed + index, 200 + dice(400), 300);
      const criterionId = questions[Math.floor(index / PHOTOS_PER_CRITERION)]?.id ?? '';
      const words = phone.seal(addIntent(phone, bytes, { criterionId }));
      const death = (async () => {
        await pause(dice(KILL_WITHIN_MS));
        await server.kill();
        story.kills += 1;
        await server.start();
      })();
      await untilDone(async () => (await phone.exchange(door, [words])).value !== null);
      await untilDone(() => visit({ door }, phone, bytes));
      await death;
    }
    const rows = await photoRows({ door }, phone);
    await server.stop();
    const store = openSqliteStore({
      file: join(server.dataDir, 'thidua.sqlite'),
      communeId: DEFAULT_COMMUNE_ID,
    });
    const report = await verifyBlobs(store, server.dataDir);
    await store.close();
    const notStored = story.photos - rows.filter(({ state }) => state === 'stored').length;
    return { ...story, notStored, report, ms: Date.now() - startedAt };
  } finally {
    await server.dispose();
  }
}
