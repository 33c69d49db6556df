/**
 * Bytes of photos on their way in, by tus 1.0: the library's server over the library's files under `DATA_DIR/uploads`.
 * What is ours is who may begin (`begin-upload.ts`), the shared lock, and what becomes of a whole upload.
 */
import { mkdir, opendir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server, Upload } from '@tus/server';
import { PHOTO_BYTES_MAX, UPLOADS_PATH } from '#protocol/photo.ts';
import type { Store } from '../store/store.ts';
import { unlessDiskShort } from './blob-files.ts';
import { createTusLocker, LOCK_WAIT_MS } from './tus-locker.ts';

/** How long who was asked to let go of an upload may finish what it has in hand. */
const LET_GO_MS = 1000;

export interface TusUploads {
  /** An empty one. */
  create(uploadId: string, bytes: number): Promise<void>;
  /** How many bytes have arrived; null when nothing is kept of it any more. */
  offset(uploadId: string): Promise<number | null>;
  read(uploadId: string): Promise<Uint8Array<ArrayBuffer>>;
  remove(uploadId: string): Promise<void>;
  /** HEAD and PATCH as tus says them. @throws what went wrong here, not at the caller's */
  handle(request: Request): Promise<Response>;
  /** Of uploads whose files were last touched before this instant. */
  untouchedSince(instant: number): Promise<string[]>;
}

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('code' in error && error.code === 'ENOENT') ||
    // What the library's files throw for it.
    ('status_code' in error && (error.status_code === 404 || error.status_code === 410)));

const SUFFIX = '.json';

/** The bytes of an upload, and what is written beside them. */
export async function removeUploadFiles(folder: string, uploadId: string): Promise<void> {
  await rm(join(folder, uploadId), { force: true });
  await rm(join(folder, `${uploadId}${SUFFIX}`), { force: true });
}

export async function openTusUploads(
  folder: string,
  store: Pick<Store, 'exclusive'>,
  lockWaitMs = LOCK_WAIT_MS,
): Promise<TusUploads> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = new FileStore({ directory: folder });
  /** Failures of ours, by the request they came to: the library would make a text of them. */
  const failures = new WeakMap<Request, Error>();
  const server = new Server({
    path: UPLOADS_PATH,
    datastore: files,
    locker: createTusLocker(store, lockWaitMs),
    lockDrainTimeout: LET_GO_MS,
    maxSize: PHOTO_BYTES_MAX,
    // One origin: nobody else's page has business here.
    allowedOrigins: [],
    onResponseError: (request, error) => {
      // What the protocol knows carries its status; the rest is ours.
      if (error instanceof Error && !('status_code' in error)) failures.set(request, error);
      return undefined;
    },
  });

  const offset = async (uploadId: string): Promise<number | null> => {
    try {
      return (await files.getUpload(uploadId)).offset;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  };
  return {
    offset,
    remove: (uploadId) => removeUploadFiles(folder, uploadId),
    create: async (uploadId, bytes) => {
      await unlessDiskShort(() => files.create(new Upload({ id: uploadId, size: bytes, offset: 0 })));
    },
    read: async (uploadId) => new Uint8Array(await readFile(join(folder, uploadId))),
    handle: (request) =>
      unlessDiskShort(async () => {
        const reply = await server.handleWeb(request);
        const failure = failures.get(request);
        if (failure !== undefined) throw failure;
        reply.headers.delete('access-control-expose-headers');
        return reply;
      }),
    untouchedSince: async (instant) => {
      const old: string[] = [];
      for await (const { name } of await opendir(folder)) {
        if (name.endsWith(SUFFIX)) continue;
        // Another process may have removed it in between.
        const found = await stat(join(folder, name)).catch(() => null);
        if (found !== null && found.mtimeMs < instant) old.push(name);
      }
      return old;
    },
  };
}
