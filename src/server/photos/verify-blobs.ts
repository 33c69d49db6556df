/**
 * Do the pictures on disk agree with the tables, and the tables with the log? Reads only, a page at a time; one file in
 * memory at once.
 */
import { canon } from '#protocol/canon.ts';
import { photoFaultSchema } from '#protocol/photo.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { Store } from '../store/store.ts';
import type { BlobRecord } from '../store/tables/photo.ts';
import { blobFolder, createBlobFiles, type BlobFiles } from './blob-files.ts';
import { BLOB_ENTRY, blobFacts } from './finish-upload.ts';

export interface BlobReport {
  counts: {
    photos: number;
    photosRemoved: number;
    photosStored: number;
    photosRefused: number;
    photosAwaited: number;
    blobs: number;
    /** Bytes of all stored pictures, small ones included; a file two rows name counts once. */
    blobBytes: number;
    /** Files no row names: left by a crash between disk and commit, or by an erasure that was cut short. */
    orphanFiles: number;
  };
  /** Words without their picture: when the oldest of them came (epoch ms); null when none waits. */
  oldestAwaitedAt: number | null;
  problems: { what: string; where: string }[];
}

const PAGE = 200;

type Report = (what: string, where: string) => void;

/** What the log says was stored, as hashes of its entries' bodies. */
async function loggedBlobs(store: Store): Promise<Set<string>> {
  const logged = new Set<string>();
  for (let rev = 0, more = true; more;) {
    const page = await store.read((tables) => tables.operation.page(rev, PAGE * 5));
    for (const entry of page) if (entry.kind === BLOB_ENTRY) logged.add(entry.op_hash);
    rev = page.at(-1)?.rev ?? rev;
    more = page.length === PAGE * 5;
  }
  return logged;
}

async function verifyFile(
  files: BlobFiles,
  { hash, bytes, where }: { hash: string; bytes: number; where: string },
  report: Report,
): Promise<void> {
  const found = await files.look(hash);
  if (found.kind === 'missing') report('photo-file-missing', where);
  else if (found.kind === 'damaged') report('photo-file-damaged', where);
  else if (found.bytes.byteLength !== bytes) report('photo-file-of-another-size', where);
}

/** @returns bytes by hash of every file a row names */
async function verifyRows(
  store: Store,
  files: BlobFiles,
  report: Report,
): Promise<{ rows: number; named: Map<string, number> }> {
  const named = new Map<string, number>();
  const logged = await loggedBlobs(store);
  let rows = 0;
  let after: Pick<BlobRecord, 'photo_id' | 'owner'> = { photo_id: '', owner: '' };
  for (let more = true; more;) {
    const { photo_id, owner } = after;
    const page = await store.read((tables) => tables.blob.page(photo_id, owner, PAGE));
    for (const blob of page) {
      const where = `blob ${blob.photo_id} ${blob.owner}`;
      if (!logged.has(hashTextNow(canon(blobFacts(blob))))) report('photo-differs-from-log', where);
      if (blob.state === 'refused') {
        if (!photoFaultSchema.safeParse(blob.reason).success) report('photo-refused-for-no-reason', where);
        continue;
      }
      if (blob.state !== 'stored') {
        report('photo-in-no-state', where);
        continue;
      }
      for (const [hash, bytes] of [
        [blob.stored_sha256, blob.stored_bytes],
        [blob.thumb_sha256, blob.thumb_bytes],
      ] as const) {
        named.set(hash, bytes);
        await verifyFile(files, { hash, bytes, where }, report);
      }
    }
    rows += page.length;
    after = page.at(-1) ?? after;
    more = page.length === PAGE;
  }
  return { rows, named };
}

async function countPhotos(store: Store, report: Report) {
  const counts = { photos: 0, photosRemoved: 0, photosStored: 0, photosRefused: 0, photosAwaited: 0 };
  let oldestAwaitedAt: number | null = null;
  let after = '';
  for (let more = true; more;) {
    const page = await store.read(async (tables) => {
      const photos = await tables.photo.page(after, PAGE);
      const read = [];
      for (const photo of photos)
        read.push({
          photo,
          blob: await tables.blob.find(photo.photo_id, photo.owner),
          said: await tables.operation.find(photo.op_id),
        });
      return read;
    });
    for (const { photo, blob, said } of page) {
      counts.photos += 1;
      if (said?.kind !== 'photo.add') report('photo-without-its-operation', photo.op_id);
      if (photo.removed === 1) counts.photosRemoved += 1;
      else if (blob?.state === 'stored') counts.photosStored += 1;
      else if (blob !== undefined) counts.photosRefused += 1;
      else {
        counts.photosAwaited += 1;
        oldestAwaitedAt = Math.min(oldestAwaitedAt ?? photo.at, photo.at);
      }
    }
    after = page.at(-1)?.photo.op_id ?? after;
    more = page.length === PAGE;
  }
  return { counts, oldestAwaitedAt };
}

export async function verifyBlobs(store: Store, dataDir: string): Promise<BlobReport> {
  const problems: BlobReport['problems'] = [];
  const report: Report = (what, where) => void problems.push({ what, where });
  const files = createBlobFiles(blobFolder(dataDir, store.communeId));
  const { counts, oldestAwaitedAt } = await countPhotos(store, report);
  const { rows, named } = await verifyRows(store, files, report);
  let orphanFiles = 0;
  for await (const file of files.list())
    if (file.kind === 'stranger' || !named.has(file.hash)) orphanFiles += 1;
  const blobBytes = [...named.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { counts: { ...counts, blobs: rows, blobBytes, orphanFiles }, oldestAwaitedAt, problems };
}
