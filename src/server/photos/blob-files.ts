/**
 * Stored pictures on disk, named by the SHA-256 of their bytes: `DATA_DIR/blobs/<commune>/<aa>/<hash>`. A file is there
 * whole or not at all, also after a power cut; two writers of the same bytes do not disturb each other.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreBusyError } from '../store/store.ts';

export const blobFolder = (dataDir: string, communeId: string): string => join(dataDir, 'blobs', communeId);

/** SHA-256 of bytes at hand, base64url. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** Where below {@link blobFolder} a file of this hash lies. */
export const blobName = (hash: string): string => join(hash.slice(0, 2), hash);

const BESIDE = '.new-';
const isHash = (name: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(name);
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** The disk has no room, or does not take anything now. */
const shortages: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** A shortage is nobody's fault: whoever asked is told to come back. */
export async function unlessDiskShort<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw shortages.has(codeOf(error)) ? new StoreBusyError('no room for a photo', { cause: error }) : error;
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Written beside, flushed, renamed, and the folder flushed: only then is it there. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(file);
  const beside = `${file}${BESIDE}${randomUUID()}`;
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await flushFolder(folder);
  // A new folder is an entry in the one above it, up to the first that was there before.
  if (made !== undefined)
    for (let above = dirname(folder); above.length >= dirname(made).length; above = dirname(above))
      await flushFolder(above);
}

type Looked = { kind: 'whole'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'missing' } | { kind: 'damaged' };

export interface BlobFiles {
  /** Resolves to the hash it lies under, once it is on the disk. @throws StoreBusyError when there is no room */
  put(bytes: Uint8Array): Promise<string>;
  /** Null when it is not there, or is not what its name says. */
  read(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The same, told apart. */
  look(hash: string): Promise<Looked>;
  remove(hash: string): Promise<void>;
  /** Files whose writer died before they had their name, untouched since `instant` (epoch ms): how many went. */
  sweep(instant: number): Promise<number>;
  /** Hashes of all files, and the names of what is no such file. */
  list(): AsyncIterable<{ kind: 'blob'; hash: string } | { kind: 'stranger'; name: string }>;
}

export function createBlobFiles(folder: string, write = writeDurably): BlobFiles {
  const fileOf = (hash: string): string => {
    if (!isHash(hash)) throw new RangeError('not a hash');
    return join(folder, blobName(hash));
  };
  const look: BlobFiles['look'] = async (hash) => {
    try {
      const bytes = new Uint8Array(await readFile(fileOf(hash)));
      return hashOf(bytes) === hash ? { kind: 'whole', bytes } : { kind: 'damaged' };
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      return { kind: 'missing' };
    }
  };
  return {
    look,
    put: async (bytes) => {
      const hash = hashOf(bytes);
      // A damaged file of this name is mended by the way.
      if ((await look(hash)).kind !== 'whole') await unlessDiskShort(() => write(fileOf(hash), bytes));
      return hash;
    },
    read: async (hash) => {
      const found = await look(hash);
      return found.kind === 'whole' ? found.bytes : null;
    },
    remove: (hash) => rm(fileOf(hash), { force: true }),
    sweep: async (instant) => {
      let swept = 0;
      for (const group of await entriesOf(folder))
        for (const { name } of group.isDirectory() ? await entriesOf(join(folder, group.name)) : []) {
          const [hash = '', rest] = name.split(BESIDE);
          if (!isHash(hash) || rest === undefined) continue;
          const file = join(folder, group.name, name);
          // Its writer may be alive and have given it its name in between.
          const found = await stat(file).catch(() => null);
          if (found === null || found.mtimeMs >= instant) continue;
          await rm(file, { force: true });
          swept += 1;
        }
      return swept;
    },
    list: async function* () {
      for (const group of await entriesOf(folder)) {
        if (!group.isDirectory()) yield { kind: 'stranger', name: group.name };
        else
          for (const { name } of await entriesOf(join(folder, group.name)))
            yield isHash(name) && name.startsWith(group.name)
              ? { kind: 'blob', hash: name }
              : { kind: 'stranger', name: join(group.name, name) };
      }
    },
  };
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return [];
  }
}
