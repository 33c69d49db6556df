import { expect, test } from 'vitest';
import { dayOf } from '#domain/day.ts';
import { cutoffAfter, cutoffLater, lastDayOf, yearInText, yearsLater } from '#domain/next-year.ts';

test('a day moves by whole years, the 29th of February to the month’s last', () => {
  expect(yearsLater('2025-11-15', 1)).toBe('2026-11-15');
  expect(yearsLater('2024-02-29', 1)).toBe('2025-02-28');
  expect(yearsLater('2024-02-29', 4)).toBe('2028-02-29');
});

test('the year moves in a text wherever it stands alone', () => {
  expect(yearInText('trước ngày 15/11/2025 của năm 2025', 2025, 2026)).toBe(
    'trước ngày 15/11/2026 của năm 2026',
  );
  expect(yearInText('số 120250 và 2025', 2025, 2026)).toBe('số 120250 và 2026');
  expect(yearInText('nghị quyết 2021–2025', 2025, 2026)).toBe('nghị quyết 2021–2026');
});

test('a deadline is the instant after its last day, in Việt Nam, and moves with it', () => {
  const cutoff = cutoffAfter('2025-11-14');
  expect(new Date(cutoff).toISOString()).toBe('2025-11-14T17:00:00.000Z');
  expect(lastDayOf(cutoff)).toBe('2025-11-14');
  expect(lastDayOf(cutoffLater(cutoff, 1))).toBe('2026-11-14');
  expect(dayOf(cutoffLater(cutoff, 1))).toBe('2026-11-15');
});
