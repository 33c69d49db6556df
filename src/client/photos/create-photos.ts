/** A workspace's photo commands: taken, taken out, put back, looked at; and the pipeline behind them. */
import { createIdMaker } from '#protocol/ids.ts';
import { isRowOf } from '#client/db/row-of.ts';
import type { PhotoProblem, PhotoRow } from '#client/db/model.ts';
import { isRestorable } from '#client/db/photo-list.ts';
import { createPhotoStore, withPhoto } from '#client/db/photo-store.ts';
import type { Environment, PhotoCodec } from '#client/sync/environment.ts';
import { seal, type SealContext } from '#client/sync/seal.ts';
import { SaveFailure, type Workspace } from '#client/workspace.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { clearRemovedPhotos } from './free-photo-bytes.ts';
import { createPipeline } from './pipeline.ts';

/** What a camera gives at most; more is a film or a scan. */
const RAW_BYTES_MAX = 48 * 1024 * 1024;
/** Older than this, nobody remembers what was being photographed. */
const PLACE_MS = 24 * 60 * 60_000;

export interface PhotoParts {
  profileId: string;
  sealing: () => SealContext;
  environment: Environment;
  /** Something was sealed: the engine should wake. */
  announce: () => void;
}

export type PhotoCommands = Pick<
  Workspace,
  'photos' | 'addPhoto' | 'removePhoto' | 'restorePhoto' | 'photoBytes' | 'leaveForCamera' | 'cameraPlace'
> & {
  /** What a killed page left half done is taken up again. */
  resume(): Promise<void>;
};

const ownCodec = async (): Promise<PhotoCodec> => (await import('./browser-codec.ts')).browserCodec;

export function createPhotoCommands(parts: PhotoParts): PhotoCommands {
  const { environment, sealing, announce } = parts;
  const { store, clock, chance } = sealing();
  const photos = createPhotoStore(store);
  const { photoCodec } = environment;
  const pipeline = createPipeline({
    sealing,
    photos,
    environment,
    lock: `thidua-photos:${parts.profileId}`,
    codec: photoCodec === undefined ? ownCodec : () => Promise.resolve(photoCodec),
    announce,
  });
  const newId = createIdMaker(clock, chance);
  const runPipeline = (): void => {
    pipeline.run().catch(environment.onError);
  };

  /** A named gap: the person sees which question lacks its picture, and why. */
  const addGap = (row: PhotoRow, problem: PhotoProblem): Promise<void> =>
    photos.addPhoto({ ...row, state: 'refused', problem });

  async function addPhoto({
    assessmentId,
    criterionId,
    bytes,
  }: Parameters<Workspace['addPhoto']>[0]): Promise<string> {
    const row: PhotoRow = {
      id: newId(),
      assessmentId,
      criterionId,
      state: 'raw',
      addedAt: clock.now(),
      bytes: bytes.byteLength,
      upload: { state: 'waiting', offset: 0 },
    };
    if (bytes.byteLength === 0) await addGap(row, 'empty');
    else if (bytes.byteLength > RAW_BYTES_MAX) await addGap(row, 'tooLarge');
    else {
      try {
        await photos.addPhoto(row, bytes);
      } catch (error) {
        // The words were saved before; a picture that does not fit leaves no half of itself.
        if (!(error instanceof SaveFailure) || error.reason !== 'full') throw error;
        await addGap(row, 'full');
      }
      runPipeline();
    }
    return row.id;
  }

  /** The stand-in by which another phone's photo can be taken out here, and put back. */
  async function standInFor(id: string): Promise<PhotoRow | undefined> {
    const pulled = await store.row('photo', id);
    if (pulled === undefined || !isRowOf(pulled, 'photo')) return undefined;
    const { assessmentId, criterionId, photoId, bytes, w, h, at, state } = pulled.value;
    const row: PhotoRow = {
      id,
      assessmentId,
      criterionId,
      state: 'ready',
      addedAt: at,
      photoId,
      mime: 'image/jpeg',
      bytes,
      w,
      h,
      opId: id,
      upload: state === 'stored' ? { state: 'sent', offset: bytes } : { state: 'waiting', offset: 0 },
    };
    await photos.addPhoto(row);
    return row;
  }

  async function removePhoto(id: string): Promise<void> {
    const photo = (await photos.photo(id)) ?? (await standInFor(id));
    if (photo === undefined || photo.removedAt !== undefined) return;
    const { photoId, assessmentId, criterionId } = photo;
    if (photo.state !== 'ready' || photoId === undefined) return photos.deletePhoto(id);
    await seal(sealing(), async () => ({
      intent: { kind: 'photo.remove', args: { photoId, assessmentId, criterionId } },
      also: withPhoto({ id, patch: (stored) => ({ ...stored, removedAt: clock.now() }) }),
    }));
    announce();
  }

  /** Of one that waited for this word. @returns whether it did */
  async function letGo(id: string): Promise<boolean> {
    let wasHeld = false;
    await photos.changePhoto(id, (stored) => {
      wasHeld = stored.removedAt === undefined && stored.upload.state === 'held';
      return wasHeld ? { ...stored, upload: { state: 'waiting', offset: 0 } } : stored;
    });
    return wasHeld;
  }

  async function restorePhoto(id: string): Promise<void> {
    if (await letGo(id)) return announce();
    const sealed = await seal(sealing(), async () => {
      const photo = await photos.photo(id);
      if (photo === undefined || !isRestorable(photo)) return null;
      const { assessmentId, criterionId, photoId, bytes, mime, w, h } = photo;
      if (photoId === undefined || bytes === undefined || mime === undefined) return null;
      const facts = { photoId, sha256: photoId, bytes, mime, w: w ?? 1, h: h ?? 1 };
      return {
        intent: { kind: 'photo.add', args: { assessmentId, criterionId, ...facts } },
        also: withPhoto({
          id,
          patch: ({ removedAt: _back, ...stored }, { opId }) => ({ ...stored, opId }),
        }),
      };
    });
    if (sealed !== null) announce();
  }

  async function photoBytes(
    { assessmentId, photoId }: Parameters<Workspace['photoBytes']>[0],
    size: 'full' | 'thumb',
  ): Promise<ArrayBuffer | null> {
    for (const own of await photos.photos(assessmentId)) {
      if (own.photoId !== photoId) continue;
      const bytes = await photos.photoBytes(own.id, size === 'full' ? 'final' : 'thumb');
      if (bytes !== undefined) return bytes;
    }
    return fetchPhoto({ store, environment }, photoId, size);
  }

  /** What this page itself wrote is no sign that an earlier one was ended. */
  let hasLeft = false;
  return {
    photos: (assessmentId) => photos.photos(assessmentId),
    addPhoto,
    removePhoto,
    restorePhoto,
    photoBytes,
    async leaveForCamera(criterionId) {
      hasLeft = true;
      await photos.keepCameraPlace(criterionId === null ? undefined : { criterionId, at: clock.now() });
    },
    async cameraPlace() {
      if (hasLeft) return null;
      const place = await photos.cameraPlace();
      return place === undefined || clock.now() - place.at > PLACE_MS ? null : place.criterionId;
    },
    async resume() {
      await clearRemovedPhotos({ store, photos });
      await pipeline.run();
    },
  };
}
