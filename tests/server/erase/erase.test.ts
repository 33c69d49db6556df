import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import { submitIntent } from '../core/makers.ts';
import { addAndSend, formOf, openVillage, QUESTION, type Village } from '../photos/photo-kit.ts';
import { aJpeg, hashOf } from '../photos/pictures.ts';

const villages: Village[] = [];
const aVillage = async (): Promise<Village> => {
  const village = await openVillage();
  villages.push(village);
  return village;
};
afterEach(async () => {
  for (const village of villages.splice(0)) await village.close();
});

const CANARY = 'Chim hoàng yến 7f3a';

/** Everything in the data folder that is not a lock, as bytes. */
const everything = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/lock|owner|-shm/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
const holds = (village: Village, text: string): boolean =>
  everything(village.dataDir).some((bytes) => bytes.includes(text));

async function sendSheet(
  village: Village,
  photo: Buffer | null,
  signedOffBy: string,
): Promise<{ opId: string; text: string }> {
  const { head, door } = village;
  const photoId = photo === null ? '' : hashOf(photo);
  const photos = photo === null ? [] : [{ criterionId: QUESTION, photoId, sha256: photoId }];
  const text = head.seal(submitIntent(formOf(head), 'hamlet', { signedOffBy, photos }));
  const reply = await head.exchange(door, [text]);
  expect(reply.value?.results).toMatchObject([{ verdict: 'applied' }]);
  return { opId: operationSchema.parse(JSON.parse(text)).opId, text };
}

test('an erased submission is nowhere any more, its pictures neither; hashes, chains and receipts stay', async () => {
  const village = await aVillage();
  const { core, head, officer, door, dataDir } = village;
  const photo = await aJpeg(7);
  await addAndSend(village, head, photo);
  const { opId, text } = await sendSheet(village, photo, CANARY);
  expect(holds(village, CANARY)).toBe(true);
  const blobs = (): number =>
    readdirSync(join(dataDir, 'blobs'), { recursive: true }).filter((name) => String(name).length > 60)
      .length;
  expect(blobs()).toBe(2);
  const { lastSeq, chain } = head;

  expect(await core.eraseSubmission(opId)).toEqual({ kind: 'erased', operations: 2, photos: 1 });
  expect(await core.eraseSubmission(opId)).toEqual({ kind: 'alreadyErased' });
  expect(await core.eraseSubmission('nobody')).toEqual({ kind: 'unknownSubmission' });
  expect(holds(village, CANARY)).toBe(false);
  expect(blobs()).toBe(0);
  const report = await core.verify();
  expect([report.problems, report.counts['submissions'], report.counts['photos']]).toEqual([[], 0, 0]);

  // The phone's place and chain are what they were; who reads is told that it is gone.
  const reply = await head.exchange(door, [], { pull: { cursors: {}, maxBytes: 240_000 } });
  expect(reply.value).toMatchObject({ lastSeq, chain });
  const rows =
    (await officer.exchange(door, [], { pull: { cursors: {}, maxBytes: 240_000 } })).value?.rows ?? [];
  expect(rows.find(({ id }) => id === opId)?.value).toBeNull();
  expect(rows.find(({ id }) => id === formOf(head))?.value).toMatchObject({
    state: 'withdrawn',
    submissions: [],
  });
  const again = await head.exchange(door, [text], { firstSeq: lastSeq });
  expect(again.value?.results).toMatchObject([{ verdict: 'refused', code: 'ERASED' }]);
  expect(holds(village, CANARY)).toBe(false);
});

test('a picture that a later submission still shows stays with it', async () => {
  const village = await aVillage();
  const { core, head } = village;
  const photo = await aJpeg(8);
  await addAndSend(village, head, photo);
  const first = await sendSheet(village, photo, CANARY);
  const second = await sendSheet(village, photo, 'Người khác');
  expect(await core.eraseSubmission(first.opId)).toEqual({ kind: 'erased', operations: 1, photos: 0 });
  const report = await core.verify();
  expect([report.problems, report.counts['submissions'], report.counts['photosStored']]).toEqual([[], 1, 1]);
  expect(await core.eraseSubmission(second.opId)).toEqual({ kind: 'erased', operations: 2, photos: 1 });
  expect((await core.verify()).problems).toEqual([]);
});
