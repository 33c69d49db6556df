/** Pictures that show under more than one name: the very same file, or one that looks the same (`photo-look.ts`). */
import { createLookBook, type LookBook } from './look-book.ts';

export interface ShownPicture {
  /** Hash of the picture. */
  photoId: string;
  /** Under which form it stands. */
  assessmentId: string;
  criterionId: string;
  /** As the server worked it out; empty where it has not. */
  look: string;
}

export interface SharedPhoto {
  kind: 'same' | 'alike';
  a: Omit<ShownPicture, 'look'>;
  b: Omit<ShownPicture, 'look'>;
  /** Bits of difference, 0–144; 0 for the same file. */
  unlike: number;
}

const nameOf = ({ photoId, assessmentId, criterionId }: ShownPicture): Omit<ShownPicture, 'look'> => ({
  photoId,
  assessmentId,
  criterionId,
});

/** One place for each picture of a form: what counts is that it shows in two forms. */
function placesOf(pictures: readonly ShownPicture[]): Map<string, ShownPicture[]> {
  const places = new Map<string, ShownPicture[]>();
  for (const picture of pictures) {
    const own = places.get(picture.photoId) ?? [];
    if (!own.some(({ assessmentId }) => assessmentId === picture.assessmentId)) own.push(picture);
    places.set(picture.photoId, own);
  }
  return places;
}

/**
 * Pictures that show in several forms, as a generator: a caller with thousands gives way between steps, one `null` a
 * picture. @param book of an earlier time; what is in it is not compared again
 */
export function* sharedPhotos(
  pictures: readonly ShownPicture[],
  book: LookBook = createLookBook(),
): Generator<SharedPhoto | null, void> {
  const places = placesOf(pictures);
  for (const [photoId, at] of places) {
    const [first, ...others] = at;
    if (first === undefined) continue;
    for (const other of others) yield { kind: 'same', a: nameOf(first), b: nameOf(other), unlike: 0 };
    for (const known of book.alike(photoId, first.look)) {
      const pair = pairOf(places.get(known.photoId) ?? [], at);
      if (pair !== null) yield { kind: 'alike', ...pair, unlike: known.unlike };
    }
    yield null;
  }
}

/** Two of different forms; null when both stand in one form alone. */
function pairOf(
  as: readonly ShownPicture[],
  bs: readonly ShownPicture[],
): Pick<SharedPhoto, 'a' | 'b'> | null {
  for (const a of as)
    for (const b of bs) if (a.assessmentId !== b.assessmentId) return { a: nameOf(a), b: nameOf(b) };
  return null;
}
