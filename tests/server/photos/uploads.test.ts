/** Bytes on their way in: cut anywhere, sent twice, sent by two, sent wrong. What is kept is what was meant, or nothing. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TUS_VERSION, UPLOADS_PATH } from '#protocol/photo.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { verifyBlobs } from '#server/photos/verify-blobs.ts';
import { aJpeg, aPng, hashOf } from './pictures.ts';
import {
  addAndSend,
  addIntent,
  begin,
  head as ask,
  look,
  openVillage,
  patch,
  rowOf,
  say,
  sendPicture,
} from './photo-kit.ts';

let skew = 0;
const village = await openVillage({ clock: { now: () => Date.now() + skew } });
const { head, stranger, officer } = village;
afterAll(() => village.close());

/** Bytes up to `end`, then the connection is gone. */
const brokenAt = (bytes: Uint8Array, end: number): ReadableStream<Uint8Array> => {
  let isSent = end === 0;
  return new ReadableStream({
    pull: (controller) => {
      if (isSent) controller.error(new Error('the connection broke'));
      else controller.enqueue(new Uint8Array(bytes.subarray(0, end)));
      isSent = true;
    },
  });
};

test('an upload cut at every byte goes on where it was, and what arrives is what was sent', async () => {
  const bytes = await aPng(101);
  await say(village, head, addIntent(head, bytes, { criterionId: 'A1.1' }));
  const { url, offset } = await begin(village, head, hashOf(bytes), bytes.byteLength);
  expect(offset).toBe(0);
  let there = 0;
  let cuts = 0;
  for (let end = 0; end < bytes.byteLength; end++) {
    await patch(village, url, { offset: there, body: brokenAt(bytes.subarray(there), end - there) });
    const now = await ask(village, url);
    expect(now.status).toBe(200);
    expect(now.offset >= there && now.offset <= end).toBe(true);
    there = now.offset;
    cuts += 1;
  }
  expect(cuts).toBe(bytes.byteLength);
  // Begun again from another start of the app, it is the same upload.
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({
    status: 201,
    url,
    offset: there,
  });
  const rest = new Uint8Array(bytes.subarray(there));
  expect(await patch(village, url, { offset: there, body: rest })).toMatchObject({
    status: 204,
    offset: bytes.byteLength,
  });
  expect(await rowOf(village, officer, bytes)).toMatchObject({ state: 'stored' });
  // Whoever missed the last answer asks once more.
  expect(await ask(village, url)).toMatchObject({ status: 200, offset: bytes.byteLength });
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({
    status: 200,
    state: 'stored',
  });
});

test('a wrong place, too much, and an address nobody was given are problems of the list', async () => {
  const bytes = await aPng(102);
  await say(village, head, addIntent(head, bytes, { criterionId: 'A1.1' }));
  const { url } = await begin(village, head, hashOf(bytes), bytes.byteLength);
  const whole = new Uint8Array(bytes);
  expect(await patch(village, url, { offset: 5, body: whole })).toMatchObject({
    status: 409,
    code: 'offset-conflict',
  });
  expect(await patch(village, url, { offset: 0, body: new Uint8Array(bytes.byteLength + 1) })).toMatchObject({
    status: 413,
    code: 'too-large',
  });
  for (const strange of [
    `${UPLOADS_PATH}/${'A'.repeat(22)}`,
    `${UPLOADS_PATH}/..%2fthidua.sqlite`,
    `${UPLOADS_PATH}/x`,
  ])
    expect(await patch(village, strange, { offset: 0, body: whole })).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  expect((await village.door(url, {})).status).toBe(405);
  // No page of another origin may read along.
  const foreign = { 'tus-resumable': TUS_VERSION, origin: 'https://elsewhere.example' };
  const asked = await village.door(url, { method: 'HEAD', headers: foreign });
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([200, null]);
  const untold = await village.door(url, { method: 'PATCH', body: whole });
  expect(untold.status).toBe(400);
  // Control: none of it has disturbed the upload.
  expect(await patch(village, url, { offset: 0, body: whole })).toMatchObject({ status: 204 });
});

test('bytes that are not what their hash says are thrown away, and the picture is sent anew', async () => {
  const bytes = await aJpeg(103);
  await say(village, head, addIntent(head, bytes, { criterionId: 'A1.1' }));
  const photoId = hashOf(bytes);
  const { url } = await begin(village, head, photoId, bytes.byteLength);
  const rotten = new Uint8Array(bytes);
  rotten[200] = (rotten[200] ?? 0) ^ 1;
  expect(await patch(village, url, { offset: 0, body: rotten })).toMatchObject({
    status: 422,
    code: 'hash-mismatch',
  });
  expect(await ask(village, url)).toMatchObject({ status: 404 });
  expect(await rowOf(village, head, bytes)).toMatchObject({ state: 'awaited' });
  const again = await begin(village, head, photoId, bytes.byteLength);
  expect(again).toMatchObject({ status: 201, offset: 0 });
  expect(again.url).not.toBe(url);
  expect(await sendPicture(village, head, bytes)).toMatchObject({ status: 204 });
  expect(await rowOf(village, head, bytes)).toMatchObject({ state: 'stored' });
});

test('the words come first: no upload of what no form of the sender names', async () => {
  const bytes = await aJpeg(104);
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({
    status: 404,
    code: 'not-found',
  });
  await say(village, head, addIntent(head, bytes, { criterionId: 'A1.2' }));
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({ status: 201 });
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength + 1)).toMatchObject({ status: 404 });
  await say(village, head, { kind: 'photo.remove', args: { photoId: hashOf(bytes) } });
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({ status: 404 });
});

test("a hash alone is no claim to another's picture", async () => {
  const bytes = await aJpeg(105);
  expect(await addAndSend(village, head, bytes, 'A1.2')).toMatchObject({ status: 204 });
  const photoId = hashOf(bytes);
  // The stranger knows the hash, names it in its own form, and has nothing for it.
  await say(village, stranger, addIntent(stranger, bytes));
  expect(await rowOf(village, stranger, bytes)).toMatchObject({ state: 'awaited' });
  expect((await look(village, stranger, photoId)).status).toBe(404);
  expect(await begin(village, stranger, photoId, bytes.byteLength)).toMatchObject({ status: 201 });
  // Control: whoever has the picture itself may send it, and it is kept once on the disk.
  expect(await sendPicture(village, stranger, bytes)).toMatchObject({ status: 204 });
  expect((await look(village, stranger, photoId)).status).toBe(200);
});

test('the same picture on two questions is sent once and shows twice', async () => {
  const bytes = await aJpeg(106);
  await say(
    village,
    head,
    addIntent(head, bytes, { criterionId: 'A2.1' }),
    addIntent(head, bytes, { criterionId: 'A2.2' }),
  );
  expect(await sendPicture(village, head, bytes)).toMatchObject({ status: 204 });
  expect(await say(village, head, addIntent(head, bytes, { criterionId: 'A2.3' }))).toEqual(['applied']);
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({
    status: 200,
    state: 'stored',
  });
  const database = openSqliteStore({
    file: join(village.dataDir, 'thidua.sqlite'),
    communeId: village.core.communeId,
  });
  const { rows, blobs } = await database.read(async ({ photo, blob }) => ({
    rows: await photo.ofPicture(hashOf(bytes)),
    blobs: await blob.page(hashOf(bytes), '', 10),
  }));
  await database.close();
  expect([rows.length, blobs.filter(({ photo_id }) => photo_id === hashOf(bytes)).length]).toEqual([3, 1]);
});

test('two who send the same upload at once leave one right picture', async () => {
  const bytes = await aJpeg(107);
  await say(village, head, addIntent(head, bytes, { criterionId: 'A2.1' }));
  const { url } = await begin(village, head, hashOf(bytes), bytes.byteLength);
  const both = await Promise.all(
    [1, 2].map(() => patch(village, url, { offset: 0, body: new Uint8Array(bytes) })),
  );
  const statuses = both.map(({ status }) => status).toSorted((a, b) => a - b);
  // The second finds the first's bytes there: a conflict it resolves by asking, or nothing left to say.
  expect([204, 409]).toContain(statuses[1]);
  expect(statuses[0]).toBe(204);
  expect(await ask(village, url)).toMatchObject({ offset: bytes.byteLength });
  expect(await rowOf(village, head, bytes)).toMatchObject({ state: 'stored' });
});

test('an upload nobody went on with for seven days is gone, and begins anew', async () => {
  const bytes = await aJpeg(108);
  await say(village, head, addIntent(head, bytes, { criterionId: 'A2.2' }));
  const { url } = await begin(village, head, hashOf(bytes), bytes.byteLength);
  await patch(village, url, { offset: 0, body: new Uint8Array(bytes.subarray(0, 100)) });
  expect(await ask(village, url)).toMatchObject({ status: 200, offset: 100 });
  skew = 7 * 24 * 60 * 60 * 1000 + 1;
  expect(await ask(village, url)).toMatchObject({ status: 404 });
  const folder = join(village.dataDir, 'uploads');
  expect(readdirSync(folder)).toContain(url.split('/').at(-1));
  expect(await begin(village, head, hashOf(bytes), bytes.byteLength)).toMatchObject({
    status: 201,
    offset: 0,
  });
  expect(readdirSync(folder)).not.toContain(url.split('/').at(-1));
});

test('after all this every file is the one its row names, and one flipped byte is named', async () => {
  const store = openSqliteStore({
    file: join(village.dataDir, 'thidua.sqlite'),
    communeId: village.core.communeId,
  });
  const report = await verifyBlobs(store, village.dataDir);
  expect(report.problems).toEqual([]);
  expect(report.counts).toMatchObject({ orphanFiles: 0, photosRefused: 0, blobs: 7 });
  expect(report.counts.photosAwaited).toBeGreaterThan(0);
  expect(report.oldestAwaitedAt).toBeGreaterThan(0);
  // Control: another folder has none of the files.
  const empty = mkdtempSync(join(tmpdir(), 'thidua-empty-'));
  const missing = await verifyBlobs(store, empty);
  expect(missing.problems).toHaveLength(14);
  expect(new Set(missing.problems.map(({ what }) => what))).toEqual(new Set(['photo-file-missing']));
  rmSync(empty, { recursive: true });
  await store.close();
});
