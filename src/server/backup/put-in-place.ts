/** The last steps of a restore: what was prepared and checked takes its place, what was there is set aside. */
import { constants } from 'node:fs';
import { access, link, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFiles } from '../crypto/keys.ts';
import { blobFolder, createBlobFiles } from '../photos/blob-files.ts';
import { openStore } from '../store/open.ts';
import { tableNames } from '../store/table-list.ts';
import { SCRATCH_DATABASE, type OpenArchive } from './archive-read.ts';

export interface RestorePlace {
  dataDir: string;
  databaseUrl?: string;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Files of the embedded database, under a name that says they were there before. */
async function setAside(database: string, stamp: string): Promise<string | null> {
  if (!(await isThere(database))) return null;
  const aside = `${database}.before-${stamp}`;
  // A second name for the same file: whenever the power goes, there is a database under the first one.
  await link(database, aside);
  // A log left over by a damaged database must never be played into the new one.
  for (const suffix of ['-wal', '-shm'])
    if (await isThere(database + suffix)) await rename(database + suffix, aside + suffix);
  return aside;
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Keys the folder lacks; those it has are the same ones, or the archive would not have been trusted. */
export async function putKeys(dataDir: string, keys: ReadonlyMap<string, string>): Promise<void> {
  const folder = join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of keyFiles) {
    const text = keys.get(name);
    if (text !== undefined && !(await isThere(join(folder, name))))
      await writeFile(join(folder, name), text, { mode: 0o600, flush: true });
  }
  await flushFolder(folder);
}

export async function putBlobs(dataDir: string, scratch: string, communeId: string): Promise<void> {
  const blobs = createBlobFiles(blobFolder(dataDir, communeId));
  for await (const found of createBlobFiles(blobFolder(scratch, communeId)).list())
    if (found.kind === 'blob')
      await blobs.put(
        await readFile(join(blobFolder(scratch, communeId), found.hash.slice(0, 2), found.hash)),
      );
}

/** The rows take their place: as a file, or as rows of the database server. */
export async function putRows(place: RestorePlace, scratch: string, archive: OpenArchive, stamp: string) {
  const { dataDir, databaseUrl } = place;
  const communeId = archive.manifest.commune;
  if (databaseUrl === undefined) {
    await archive.store.close();
    const database = join(dataDir, SCRATCH_DATABASE);
    const aside = await setAside(database, stamp);
    await rename(join(scratch, SCRATCH_DATABASE), database);
    await flushFolder(dataDir);
    return aside;
  }
  const target = await openStore({ dataDir, databaseUrl, communeId, warn: () => undefined });
  try {
    await target.load((put) =>
      archive.store.snapshot(async (snapshot) => {
        for (const table of tableNames) for await (const rows of snapshot.rows(table)) await put(table, rows);
      }),
    );
  } finally {
    await target.close();
    await archive.store.close();
  }
  return null;
}

export async function holdsCommune(
  { dataDir, databaseUrl }: RestorePlace,
  communeId: string,
): Promise<boolean> {
  if (databaseUrl === undefined) return false;
  const target = await openStore({ dataDir, databaseUrl, communeId, warn: () => undefined });
  try {
    return (await target.read((tables) => tables.commune.find())) !== undefined;
  } finally {
    await target.close();
  }
}
