/** The photo side of the core, built when the first photo comes: a commune that sends none has no folder and no process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerCore } from '../core-types.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { BlobRecord } from '../store/tables/photo.ts';
import { beginUpload } from './begin-upload.ts';
import { blobFolder, createBlobFiles, type writeDurably } from './blob-files.ts';
import { createEncoder, type Encoder, type EncoderOptions } from './encoder.ts';
import { keepPicture } from './finish-upload.ts';
import type { PhotoDesk } from './photo-desk.ts';
import { readPhoto } from './read-photo.ts';
import { receiveUpload } from './receive-upload.ts';
import { lookAtOlder } from './photo-look.ts';
import { THUMB_TYPE } from './stored-kinds.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { openTusUploads } from './tus-uploads.ts';

export interface PhotoOptions {
  /** How its processes are kept, or one that decodes by itself. */
  encoder?: Partial<EncoderOptions> | Encoder;
  /** How long a request waits for another that has the same upload in hand. */
  lockWaitMs?: number;
  /** How a stored picture reaches the disk. */
  write?: typeof writeDurably;
}

export type Photos = Pick<ServerCore, 'beginUpload' | 'receiveUpload' | 'readPhoto'> & {
  /** A stored small picture by its hash; null where there is none or its bytes are damaged. Who may see it is the caller's to ask. */
  readSmall(file: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null>;
  /** A picture that came by no upload, on its way like any other; null while no decoder has room. */
  keep(picture: Pick<BlobRecord, 'photo_id' | 'owner'>, bytes: Uint8Array): Promise<BlobRecord | null>;
  close(): Promise<void>;
};

/** Below the folder of data. */
export const UPLOADS_FOLDER = 'uploads';

const SWEEP_EVERY_MS = 60 * 60 * 1000;

/** `dataDir`: left out, pictures live in a folder of their own until {@link Photos.close}. */
export function createPhotos(
  deps: CoreDeps,
  { dataDir, encoder, lockWaitMs, write }: PhotoOptions & { dataDir?: string | undefined },
): Photos {
  const open = async (): Promise<{ desk: PhotoDesk; close: () => Promise<void> }> => {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'thidua-photos-')));
    const desk: PhotoDesk = {
      ...deps,
      blobs: createBlobFiles(blobFolder(folder, deps.store.communeId), write),
      uploads: await openTusUploads(join(folder, UPLOADS_FOLDER), deps.store, lockWaitMs),
      encoder: encoder !== undefined && 'encode' in encoder ? encoder : createEncoder(encoder),
    };
    return {
      desk,
      close: async () => {
        await desk.encoder.close();
        if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
      },
    };
  };
  let opened: ReturnType<typeof open> | null = null;
  const atDesk = async (): Promise<PhotoDesk> => {
    opened ??= open();
    try {
      return (await opened).desk;
    } catch (error) {
      // A disk that was full is asked again.
      opened = null;
      throw error;
    }
  };

  let sweptAt = -Infinity;
  return {
    beginUpload: async (proof, picture) => {
      const desk = await atDesk();
      const now = deps.clock.now();
      if (now >= sweptAt + SWEEP_EVERY_MS) {
        sweptAt = now;
        await sweepUploads(desk);
        await lookAtOlder(desk);
      }
      return beginUpload(desk, proof, picture);
    },
    receiveUpload: async (uploadId, request) => receiveUpload(await atDesk(), uploadId, request),
    keep: async (picture, bytes) => keepPicture(await atDesk(), picture, bytes),
    readSmall: async (file) => {
      const bytes = await (await atDesk()).blobs.read(file);
      return bytes === null ? null : { bytes, type: THUMB_TYPE };
    },
    readPhoto: async (proof, photo) => readPhoto(await atDesk(), proof, photo),
    close: async () => {
      await (await opened)?.close();
    },
  };
}
