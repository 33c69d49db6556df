import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { blobName, createBlobFiles } from '#server/photos/blob-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'thidua-blobs-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what a dead writer left half-way is swept once it is old; whole pictures and living writers are left alone', async () => {
  const blobs = createBlobFiles(folder);
  const hash = await blobs.put(new TextEncoder().encode('a picture'));
  const group = dirname(join(folder, blobName(hash)));
  const [old, young] = [join(group, `${hash}.new-old`), join(group, `${hash}.new-young`)];
  for (const file of [old, young]) writeFileSync(file, 'half');
  utimesSync(old, 1, 1);
  utimesSync(join(folder, blobName(hash)), 1, 1);

  expect(await blobs.sweep(2000)).toBe(1);
  expect(readdirSync(group).sort()).toEqual([hash, `${hash}.new-young`].sort());
  expect(await blobs.sweep(2000)).toBe(0);
  expect(await blobs.read(hash)).not.toBeNull();
});
