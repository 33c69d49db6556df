import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { household } from '../core/sending.ts';
import { enrolled } from '../http/front-door.ts';
import { addAndSend, addIntent, begin, openVillage, patch, say } from '../photos/photo-kit.ts';
import { aJpeg, hashOf } from '../photos/pictures.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.length > 20);

test('pictures of an erased family go with it: stored ones, small ones, and one half on its way; a neighbour keeps the same picture', async () => {
  const village = await openVillage();
  try {
    const { core, door, dataDir, head } = village;
    const binding = head.enrolment?.binding;
    const hamletId = binding?.kind === 'hamlet' ? binding.id : '';
    const [first, second] = [head.newId(), head.newId()];
    await say(village, head, household(first, hamletId), household(second, hamletId));
    const one = await enrolled(door, await core.createSlip(first));
    const two = await enrolled(door, await core.createSlip(second));
    const [shared, own, half] = await Promise.all([aJpeg(1), aJpeg(2), aJpeg(3)]);
    for (const [phone, picture] of [
      [one, shared],
      [two, shared],
      [one, own],
    ] as const)
      await addAndSend(village, phone, picture, 'B6.2');
    await say(village, one, addIntent(one, half, { criterionId: 'B6.2' }));
    const { url } = await begin(village, one, hashOf(half), half.byteLength);
    await patch(village, url, { offset: 0, body: new Uint8Array(half.subarray(0, 100)) });
    expect([filesIn(join(dataDir, 'blobs')).length, filesIn(join(dataDir, 'uploads')).length]).toEqual([
      4, 2,
    ]);

    const [outcome] = await core.eraseHouseholds([first]);
    expect(outcome).toMatchObject({ kind: 'erased', photos: 2, devices: 1 });
    // What is left is the neighbour's picture and its small one.
    expect([filesIn(join(dataDir, 'blobs')).length, filesIn(join(dataDir, 'uploads')).length]).toEqual([
      2, 0,
    ]);
    const report = await core.verify();
    expect([report.problems, report.counts['photosStored'], report.counts['orphanFiles']]).toEqual([
      [],
      1,
      0,
    ]);
  } finally {
    await village.close();
  }
}, 60_000);
