/** The draw of forms to look at again. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawAgain } from '#protocol/recheck-draw.ts';

const ids = Array.from({ length: 50 }, (_, at) => `0198f5d2-0000-7000-8000-${String(at).padStart(12, '0')}`);

test('anybody with the seed and the list draws the same, in whatever order the list comes', async () => {
  const drawn = await drawAgain('xổ số 22/11/2026: 48151', ids, 5);
  expect(await drawAgain('xổ số 22/11/2026: 48151', [...ids].reverse(), 5)).toEqual(drawn);
  // Reckoned with another tool, as anybody may.
  const placed = ids
    .map((id) => ({ id, place: createHash('sha256').update(`xổ số 22/11/2026: 48151\n${id}`).digest('hex') }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  expect(drawn.chosen).toEqual(placed.slice(0, 5).map(({ id }) => id));
  expect(drawn.frameSize).toBe(50);
});

test('another seed draws others, and one id more is another frame', async () => {
  const drawn = await drawAgain('a', ids, 5);
  expect((await drawAgain('b', ids, 5)).chosen).not.toEqual(drawn.chosen);
  expect((await drawAgain('a', ids.slice(1), 5)).frame).not.toBe(drawn.frame);
  expect((await drawAgain('a', ids.slice(0, 3), 5)).chosen).toHaveLength(3);
});
