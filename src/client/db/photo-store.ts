/**
 * What the photo lane and the screens ask of the phone's store; not needed by a family, so not in the store itself. Lists
 * never read bytes; each command is one transaction.
 */
import type { CameraPlace, OutboxRow, PhotoBytes, PhotoProblem, PhotoRow, PhotoSize } from './model.ts';
import type { SealAlso } from './engine-store.ts';
import type { Tables } from './tables.ts';

/** A photo changed in the same transaction as a seal; the seal loses its race when the row is no longer there. */
export interface PhotoPatch {
  id: string;
  patch: (stored: PhotoRow, sealed: OutboxRow) => PhotoRow;
  /** Put in, and what the camera gave goes out. */
  made?: { final: ArrayBuffer; thumb: ArrayBuffer };
}

export interface PhotoStore {
  /** Of one form, or of all; in the order they were taken. */
  photos(assessmentId?: string): Promise<PhotoRow[]>;
  photo(id: string): Promise<PhotoRow | undefined>;
  /** Row and bytes as given, or neither. */
  addPhoto(row: PhotoRow, raw?: ArrayBuffer): Promise<void>;
  /** Gets the row as it is now; undefined when it is gone. */
  changePhoto(id: string, change: (stored: PhotoRow) => PhotoRow): Promise<PhotoRow | undefined>;
  /** A named gap: its bytes are of no use and go. A photo that is sealed already is left alone. */
  refusePhoto(id: string, problem: PhotoProblem): Promise<void>;
  /** The row and every byte of it. */
  deletePhoto(id: string): Promise<void>;
  photoBytes(id: string, size: PhotoSize): Promise<ArrayBuffer | undefined>;
  /** Keys of the bytes that are here, without reading them. */
  photoKeys(): Promise<string[]>;
  dropPhotoBytes(keys: string[]): Promise<void>;
  cameraPlace(): Promise<CameraPlace | undefined>;
  /** undefined = back from the camera. */
  keepCameraPlace(place: CameraPlace | undefined): Promise<void>;
}

export const bytesKey = (id: string, size: PhotoSize): string => `${id}:${size}`;
const ALL_SIZES: readonly PhotoSize[] = ['raw', 'final', 'thumb'];
const keysOf = (id: string): string[] => ALL_SIZES.map((size) => bytesKey(id, size));

/** What a seal does to a photo, for its own transaction. */
export const withPhoto = ({ id, patch, made }: PhotoPatch): SealAlso => ({
  over: ['photos', 'photoBytes'],
  async write(tx, sealed) {
    const stored = await tx.photos().get(id);
    // Taken out meanwhile.
    if (stored === undefined) return false;
    await tx.photos().put(patch(stored, sealed));
    if (made === undefined) return true;
    await tx.photoBytes().put({ key: bytesKey(id, 'final'), bytes: made.final });
    await tx.photoBytes().put({ key: bytesKey(id, 'thumb'), bytes: made.thumb });
    await tx.photoBytes().bulkDelete([bytesKey(id, 'raw')]);
    return true;
  },
});

const byAge = (a: PhotoRow, b: PhotoRow): number => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1);

export function createPhotoStore({ tables }: { tables: Tables }): PhotoStore {
  return {
    photos: (assessmentId) =>
      tables.read(['photos'], async (tx) =>
        (await tx.photos().toArray())
          .filter((row) => assessmentId === undefined || row.assessmentId === assessmentId)
          .sort(byAge),
      ),
    photo: (id) => tables.read(['photos'], async (tx) => tx.photos().get(id)),
    addPhoto: (row, raw) =>
      tables.write(['photos', 'photoBytes'], async (tx) => {
        await tx.photos().put(row);
        if (raw !== undefined) await tx.photoBytes().put({ key: bytesKey(row.id, 'raw'), bytes: raw });
      }),
    changePhoto: (id, change) =>
      tables.write(['photos'], async (tx) => {
        const stored = await tx.photos().get(id);
        if (stored === undefined) return undefined;
        const changed = change(stored);
        await tx.photos().put(changed);
        return changed;
      }),
    refusePhoto: (id, problem) =>
      tables.write(['photos', 'photoBytes'], async (tx) => {
        const stored = await tx.photos().get(id);
        if (stored?.state !== 'raw') return;
        await tx.photos().put({ ...stored, state: 'refused', problem });
        await tx.photoBytes().bulkDelete(keysOf(id));
      }),
    deletePhoto: (id) =>
      tables.write(['photos', 'photoBytes'], async (tx) => {
        await tx.photos().bulkDelete([id]);
        await tx.photoBytes().bulkDelete(keysOf(id));
      }),
    photoBytes: (id, size) =>
      tables.read(['photoBytes'], async (tx) => {
        const found: PhotoBytes | undefined = await tx.photoBytes().get(bytesKey(id, size));
        return found?.bytes;
      }),
    photoKeys: () => tables.read(['photoBytes'], async (tx) => tx.photoBytes().toCollection().primaryKeys()),
    dropPhotoBytes: (keys) =>
      tables.write(['photoBytes'], async (tx) => {
        await tx.photoBytes().bulkDelete(keys);
      }),
    cameraPlace: () => tables.read(['meta'], async (tx) => tx.note('camera')),
    keepCameraPlace: (place) =>
      tables.write(['meta'], async (tx) => {
        await (place === undefined ? tx.deleteNote('camera') : tx.putNote('camera', place));
      }),
  };
}
