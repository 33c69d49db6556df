import { expect, test } from 'vitest';
import { createLookBook } from '#domain/trust/look-book.ts';
import { LOOK_EDGE, lookOf, NEAR, readLook, unlikeness } from '#domain/trust/photo-look.ts';
import { sharedPhotos, type ShownPicture } from '#domain/trust/shared-photos.ts';
import { createDice } from '#server/seed/dice.ts';
import { drawnGrey } from '../../trust/grey.ts';

const SEED = 20_261_123;

/** Pictures, each followed by itself with something laid over it: near, at the border and far. */
function looksOf(count: number): string[] {
  const dice = createDice(SEED);
  return Array.from({ length: count }, () => {
    const grey = drawnGrey(dice);
    const changed = Uint8Array.from(grey);
    const [from, to] = [dice.roll(LOOK_EDGE), dice.roll(LOOK_EDGE)];
    changed.fill(dice.roll(256), Math.min(from, to) * LOOK_EDGE, Math.max(from, to) * LOOK_EDGE);
    return [lookOf(grey), lookOf(changed)];
  }).flat();
}

/** Every pair compared in full. */
const pairs = (looks: readonly string[]): string[] =>
  looks.flatMap((text, at) =>
    looks.slice(0, at).flatMap((other, before) => {
      const [a, b] = [readLook(other), readLook(text)];
      const unlike = a && b ? unlikeness(a, b) : Infinity;
      return unlike <= NEAR ? [`${before} ${at} ${unlike}`] : [];
    }),
  );

test(`the book finds exactly the pairs that comparing everything finds (seed ${SEED})`, () => {
  const looks = looksOf(60);
  const book = createLookBook();
  const found = looks.flatMap((look, at) =>
    book.alike(`${at}`, look).map(({ photoId, unlike }) => `${photoId} ${at} ${unlike}`),
  );
  const all = pairs(looks);
  expect(found).toEqual(all);
  // Control: some were near and most were not.
  expect(all.length).toBeGreaterThan(10);
  expect(all.length).toBeLessThan(200);
});

test('a book of an earlier time says the same of pictures it knows, of new ones, and nothing of those that are gone', () => {
  const pictures = looksOf(20).map((look, at): ShownPicture => ({
    photoId: `p${at}`,
    assessmentId: `a${at}`,
    criterionId: 'A1.1',
    look: at === 7 ? '' : look,
  }));
  const book = createLookBook();
  const said = (shown: readonly ShownPicture[], own?: typeof book) =>
    [...sharedPhotos(shown, own)].filter((pair) => pair !== null).map(({ a, b, unlike }) => [a, b, unlike]);
  expect(said(pictures, book)).toEqual(said(pictures));
  const later = pictures.filter((_, at) => at % 3 !== 0).concat(pictures.slice(0, 1));
  const names = (list: ReturnType<typeof said>) =>
    list.map(([a, b]) => [JSON.stringify(a), JSON.stringify(b)].sort().join()).sort();
  expect(names(said(later, book))).toEqual(names(said(later)));
  expect(said(later).length).toBeGreaterThan(0);
});
