import { expect, test } from 'vitest';
import { cutoffOf, daysLeft, isOnTime } from '#domain/deadline.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const cutoff = cutoffOf({ phraseDate: '2025-11-15', inclusive: false });

test('"trước ngày 15/11/2025" ends on 14/11/2025 at 24:00 in Việt Nam', () => {
  expect(cutoff).toBe(at('2025-11-15T00:00:00'));
  expect(isOnTime(at('2025-11-14T23:59:59.999'), cutoff)).toBe(true);
  expect(isOnTime(at('2025-11-15T00:00:00'), cutoff)).toBe(false);
});

test('an inclusive deadline counts the whole of its day', () => {
  const inclusive = cutoffOf({ phraseDate: '2025-11-15', inclusive: true });
  expect(inclusive).toBe(at('2025-11-16T00:00:00'));
  expect(isOnTime(at('2025-11-15T23:59:59'), inclusive)).toBe(true);
});

test('days left count today, so that the last day reads "còn 1 ngày"', () => {
  expect(daysLeft(at('2025-11-10T09:00:00'), cutoff)).toBe(5);
  expect(daysLeft(at('2025-11-10T00:00:00'), cutoff)).toBe(5);
  expect(daysLeft(at('2025-11-14T23:59:00'), cutoff)).toBe(1);
  expect(daysLeft(at('2025-11-15T00:00:00'), cutoff)).toBe(0);
  expect(daysLeft(at('2025-12-01T00:00:00'), cutoff)).toBe(0);
});

test.each(['2025-02-30', '15/11/2025', '2025-13-01', ''])('%j is no day of the calendar', (phraseDate) => {
  expect(() => cutoffOf({ phraseDate, inclusive: false })).toThrow(RangeError);
});
