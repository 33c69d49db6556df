/**
 * Writes an archive: every table as JSON lines, pictures, keys and journal in a tar, encrypted to the server and to the
 * recovery key, streamed so that its size does not matter. It has its name only when it is whole and on the disk.
 */
import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hash } from 'node:crypto';
import { createGzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { pack as createPack, type Pack } from 'tar-stream';
import type { CryptoKey } from 'jose';
import type { Snapshot, StoredRow } from '../store/store.ts';
import { tableNames, type TableName } from '../store/table-list.ts';
import { signManifest, type ArchiveHead, type Manifest } from './manifest.ts';
import {
  blobMember,
  HEAD_MEMBER,
  JOURNAL_MEMBER,
  keyMember,
  MANIFEST_MEMBER,
  TABLE_MEMBER_BYTES,
  tableMember,
} from './members.ts';

/** Begun uploads are begun again by the phones; wrong codes are counted anew. */
const leftOut: ReadonlySet<TableName> = new Set<TableName>(['upload', 'attempt', 'session', 'ceremony']);

export interface ArchiveParts {
  head: ArchiveHead;
  signingKey: CryptoKey;
  recipients: readonly string[];
  snapshot: Snapshot;
  /** Text of the journal as it stands. */
  journal: string;
  /** Key files by name. */
  keys: ReadonlyMap<string, string>;
  /** The file of a picture the commune keeps, by its hash. */
  blobPath: (hash: string) => string;
}

/** Adds members one after the other, waiting for each to have gone out, and remembers what the manifest says of them. */
function createWriter(pack: Pack, mtime: Date) {
  const members: Manifest['members'] = [];
  const add = (name: string, content: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      const entry = pack.entry({ name, size: content.byteLength, mode: 0o600, mtime }, (error) => {
        if (error) reject(error);
        else resolve();
      });
      entry.end(content);
    });
  return {
    members,
    add,
    listed: async (name: string, content: Buffer): Promise<void> => {
      members.push({
        name,
        bytes: content.byteLength,
        sha256: hash('sha256', content, 'base64url'),
      });
      await add(name, content);
    },
  };
}
type Writer = ReturnType<typeof createWriter>;

const textOf = (row: StoredRow, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};

/** Sees every row as it goes by: what the manifest counts, and which pictures there are. */
function createCensus() {
  const tables: Record<string, number> = {};
  const devices: Manifest['devices'] = [];
  const blobs = new Set<string>();
  let commune = { epoch: '', rev: 0, auditHead: '' };
  return {
    see: (table: TableName, row: StoredRow): void => {
      tables[table] = (tables[table] ?? 0) + 1;
      if (table === 'commune')
        commune = {
          epoch: textOf(row, 'epoch'),
          rev: Number(row['rev']),
          auditHead: textOf(row, 'audit_head'),
        };
      if (table === 'device')
        devices.push({ device: textOf(row, 'device_id'), lastSeq: Number(row['last_seq']) });
      if (table === 'blob' && row['state'] === 'stored')
        for (const column of ['stored_sha256', 'thumb_sha256'])
          if (textOf(row, column) !== '') blobs.add(textOf(row, column));
    },
    blobs,
    result: () => ({ ...commune, tables, devices }),
  };
}
type Census = ReturnType<typeof createCensus>;

async function writeTable(
  writer: Writer,
  census: Census,
  snapshot: Snapshot,
  table: TableName,
): Promise<void> {
  let lines: Buffer[] = [];
  let bytes = 0;
  let part = 0;
  const flush = async (): Promise<void> => {
    await writer.listed(tableMember(table, part++), Buffer.concat(lines));
    lines = [];
    bytes = 0;
  };
  for await (const rows of snapshot.rows(table))
    for (const row of rows) {
      census.see(table, row);
      const line = Buffer.from(`${JSON.stringify(row)}\n`);
      lines.push(line);
      bytes += line.byteLength;
      if (bytes >= TABLE_MEMBER_BYTES) await flush();
    }
  if (bytes > 0) await flush();
}

async function fill(pack: Pack, parts: ArchiveParts): Promise<Manifest> {
  const { head, snapshot, journal, keys, blobPath, signingKey } = parts;
  const writer = createWriter(pack, new Date(head.madeAt));
  const census = createCensus();
  await writer.listed(HEAD_MEMBER, Buffer.from(JSON.stringify(head)));
  for (const [name, text] of keys) await writer.listed(keyMember(name), Buffer.from(text));
  await writer.listed(JOURNAL_MEMBER, Buffer.from(journal));
  for (const table of tableNames) if (!leftOut.has(table)) await writeTable(writer, census, snapshot, table);
  for (const picture of [...census.blobs].toSorted())
    await writer.listed(blobMember(picture), await readFile(blobPath(picture)));
  const manifest = { ...head, ...census.result(), members: writer.members };
  await writer.add(MANIFEST_MEMBER, Buffer.from(await signManifest(manifest, signingKey)));
  pack.finalize();
  return manifest;
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Runs `write` beside the file's name; only when the bytes are on the disk does it get that name. */
async function beside(file: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${file}.part`;
  try {
    await write(part);
    await rename(part, file);
    await flushFolder(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Packs and encrypts a stream of plain bytes to a new file; in this order, because what is encrypted packs no more. */
async function encryptTo(file: string, plain: Readable, recipients: readonly string[]): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const packed = plain.pipe(createGzip({ level: 5 }));
  plain.on('error', (error) => packed.destroy(error));
  const encrypted = await encrypter.encrypt(Readable.toWeb(packed));
  await pipeline(Readable.fromWeb(encrypted), createWriteStream(file, { mode: 0o600, flush: true }));
}

/** Writes the archive at `file` and tells what its manifest says. A picture that is not on the disk fails it. */
export async function writeArchive(file: string, parts: ArchiveParts): Promise<Manifest> {
  const pack = createPack();
  const filled = fill(pack, parts).catch((error: unknown) => {
    pack.destroy(error instanceof Error ? error : new Error('the archive could not be filled'));
    throw error;
  });
  const written = beside(file, (part) => encryptTo(part, Readable.from(pack), parts.recipients));
  const [manifest] = await Promise.allSettled([filled, written]);
  // What filling says is nearer the cause than a stream that broke off.
  if (manifest.status === 'rejected') throw manifest.reason;
  await written;
  return manifest.value;
}

/** One small text encrypted to a file: the journal's copy beside the archives. */
export const writeEncrypted = (file: string, text: string, recipients: readonly string[]): Promise<void> =>
  beside(file, (part) => encryptTo(part, Readable.from([Buffer.from(text)]), recipients));
