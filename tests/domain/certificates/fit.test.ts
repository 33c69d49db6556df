/** Names of any length on a certificate: all of their letters, within their room. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looks } from '#domain/certificates/fields.ts';
import { fitText, roughWidth } from '#domain/certificates/fit.ts';

const SEED = 20_251_120;
const { recipient, achievement } = looks;
const measure = (text: string): number => roughWidth(text, recipient);
/** A name 160 mm wide at 26 pt. */
const room = { width: 907, halfPoints: 52 };

test('a short name keeps its size on one line', () => {
  expect(fitText('Xóm Đình 6', room, recipient, measure)).toEqual({
    halfPoints: 52,
    lines: ['Xóm Đình 6'],
    isTight: false,
  });
});

test('a longer one becomes smaller by whole points, then takes two even lines at full size', () => {
  const longer = fitText('Trường Trung học cơ sở Bình Thuận số 2', room, recipient, measure);
  expect(longer.lines).toHaveLength(1);
  expect(longer.halfPoints).toBeLessThan(52);
  expect(longer.halfPoints % 2).toBe(0);
  const two = fitText('Ban Chấp hành Hội Liên hiệp Phụ nữ xã Bình Thuận', room, recipient, measure);
  expect(two).toMatchObject({ halfPoints: 52, isTight: false });
  expect(two.lines).toHaveLength(2);
  const [first = '', second = ''] = two.lines;
  expect(Math.abs(measure(first) - measure(second))).toBeLessThan(measure(first) / 2);
});

test('what a title breaks into lines stays broken there', () => {
  expect(fitText('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', room, looks.signerTitle, measure).lines).toEqual([
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
  ]);
});

const word = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyẪỄỘỰẶ{}<>&-'),
  minLength: 1,
  maxLength: 40,
});
const texts = fc
  .array(word, { minLength: 1, maxLength: 40 })
  .map((words) => words.join(' ').slice(0, 200).trim());

test(`no letter of any text is lost, and no line is wider than its room (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(recipient, achievement),
      fc.integer({ min: 200, max: 1400 }),
      (text, look, width) => {
        const of = (part: string): number => roughWidth(part, look);
        const { lines, halfPoints } = fitText(text, { width, halfPoints: 52 }, look, of);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(halfPoints).toBeGreaterThanOrEqual(12);
        // A single letter wider than its room is the end of what can be done.
        for (const line of lines) expect(of(line) * halfPoints).toBeLessThanOrEqual(Math.max(width, 52));
      },
    ),
    { seed: SEED, numRuns: 2_000 },
  );
});

test('control: the same property finds a fitting that cuts', () => {
  const cut = (text: string): string[] => [text.slice(0, 40)];
  const failed = fc.check(
    fc.property(texts, (text) => cut(text).join('') === text),
    { seed: SEED },
  );
  expect(failed.failed).toBe(true);
});

test('a word wider than a line is broken between letters, with their marks', () => {
  const { lines } = fitText('N\u0303'.normalize('NFD').repeat(200), room, recipient, measure);
  expect(lines.every((line) => !/^\p{M}/u.test(line))).toBe(true);
  expect(lines.join('')).toHaveLength(400);
});
