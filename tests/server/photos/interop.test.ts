/**
 * A tus client nobody of ours wrote, against the product's server in its own process; and a second process on the same
 * folder, as two servers on one store are.
 */
import { afterAll, expect, test } from 'vitest';
import { Upload, type DetailedError } from 'tus-js-client';
import { filePath } from '#protocol/photo.ts';
import { createApp } from '#server/app.ts';
import { openServerCore } from '#server/core.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';
import { chance } from '../core/commune.ts';
import { aJpeg, hashOf } from './pictures.ts';
import { type Doorway, addIntent, begin, head as ask, look, patch, rowOf, say } from './photo-kit.ts';

const server = await ServerProcess.start({ ports: [8620, 8639], env: { LOG_LEVEL: 'silent' } });
const door: Door = (path, init) => fetch(`${server.origin}${path}`, init);
const there: Doorway = { door };

const head = await SigningDevice.make();
await head.enrol(door, new URL(server.link(/xóm/i)).hash.split('.')[1] ?? '');

const clock = { now: () => Date.now() };
const log = () => undefined;
const { core } = await openServerCore({
  sessions: 'notAsked',
  dataDir: server.dataDir,
  clock,
  chance,
  log,
  photos: { lockWaitMs: 100 },
});
const app = createApp({
  core,
  assets: new Map(),
  config: { publicOrigin: server.origin, trustedProxies: [] },
  clock,
  chance,
  log,
});
const beside: Doorway = { door: (path, init) => app.request(path, init) };
afterAll(async () => {
  await core.close();
  await server.dispose();
});

/** One run of the client over an address it was given; `stopAfter` bytes it is told to stop. */
const run = (bytes: Buffer, uploadUrl: string, stopAfter?: number): Promise<'done' | 'stopped'> =>
  new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      uploadUrl,
      uploadSize: bytes.byteLength,
      chunkSize: 64 * 1024,
      retryDelays: [0, 100, 200],
      onError: (error: Error | DetailedError) => reject(error),
      onSuccess: () => resolve('done'),
      onChunkComplete: (_size, accepted) => {
        if (stopAfter === undefined || accepted < stopAfter || accepted === bytes.byteLength) return;
        void upload.abort().then(() => resolve('stopped'));
      },
    });
    upload.start();
  });

test('a standard tus client stops, goes on where it was, and finishes', async () => {
  const bytes = await aJpeg(1, 700, 600);
  expect(bytes.byteLength).toBeGreaterThan(200_000);
  expect(await say(there, head, addIntent(head, bytes))).toEqual(['applied']);
  const { url } = await begin(there, head, hashOf(bytes), bytes.byteLength);
  const address = new URL(url, server.origin).href;
  expect(await run(bytes, address, 100_000)).toBe('stopped');
  const { offset } = await ask(there, url);
  expect(offset).toBeGreaterThanOrEqual(100_000);
  expect(offset).toBeLessThan(bytes.byteLength);
  expect(await run(bytes, address)).toBe('done');
  expect(await rowOf(there, head, bytes)).toMatchObject({ state: 'stored' });
  expect((await look(there, head, hashOf(bytes), 'thumb')).status).toBe(200);
  // Control: a client that was given no address is let in nowhere.
  await expect(run(bytes, new URL(filePath('x'), server.origin).href)).rejects.toThrow('tus');
});

test('two processes that get the same upload at once leave one right picture', async () => {
  const bytes = await aJpeg(2, 300, 200);
  await say(there, head, addIntent(head, bytes));
  const { url } = await begin(there, head, hashOf(bytes), bytes.byteLength);
  const both = await Promise.all(
    [there, beside].map((doorway) => patch(doorway, url, { offset: 0, body: new Uint8Array(bytes) })),
  );
  const statuses = both.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses[0]).toBe(204);
  expect([204, 409]).toContain(statuses[1]);
  expect(await ask(beside, url)).toMatchObject({ status: 200, offset: bytes.byteLength });
  expect(await rowOf(there, head, bytes)).toMatchObject({ state: 'stored' });
});

test('while one process has an upload in hand the other says it is locked, and a death frees it', async () => {
  const bytes = await aJpeg(3, 300, 200);
  await say(there, head, addIntent(head, bytes));
  const { url } = await begin(there, head, hashOf(bytes), bytes.byteLength);
  // A connection that stays open and says nothing more.
  let cut = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new Uint8Array(bytes.subarray(0, 1000)));
      cut = () => controller.error(new Error('cut'));
    },
  });
  const halfway = patch(there, url, { offset: 0, body }).catch(() => null);
  for (let locked = false; !locked;) {
    const asked = await ask(beside, url);
    locked = asked.status === 423;
  }
  await server.kill();
  cut();
  await halfway;
  const { status, offset } = await ask(beside, url);
  expect(status).toBe(200);
  expect(offset).toBeLessThanOrEqual(1000);
  const rest = new Uint8Array(bytes.subarray(offset));
  expect(await patch(beside, url, { offset, body: rest })).toMatchObject({ status: 204 });
  expect(await rowOf(beside, head, bytes)).toMatchObject({ state: 'stored' });
});
