/** A disk without room and a process that ends half-way cost time, never a picture and never a word. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { openServerCore } from '#server/core.ts';
import { writeDurably } from '#server/photos/blob-files.ts';
import { chance } from '../core/commune.ts';
import { aJpeg, hashOf } from './pictures.ts';
import {
  addAndSend,
  addIntent,
  begin,
  formOf,
  head as ask,
  look,
  openVillage,
  patch,
  rowOf,
  say,
} from './photo-kit.ts';

let isFull = false;
const village = await openVillage({
  photos: {
    write: async (file, bytes) => {
      if (!isFull) return writeDurably(file, bytes);
      // The system's own "no space left on device".
      const full = await open('/dev/full', 'w');
      try {
        await full.writeFile(bytes);
      } finally {
        await full.close();
      }
    },
  },
});
const { head, officer } = village;
afterAll(() => village.close());

test('no room for pictures: the phone is told to come back, its words go through, and nothing is sent twice', async () => {
  const bytes = await aJpeg(1);
  await say(village, head, addIntent(head, bytes));
  const { url } = await begin(village, head, hashOf(bytes), bytes.byteLength);
  isFull = true;
  expect(await patch(village, url, { offset: 0, body: new Uint8Array(bytes) })).toMatchObject({
    status: 503,
    code: 'busy',
  });
  expect(await ask(village, url)).toMatchObject({ status: 503 });
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({
    status: 503,
    code: 'busy',
  });
  const words = { kind: 'comment.add' as const, args: { assessmentId: formOf(head), text: 'Ảnh gửi sau.' } };
  expect(await say(village, head, words)).toEqual(['applied']);
  expect(await rowOf(village, head, bytes)).toMatchObject({ state: 'awaited' });
  expect(village.logged.join('')).toContain('store-busy');

  isFull = false;
  expect(await ask(village, url)).toMatchObject({ status: 200, offset: bytes.byteLength });
  expect(await rowOf(village, head, bytes)).toMatchObject({ state: 'stored' });
  expect((await look(village, officer, hashOf(bytes))).status).toBe(200);
});

test('no room for an upload is the same: come back', async () => {
  const bytes = await aJpeg(2);
  await say(village, head, addIntent(head, bytes));
  const { url } = await begin(village, head, hashOf(bytes), bytes.byteLength);
  const file = join(village.dataDir, 'uploads', url.split('/').at(-1) ?? '');
  rmSync(file);
  symlinkSync('/dev/full', file);
  expect(await patch(village, url, { offset: 0, body: new Uint8Array(bytes) })).toMatchObject({
    status: 503,
    code: 'busy',
  });
  rmSync(file);
  writeFileSync(file, '');
  expect(await patch(village, url, { offset: 0, body: new Uint8Array(bytes) })).toMatchObject({
    status: 204,
  });
});

test('what one process had whole and did not finish, the next one finishes', async () => {
  const bytes = await aJpeg(3);
  await say(village, head, addIntent(head, bytes));
  const { url } = await begin(village, head, hashOf(bytes), bytes.byteLength);
  isFull = true;
  await patch(village, url, { offset: 0, body: new Uint8Array(bytes) });

  const { dataDir } = village;
  const clock = { now: () => Date.now() };
  const log = () => undefined;
  const { core } = await openServerCore({ dataDir, clock, chance, log, sessions: 'notAsked' });
  const config = { publicOrigin: 'http://localhost:8080', trustedProxies: [] };
  const app = createApp({ core, assets: new Map(), config, clock, chance, log });
  const next = { ...village, door: (path: string, init: RequestInit) => app.request(path, init) };
  expect(await begin(next, head, hashOf(bytes), bytes.byteLength)).toMatchObject({
    status: 200,
    state: 'stored',
  });
  expect((await look(next, officer, hashOf(bytes))).status).toBe(200);
  await core.close();
  isFull = false;
});

test('a damaged file is not shown for a good one, and the log says so', async () => {
  const bytes = await aJpeg(4);
  await addAndSend(village, head, bytes);
  const shown = await look(village, head, hashOf(bytes));
  const hash = hashOf(shown.bytes);
  const folder = join(village.dataDir, 'blobs', village.core.communeId, hash.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, hash), Buffer.from(shown.bytes).fill(0, 40, 41));
  expect((await look(village, head, hashOf(bytes))).status).toBe(404);
  expect(village.logged.join('')).toContain('photo-file-damaged');
  writeFileSync(join(folder, hash), shown.bytes);
  expect((await look(village, head, hashOf(bytes))).status).toBe(200);
});
