/**
 * From what the camera gave to a sealed `photo.add`, one picture at a time and under a lock, so that two tabs do not do
 * it twice. Begun again after a crash: a row is `raw` until the seal that makes it `ready`.
 */
import { hashBytes } from '#protocol/hash.ts';
import type { PhotoRow } from '#client/db/model.ts';
import { withPhoto, type PhotoStore } from '#client/db/photo-store.ts';
import type { Environment, PhotoCodec, Shrunk } from '#client/sync/environment.ts';
import { seal, type SealContext, type SealRequest } from '#client/sync/seal.ts';

/** A picture that killed the page this often is more than this phone bears. */
const TRIES_MAX = 2;

export interface PipelineParts {
  /** As it is now: who speaks is known only after enrolment. */
  sealing: () => SealContext;
  photos: PhotoStore;
  environment: Environment;
  /** Shared with other tabs. */
  lock: string;
  codec: () => Promise<PhotoCodec>;
  /** Something was sealed. */
  announce: () => void;
}

export interface Pipeline {
  /** Works through what is raw; resolves when nothing is left that can be done now. */
  run(): Promise<void>;
}

type Made = Extract<Shrunk, { kind: 'shrunk' }>;

function addRequest(photo: PhotoRow, photoId: string, made: Made): SealRequest {
  const { mime, w, h, thumb } = made;
  const facts = { photoId, mime, bytes: made.bytes.byteLength, w, h };
  return {
    intent: {
      kind: 'photo.add',
      args: { assessmentId: photo.assessmentId, criterionId: photo.criterionId, sha256: photoId, ...facts },
    },
    also: withPhoto({
      id: photo.id,
      patch: (stored, { opId }) => {
        const { tries: _done, ...row } = stored;
        const upload = made.looksLikeId === true ? ({ state: 'held', offset: 0 } as const) : row.upload;
        return { ...row, state: 'ready', opId, ...facts, upload };
      },
      made: { final: made.bytes, thumb },
    }),
  };
}

export function createPipeline(parts: PipelineParts): Pipeline {
  const { environment, photos } = parts;

  /** The same picture chosen twice for one question is there already. */
  async function isThere(photo: PhotoRow, photoId: string): Promise<boolean> {
    const own = await photos.photos(photo.assessmentId);
    return own.some(
      (other) =>
        other.photoId === photoId &&
        other.criterionId === photo.criterionId &&
        other.removedAt === undefined &&
        other.id !== photo.id,
    );
  }

  async function process(photo: PhotoRow): Promise<void> {
    const { id } = photo;
    if ((photo.tries ?? 0) >= TRIES_MAX) return photos.refusePhoto(id, 'tooLarge');
    const raw = await photos.photoBytes(id, 'raw');
    if (raw === undefined) return photos.refusePhoto(id, 'damaged');
    await photos.changePhoto(id, (stored) => ({ ...stored, tries: (stored.tries ?? 0) + 1 }));
    const made = await (await parts.codec()).shrink(raw);
    if (made.kind === 'refused') return photos.refusePhoto(id, made.problem);
    const photoId = await hashBytes(new Uint8Array(made.bytes));
    if (await isThere(photo, photoId)) return photos.deletePhoto(id);
    const sealed = await seal(parts.sealing(), async () =>
      // Taken out while it was shrunk: nothing to say of it.
      (await photos.photo(id))?.state === 'raw' ? addRequest(photo, photoId, made) : null,
    );
    if (sealed !== null) parts.announce();
  }

  async function processAll(): Promise<void> {
    const failed = new Set<string>();
    for (;;) {
      const rows = await photos.photos();
      const next = rows.find(({ id, state }) => state === 'raw' && !failed.has(id));
      if (next === undefined) return;
      try {
        await process(next);
      } catch (error) {
        // A full disk, or a codec that could not be fetched: the picture stays as it was given, for another time.
        environment.onError(error);
        failed.add(next.id);
        await photos.changePhoto(next.id, ({ tries: _again, ...row }) => row);
      }
    }
  }

  let running: Promise<void> | undefined;
  let runAgain = false;
  async function run(): Promise<void> {
    try {
      do {
        runAgain = false;
        await environment.locks.request(parts.lock, { ifAvailable: false }, processAll);
      } while (runAgain);
    } finally {
      // In the same breath as the last look at `runAgain`: a picture taken a moment later begins its own run.
      running = undefined;
    }
  }
  return {
    run() {
      runAgain = running !== undefined;
      running ??= run();
      return running;
    },
  };
}
