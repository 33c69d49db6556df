/** Reused pictures are found again after what people do to them: a sample of `tests/trust/photos.main.ts`. */
import { expect, test } from 'vitest';
import { LOOK_EDGE, lookOf, readLook } from '#domain/trust/photo-look.ts';
import { sharedPhotos } from '#domain/trust/shared-photos.ts';
import { findAgain } from '../../trust/looks.ts';
import { drawScenes } from '../../trust/scenes.ts';

const SEED = 20261122;

test(`drawn scenes saved anew, made smaller or trimmed are found, and not taken for others (seed ${SEED})`, async () => {
  const { found, alike } = await findAgain(await drawScenes(SEED, 6), SEED);
  expect(alike).toEqual([]);
  for (const { transform, recall, wrong } of found)
    expect([transform, recall, wrong]).toEqual([transform, 100, 0]);
});

test('a wall has nothing to be known by; what is no look is not read', () => {
  expect(lookOf(new Uint8Array(LOOK_EDGE * LOOK_EDGE).fill(120))).toBe('');
  expect(readLook('')).toBeNull();
  expect(readLook('zz')).toBeNull();
});

test('the same file in two forms is the same; twice in one form it is nothing to speak of', () => {
  const at = (photoId: string, assessmentId: string) => ({
    photoId,
    assessmentId,
    criterionId: 'A1.1',
    look: '',
  });
  const pairs = (pictures: ReturnType<typeof at>[]) =>
    [...sharedPhotos(pictures)]
      .filter((pair) => pair !== null)
      .map(({ kind, a, b }) => [kind, a.assessmentId, b.assessmentId]);
  expect(pairs([at('p', 'one'), at('p', 'two'), at('q', 'two')])).toEqual([['same', 'one', 'two']]);
  expect(pairs([at('p', 'one'), at('p', 'one')])).toEqual([]);
});
