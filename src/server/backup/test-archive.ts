/**
 * The restore test: an archive is opened as a restore would open it, its store recomputed from end to end, its pictures
 * counted. Only what passed may be called safe.
 */
import type { Store } from '../store/store.ts';
import { verifyStore } from '../verify/verify-store.ts';
import { readArchive, type OpenArchive } from './archive-read.ts';
import type { Manifest } from './manifest.ts';
import { readMember } from './members.ts';
import { withScratch } from './scratch.ts';

export type TestedArchive =
  | { kind: 'passed'; manifest: Manifest; counts: Record<string, number> }
  | { kind: 'failed'; cause: string };

const BLOBS_A_PAGE = 500;

/** Hashes of pictures and thumbnails the rows speak of and the archive does not carry. */
async function missingBlobs(store: Store, manifest: Manifest): Promise<string[]> {
  const carried = new Map<string, number>();
  for (const { name, bytes } of manifest.members) {
    const member = readMember(name);
    if (member?.kind === 'blob') carried.set(member.hash, bytes);
  }
  const missing: string[] = [];
  let [photo, owner] = ['', ''];
  for (;;) {
    const page = await store.read((tables) => tables.blob.page(photo, owner, BLOBS_A_PAGE));
    for (const row of page) {
      if (row.state === 'stored' && carried.get(row.stored_sha256) !== row.stored_bytes)
        missing.push(row.stored_sha256);
      if (row.state === 'stored' && carried.get(row.thumb_sha256) !== row.thumb_bytes)
        missing.push(row.thumb_sha256);
      [photo, owner] = [row.photo_id, row.owner];
    }
    if (page.length < BLOBS_A_PAGE) return missing;
  }
}

/** Is what came out of the archive whole? */
export async function checkOpened({ store, manifest }: OpenArchive): Promise<TestedArchive> {
  const { problems, counts } = await verifyStore(store, { isStill: true });
  const [problem] = problems;
  if (problem !== undefined) return { kind: 'failed', cause: `${problem.what} at ${problem.where}` };
  const commune = await store.read((tables) => tables.commune.find());
  if (commune?.audit_head !== manifest.auditHead || commune.epoch !== manifest.epoch)
    return { kind: 'failed', cause: 'head of the log differs from the manifest' };
  const [blob] = await missingBlobs(store, manifest);
  if (blob !== undefined) return { kind: 'failed', cause: `picture ${blob} is not in it` };
  return { kind: 'passed', manifest, counts };
}

/** Opens the archive in a scratch folder of `dataDir`, checks it, and takes the folder away again. */
export const testArchive = (
  dataDir: string,
  { file, identity, trusted }: { file: string; identity: string; trusted: string },
): Promise<TestedArchive> =>
  withScratch(dataDir, async (into) => {
    const opened = await readArchive({ file, identities: [identity], into, trusted, toKeep: false });
    if (opened.kind === 'refused') return { kind: 'failed', cause: opened.cause };
    try {
      return await checkOpened(opened);
    } finally {
      await opened.store.close();
    }
  });
