/** Compares pictures a slice at a time, so that the page stays alive; what was compared once is not compared again. */
import { useEffect, useMemo, useState } from 'react';
import { createLookBook, type LookBook } from '#domain/trust/look-book.ts';
import { sharedPhotos, type SharedPhoto, type ShownPicture } from '#domain/trust/shared-photos.ts';

/** Half of a frame: a key pressed meanwhile is drawn in the next one. */
const SLICE_MS = 8;

export interface Matching {
  found: readonly SharedPhoto[];
  done: number;
  isOver: boolean;
}

interface Pace {
  /** Monotone, ms. */
  now: () => number;
  /** Gives way; resolves when it is one's turn again. */
  rest: () => Promise<void>;
  isStopped: () => boolean;
  onStep: (matching: Matching) => void;
  /** Of an earlier time; what is in it costs nothing. */
  book?: LookBook;
}

/** Steps between two looks at the clock are one picture each. @returns null when it was stopped */
export async function matchCalmly(
  pictures: readonly ShownPicture[],
  { now, rest, isStopped, onStep, book }: Pace,
): Promise<readonly SharedPhoto[] | null> {
  const found: SharedPhoto[] = [];
  let [done, until, told] = [0, now() + SLICE_MS, now()];
  for (const step of sharedPhotos(pictures, book)) {
    if (step === null) done += 1;
    else found.push(step);
    if (now() < until) continue;
    if (now() - told > 250) {
      told = now();
      onStep({ found: [...found], done, isOver: false });
    }
    await rest();
    if (isStopped()) return null;
    until = now() + SLICE_MS;
  }
  return found;
}

const stampOf = (pictures: readonly ShownPicture[]): string =>
  pictures
    .map(({ photoId, assessmentId, look }) => `${photoId}${assessmentId}${look === '' ? '-' : ''}`)
    .join();

/** Of this page's life: tabs are changed often, pictures seldom, and then one is compared with all and not all anew. */
const book = createLookBook();
let last: { stamp: string; found: readonly SharedPhoto[] } = { stamp: '', found: [] };

const NOTHING: Matching = { found: [], done: 0, isOver: false };

export function useSharedPhotos(pictures: readonly ShownPicture[]): Matching {
  const [matching, setMatching] = useState<Matching>(NOTHING);
  const stamp = useMemo(() => stampOf(pictures), [pictures]);
  useEffect(() => {
    if (stamp === last.stamp) {
      setMatching({ found: last.found, done: pictures.length, isOver: true });
      return;
    }
    let isStopped = false;
    const pace: Pace = {
      now: () => performance.now(),
      rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
      isStopped: () => isStopped,
      onStep: setMatching,
      book,
    };
    void matchCalmly(pictures, pace).then((found) => {
      if (found === null) return;
      last = { stamp, found };
      setMatching({ found, done: pictures.length, isOver: true });
    });
    return () => {
      isStopped = true;
    };
    // Read anew after every exchange; the stamp says whether there is anything else to compare.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [stamp]);
  return matching;
}
