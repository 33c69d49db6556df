/** Forms typed too quickly, and forms that repeat themselves. */
import { expect, test } from 'vitest';
import { quickTyping, type TypedForm } from '#domain/trust/quick-forms.ts';
import { straightLines } from '#domain/trust/same-answers.ts';

const SECOND = 1000;
const typed = (by: string, gaps: readonly number[]): TypedForm[] => {
  let claimedAt = 1_000_000;
  return gaps.map((gap, at) => {
    claimedAt += gap * SECOND;
    return { id: `${by}${at}`, by, claimedAt };
  });
};

test('five forms within forty seconds of each other are named, with the person’s middle pace', () => {
  const forms = typed('An', [0, 20, 20, 20, 20, 20, 200]);
  expect(quickTyping(forms)).toEqual([
    { by: 'An', quick: ['An1', 'An2', 'An3', 'An4', 'An5'], forms: 7, medianMs: 20 * SECOND },
  ]);
});

test('four are not; nor are five among many that took their time; nor the first after a walk', () => {
  expect(quickTyping(typed('An', [0, 20, 20, 20, 20, 300]))).toEqual([]);
  expect(quickTyping(typed('An', [0, 20, 20, 20, 20, 20, ...Array<number>(14).fill(240)]))).toEqual([]);
  expect(quickTyping(typed('An', [0, 3000, 3000, 3000, 3000, 3000, 3000]))).toEqual([]);
});

test('the order in which forms arrive does not matter, and people are told apart', () => {
  const forms = [...typed('An', [0, 20, 20, 20, 20, 20]), ...typed('Bình', [0, 90, 95, 90, 100, 99])];
  expect(quickTyping([...forms].reverse())).toEqual(quickTyping(forms));
  expect(quickTyping(forms).map(({ by }) => by)).toEqual(['An']);
});

const answered = (by: string, answers: readonly string[]) =>
  answers.map((text, at) => ({ id: `${by}${at}`, by, answers: text }));
const others = answered(
  'Bình',
  Array.from({ length: 40 }, (_, at) => `b${at}`),
);

test('six equal forms of one typist are named when nobody else’s look so', () => {
  const own = answered('An', ['x', 'x', 'x', 'x', 'x', 'x', 'y', 'z']);
  expect(straightLines([...own, ...others])).toMatchObject([
    { by: 'An', same: ['An0', 'An1', 'An2', 'An3', 'An4', 'An5'], forms: 8, elsewhere: 0 },
  ]);
});

test('families that answer as the whole commune does are alike, not copied', () => {
  const own = answered('An', ['x', 'x', 'x', 'x', 'x', 'x', 'y', 'z']);
  const alike = others.map((form, at) => (at < 15 ? { ...form, answers: 'x' } : form));
  // Control: without the likeness elsewhere they are named.
  expect(straightLines([...own, ...others])).toHaveLength(1);
  expect(straightLines([...own, ...alike]).filter(({ by }) => by === 'An')).toEqual([]);
});
