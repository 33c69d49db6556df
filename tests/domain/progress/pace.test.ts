import { expect, test } from 'vitest';
import { forecastOf, formsFor, needOf, paceOf, tenthsPerDay } from '#domain/progress/pace.ts';

const days = (added: readonly number[]) =>
  added.map((each, at) => ({ day: `2025-11-${10 + at}`, added: each, total: 0 }));

test('the pace is what the last seven days brought, or as many as there were', () => {
  expect(paceOf(days([100, 1, 2, 3, 4, 5, 6, 7]))).toEqual({ sent: 28, days: 7 });
  expect(paceOf(days([3, 4]))).toEqual({ sent: 7, days: 2 });
  expect(paceOf([])).toEqual({ sent: 0, days: 0 });
  expect([27, 28, 29].map((sent) => tenthsPerDay({ sent, days: 7 }))).toEqual([39, 40, 41]);
  expect(tenthsPerDay({ sent: 5, days: 2 })).toBe(25);
  expect(tenthsPerDay({ sent: 0, days: 0 })).toBe(0);
});

test('what each remaining day must bring, rounded up so that it is enough', () => {
  const standing = { sent: 1304, total: 1779, targetPercent: 90, daysLeft: 5 };
  expect(needOf(standing)).toEqual({ kind: 'needed', missing: 298, perDay: 60 });
  expect(needOf({ ...standing, sent: 1602 })).toEqual({ kind: 'reached' });
  expect(needOf({ ...standing, daysLeft: 0 })).toEqual({ kind: 'over', missing: 298 });
  expect(needOf({ ...standing, total: 0 })).toBeNull();
});

test('so much a day is enough, and one a day fewer is not', () => {
  for (let total = 1; total < 60; total++)
    for (const daysLeft of [1, 2, 7])
      for (const sent of [0, 1, Math.floor(total / 2)]) {
        const need = needOf({ sent, total, targetPercent: 90, daysLeft });
        if (need?.kind !== 'needed') continue;
        const target = formsFor(total, 90);
        expect(sent + need.perDay * daysLeft).toBeGreaterThanOrEqual(target);
        expect(sent + (need.perDay - 1) * daysLeft).toBeLessThan(target);
        expect(target * 100).toBeGreaterThanOrEqual(total * 90);
        expect((target - 1) * 100).toBeLessThan(total * 90);
      }
});

test('the forecast goes on at the pace, never above everybody and never back', () => {
  const standing = { sent: 100, total: 130, daysLeft: 5 };
  expect(forecastOf(standing, { sent: 21, days: 7 })).toBe(115);
  expect(forecastOf(standing, { sent: 70, days: 7 })).toBe(130);
  expect(forecastOf({ ...standing, daysLeft: 0 }, { sent: 70, days: 7 })).toBe(100);
  expect(forecastOf(standing, { sent: 0, days: 0 })).toBe(100);
  expect(forecastOf({ ...standing, total: 90 }, { sent: 7, days: 7 })).toBe(100);
});
