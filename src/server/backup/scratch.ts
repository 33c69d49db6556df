/** Folders in which an archive is opened: they hold what everybody sent, readable, so they go whatever happens. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'restoring-';

/** Runs `work` in a new folder of `dataDir`. */
export async function withScratch<Result>(
  dataDir: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(dataDir, NAME));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Those of a program that was killed. Only while nobody else tests or restores in this folder. */
export async function clearScratch(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name.startsWith(NAME)) await rm(join(dataDir, name), { recursive: true, force: true });
}
