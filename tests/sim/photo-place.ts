/** Where the commune's pictures lie: real files in a folder of this process, copied aside and put back as archives do. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { blobFolder, blobName } from '#server/photos/blob-files.ts';
import type { Row } from './database.ts';
import { textIn } from './oracle/rows.ts';
import { COMMUNE } from './village.ts';

/** By hash. */
export type PhotoFiles = ReadonlyMap<string, Uint8Array>;

export interface PhotoPlace {
  readonly dataDir: string;
  /** Files these rows name, as far as they are there. */
  filesOf(blobs: readonly Row[]): PhotoFiles;
  has(hash: string): boolean;
  put(files: PhotoFiles): void;
  /** Pictures, and what had arrived of others. */
  wipe(): void;
}

export function openPhotoPlace(): PhotoPlace {
  const dataDir = mkdtempSync(join(tmpdir(), 'commune-of-a-run-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const folder = blobFolder(dataDir, COMMUNE);
  const fileOf = (hash: string): string => join(folder, blobName(hash));
  const has = (hash: string): boolean => existsSync(fileOf(hash));
  return {
    dataDir,
    has,
    filesOf: (blobs) =>
      new Map(
        blobs
          .flatMap((row) => [textIn(row, 'stored_sha256'), textIn(row, 'thumb_sha256')])
          .filter((hash) => hash !== '' && has(hash))
          .map((hash) => [hash, readFileSync(fileOf(hash))]),
      ),
    put(files) {
      for (const [hash, bytes] of files) writeQuickly(fileOf(hash), bytes);
    },
    wipe() {
      // What lies in them goes; the folders stay, because a process that just started may be making them.
      for (const part of [folder, join(dataDir, 'uploads')])
        for (const name of existsSync(part) ? readdirSync(part) : [])
          rmSync(join(part, name), { recursive: true });
    },
  };
}

/** What a power cut does to a file is not simulated here. */
export function writeQuickly(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
