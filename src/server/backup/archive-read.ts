/**
 * Reads an archive into a folder of its own: rows into a fresh embedded store, pictures, keys and journal into files.
 * Nothing outside that folder changes, and an archive that is forged, edited or cut off is told apart from a whole one
 * before anybody uses what came out.
 */
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createHash, type Hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { extract as createExtract } from 'tar-stream';
import { z } from '#domain/zod.ts';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { importPublicKey } from '#protocol/proof.ts';
import { blobFolder, blobName } from '../photos/blob-files.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { PutRows, Store, StoredRow } from '../store/store.ts';
import { readJournalText, type JournalText } from './journal-entry.ts';
import { archiveHeadSchema, keyMark, verifyManifest, type ArchiveHead, type Manifest } from './manifest.ts';
import { HEAD_MEMBER, MEMBER_BYTES_MAX, readMember, type Member } from './members.ts';

export const SCRATCH_DATABASE = 'thidua.sqlite';

export interface OpenArchive {
  kind: 'open';
  manifest: Manifest;
  /** Holds the archive's rows; the caller closes it. */
  store: Store;
  keys: ReadonlyMap<string, string>;
  journal: JournalText;
}
/** `cause`: for a person at a terminal. */
export type ReadArchive = OpenArchive | { kind: 'refused'; cause: string };

export interface ReadOptions {
  file: string;
  /** `AGE-SECRET-KEY-1…`, any of which may open it. */
  identities: readonly string[];
  /** An empty folder. */
  into: string;
  /** Mark of the commune's key, from whoever is asked to trust the archive; null = only what it says of itself. */
  trusted: string | null;
  /** True: what comes out is to be used. False: it is looked at and thrown away; pictures are hashed, and not written. */
  toKeep: boolean;
}

/** One member, as it comes. */
type Entry = AsyncIterable<unknown> & { readonly header: { readonly name: string } };

class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Every byte of a member, within the limit, and its hash. */
async function bytesOf(entry: Entry): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of entry) {
    const bytes = z.instanceof(Uint8Array).parse(chunk);
    length += bytes.byteLength;
    if (length > MEMBER_BYTES_MAX) throw new ArchiveError('a member is larger than any of ours');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const sha256 = (content: Buffer): string => {
  const hash: Hash = createHash('sha256');
  return hash.update(content).digest('base64url');
};

function rowsOf(content: Buffer): StoredRow[] {
  return content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

/** What has been read so far. */
interface Reading {
  seen: Manifest['members'];
  tables: Record<string, number>;
  keys: Map<string, string>;
  journal: JournalText;
  signed: string;
}

async function takeMember(
  member: Exclude<Member, { kind: 'head' }>,
  content: Buffer,
  {
    reading,
    put,
    options,
    head,
  }: { reading: Reading; put: PutRows; options: ReadOptions; head: ArchiveHead },
): Promise<void> {
  switch (member.kind) {
    case 'table': {
      const rows = rowsOf(content);
      await put(member.table, rows);
      reading.tables[member.table] = (reading.tables[member.table] ?? 0) + rows.length;
      return;
    }
    case 'blob': {
      if (sha256(content) !== member.hash) throw new ArchiveError('a picture differs from its name');
      if (!options.toKeep) return;
      const file = join(blobFolder(options.into, head.commune), blobName(member.hash));
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, content, { mode: 0o600, flush: true });
      return;
    }
    case 'key':
      reading.keys.set(member.name, content.toString('utf8'));
      return;
    case 'journal':
      reading.journal = readJournalText(content.toString('utf8'));
      return;
    case 'manifest':
      reading.signed = content.toString('utf8');
  }
}

const sameMembers = (a: Manifest['members'], b: Manifest['members']): boolean =>
  a.length === b.length &&
  a.every(
    (one, index) =>
      one.name === b[index]?.name && one.bytes === b[index].bytes && one.sha256 === b[index].sha256,
  );

/** The manifest, after everything it says was held against what was read. */
async function checkManifest(reading: Reading, head: ArchiveHead, trusted: string | null): Promise<Manifest> {
  const stored: unknown = JSON.parse(reading.keys.get('commune.jwk.json') ?? 'null');
  const jwk = z.object(publicJwkSchema.shape).safeParse(stored);
  if (!jwk.success) throw new ArchiveError('it does not carry the key of the commune');
  const { kty, crv, x, y } = jwk.data;
  const own = { kty, crv, x, y };
  const mark = await keyMark(own);
  if (mark !== head.key || (trusted !== null && mark !== trusted))
    throw new ArchiveError('it was made with another key than that of this commune');
  const manifest = await verifyManifest(reading.signed, await importPublicKey(own));
  if (manifest === null) throw new ArchiveError('its manifest is not signed with the key of the commune');
  const { format, commune, backup, madeAt, schema, key } = manifest;
  if (JSON.stringify({ format, commune, backup, madeAt, schema, key }) !== JSON.stringify(head))
    throw new ArchiveError('its first member and its manifest differ');
  if (!sameMembers(manifest.members, reading.seen))
    throw new ArchiveError('its members are not those of its manifest');
  for (const [table, rows] of Object.entries(manifest.tables))
    if (reading.tables[table] !== rows) throw new ArchiveError(`rows of ${table} are missing`);
  return manifest;
}

/** The plain bytes of an encrypted file of ours. */
export async function decrypt(file: string, identities: readonly string[]): Promise<Readable> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const plain = await decrypter.decrypt(Readable.toWeb(createReadStream(file)));
  const sealed = Readable.fromWeb(plain);
  const unpacked = createGunzip();
  sealed.on('error', (error) => unpacked.destroy(error));
  return sealed.pipe(unpacked);
}

async function readHead(entry: Entry): Promise<{ head: ArchiveHead; content: Buffer }> {
  if (entry.header.name !== HEAD_MEMBER) throw new ArchiveError('it does not begin as an archive does');
  const content = await bytesOf(entry);
  return { head: archiveHeadSchema.parse(JSON.parse(content.toString('utf8'))), content };
}

/** Whoever is done with it closes it, also a second time. */
function closedOnce(store: Store): Store {
  let closing: Promise<void> | null = null;
  return { ...store, close: () => (closing ??= store.close()) };
}

async function unpack(plain: Readable, options: ReadOptions): Promise<OpenArchive> {
  const extract = createExtract();
  plain.on('error', (error) => extract.destroy(error));
  plain.pipe(extract);
  const entries = extract[Symbol.asyncIterator]();
  const first = await entries.next();
  if (first.done === true) throw new ArchiveError('it is empty');
  const { head, content } = await readHead(first.value);
  const seen = [{ name: HEAD_MEMBER, bytes: content.byteLength, sha256: sha256(content) }];
  const journal = { entries: [], torn: false, unreadable: [] };
  const reading: Reading = { seen, tables: {}, keys: new Map(), journal, signed: '' };

  const database = join(options.into, SCRATCH_DATABASE);
  // Its owner's alone from the first byte: it is what a restore puts in place.
  await writeFile(database, '', { mode: 0o600 });
  const store = openSqliteStore({
    file: database,
    communeId: head.commune,
    throwAway: !options.toKeep,
  });
  try {
    const schema = await store.snapshot(async (snapshot) => snapshot.schema);
    if (head.schema > schema) throw new ArchiveError('it was made by a newer build than this');
    let manifest: Manifest | undefined;
    await store.load(async (put) => {
      for (let next = await entries.next(); next.done !== true; next = await entries.next()) {
        const entry = next.value;
        const member = readMember(entry.header.name);
        if (member === null || member.kind === 'head' || reading.signed !== '')
          throw new ArchiveError('it has a member that is none of ours');
        const bytes = await bytesOf(entry);
        await takeMember(member, bytes, { reading, put, options, head });
        if (member.kind !== 'manifest')
          seen.push({ name: entry.header.name, bytes: bytes.byteLength, sha256: sha256(bytes) });
      }
      // Still inside: what does not hold leaves the store as empty as it was.
      manifest = await checkManifest(reading, head, options.trusted);
    });
    if (manifest === undefined) throw new ArchiveError('it has no manifest');
    return { kind: 'open', manifest, store: closedOnce(store), keys: reading.keys, journal: reading.journal };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** In one line, what a library or the disk said of it. */
const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/**
 * Opens, checks and unpacks an archive. Whatever is wrong with it is an answer: decryption proves that not a byte of it
 * was changed or cut off, the signature that the commune wrote it.
 */
export async function readArchive(options: ReadOptions): Promise<ReadArchive> {
  await mkdir(options.into, { recursive: true, mode: 0o700 });
  try {
    return await unpack(await decrypt(options.file, options.identities), options);
  } catch (error) {
    return { kind: 'refused', cause: lineOf(error) };
  }
}
