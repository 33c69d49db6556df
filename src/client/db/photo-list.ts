/**
 * The photos of one form as its person sees them: this phone's own, and those of the form's other phones, each once, with
 * a word for where it is. Pure; a word stronger than "waiting" needs the commune's row.
 */
import type { PhotoRow as CommunePhoto } from '#protocol/photo-row.ts';
import type { OutboxRow, PhotoProblem, PhotoRow, StoredRow } from './model.ts';

export interface ShownPhoto {
  /** Names it in commands: the own row's id, or the commune's where another phone took it. */
  id: string;
  assessmentId: string;
  criterionId: string;
  /** Absent while it is being shrunk. */
  photoId?: string;
  own?: PhotoRow;
  commune?: CommunePhoto;
}

export type PhotoState =
  | { word: 'shrinking' }
  | { word: 'queued' }
  /** It looks like an identity paper: its person says whether it goes. */
  | { word: 'asks' }
  /** Whole per cent of its bytes. */
  | { word: 'sending'; percent: number }
  | { word: 'stored' }
  /** Another phone of this form has it and has not sent it yet. */
  | { word: 'elsewhere' }
  | { word: 'unusable'; why: PhotoProblem | 'communeCannotRead' | 'notTaken' }
  | { word: 'removed' };

const isSame = (a: Pick<ShownPhoto, 'criterionId' | 'photoId'>, b: CommunePhoto): boolean =>
  a.criterionId === b.criterionId && a.photoId === b.photoId;

const ownPhoto = (own: PhotoRow, pulled: readonly CommunePhoto[]): ShownPhoto => {
  const commune = pulled.find(({ id }) => id === own.opId) ?? pulled.find((row) => isSame(own, row));
  const { id, assessmentId, criterionId, photoId } = own;
  return {
    id,
    assessmentId,
    criterionId,
    own,
    ...(photoId !== undefined && { photoId }),
    ...(commune !== undefined && { commune }),
  };
};

/** In the order they were taken; one that is both here and at the commune once. */
export function photosShown(
  own: readonly PhotoRow[],
  pulled: readonly StoredRow<'photo'>[],
  assessmentId: string,
): ShownPhoto[] {
  const rows = pulled.map(({ value }) => value).filter((row) => row.assessmentId === assessmentId);
  const mine = own.filter((row) => row.assessmentId === assessmentId).map((row) => ownPhoto(row, rows));
  const others = rows.filter((row) => !mine.some((photo) => isSame(photo, row)));
  const once = others.filter(
    (row, index) => others.findIndex((other) => isSame({ ...row }, other)) === index,
  );
  return [
    ...mine,
    ...once.map((commune) => {
      const { id, criterionId, photoId } = commune;
      return { id, assessmentId, criterionId, photoId, commune };
    }),
  ].sort((a, b) => takenAt(a) - takenAt(b));
}

const takenAt = ({ own, commune }: ShownPhoto): number => own?.addedAt ?? commune?.at ?? 0;

/** `result`: of the photo's own `photo.add`; `isSending`: the engine is at it now (a stored "sending" lies after a crash). */
export function photoStateOf(
  { own, commune }: ShownPhoto,
  result: OutboxRow['result'],
  isSending: boolean,
): PhotoState {
  if (own?.removedAt !== undefined) return { word: 'removed' };
  if (own?.state === 'refused') return { word: 'unusable', why: own.problem ?? 'notAPicture' };
  if (own?.state === 'raw') return { word: 'shrinking' };
  if (commune?.state === 'stored') return { word: 'stored' };
  if (commune?.state === 'refused') return { word: 'unusable', why: 'communeCannotRead' };
  if (own === undefined) return { word: 'elsewhere' };
  // Words an earlier build of the commune set aside were taken in since, when its row is here.
  const isTaken = commune?.id === own.opId;
  if (!isTaken && (result?.verdict === 'refused' || result?.verdict === 'quarantined'))
    return { word: 'unusable', why: 'notTaken' };
  if (own.upload.state === 'held') return { word: 'asks' };
  if (own.upload.state === 'failed') return { word: 'unusable', why: own.problem ?? 'communeCannotRead' };
  if (isSending && own.upload.state === 'sending')
    return { word: 'sending', percent: Math.floor((100 * own.upload.offset) / Math.max(1, own.bytes ?? 1)) };
  return { word: 'queued' };
}

/** Counts towards the form: neither taken out nor of no use. */
export const isStanding = ({ own, commune }: ShownPhoto): boolean =>
  own?.removedAt === undefined && own?.state !== 'refused' && commune?.state !== 'refused';

/**
 * Taken out, may it come back? This phone's own keep their bytes, or the commune has them; another phone's, of which only
 * a stand-in is here, must have reached the commune.
 */
export const isRestorable = ({ id, opId, removedAt, upload }: PhotoRow): boolean =>
  removedAt !== undefined && (id !== opId || upload.state === 'sent');

/** What a submission names: sealed photos that stand, each once per question. */
export const photoRefs = (
  shown: readonly ShownPhoto[],
): { criterionId: string; photoId: string; sha256: string }[] =>
  shown.flatMap((photo) => {
    const { criterionId, photoId } = photo;
    return isStanding(photo) && photoId !== undefined ? [{ criterionId, photoId, sha256: photoId }] : [];
  });
