/** What the parts of this folder share: the core's own means, the files, the decoder. */
import type { CoreDeps } from '../sync/deps.ts';
import type { BlobFiles } from './blob-files.ts';
import type { Encoder } from './encoder.ts';
import type { TusUploads } from './tus-uploads.ts';

/** An upload nobody has gone on with for so long is given up; the phone begins anew. */
export const UPLOAD_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** Seconds a phone waits when all decoders are at work. */
export const FULL_WAIT_S = 5;

export interface PhotoDesk extends CoreDeps {
  blobs: BlobFiles;
  uploads: TusUploads;
  encoder: Encoder;
}
