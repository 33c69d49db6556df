import { expect, test } from 'vitest';
import { countingDay, hasEndedBy, mergedSince, standsOn } from '#domain/standing.ts';

const hamlet = { id: 'chua-9', validFrom: '2025-07-01' };

test('a place stands on its first day, and no more on the day it ends', () => {
  const days = ['2025-06-30', '2025-07-01', '2025-12-31', '2026-07-01'];
  expect(days.map((day) => standsOn(hamlet, day))).toEqual([false, true, true, true]);
  const ended = { ...hamlet, validTo: '2025-12-31' };
  expect(days.map((day) => standsOn(ended, day))).toEqual([false, true, false, false]);
  expect(['2025-12-30', '2025-12-31'].map((day) => hasEndedBy(ended, day))).toEqual([false, true]);
  // Merged away by a build that named no day.
  expect(standsOn({ ...hamlet, mergedInto: 'dam-mu' }, '2025-07-01')).toBe(false);
});

test('a campaign counts who stands in the last moment of sending: who ends on the day of the cutoff is among them', () => {
  // "trước ngày 15/11": the first moment too late is the day's beginning in Việt Nam, still the 14th in UTC.
  const cutoffAt = Date.parse('2025-11-15T00:00:00+07:00');
  const day = countingDay({ year: 2025 }, { cutoffAt });
  expect(day).toBe('2025-11-14');
  expect(countingDay({ year: 2025 }, { cutoffAt: cutoffAt + 1 })).toBe('2025-11-15');
  const ends = ['2025-11-14', '2025-11-15', '2026-01-01'].map((validTo) => ({ ...hamlet, validTo }));
  expect(ends.map((each) => standsOn(each, day))).toEqual([false, true, true]);
  // And is not there in the next campaign.
  const next = countingDay({ year: 2026 }, undefined);
  expect(next).toBe('2026-12-31');
  expect(ends.map((each) => standsOn(each, next))).toEqual([false, false, false]);
  expect(standsOn(hamlet, countingDay(undefined, undefined))).toBe(true);
});

test('both sides of a merger after the counting day are known to have other families now; of one before it neither', () => {
  const merged = { ...hamlet, validTo: '2025-12-01', mergedInto: 'dam-mu' };
  const hamlets = [merged, { id: 'dam-mu', validFrom: '2025-07-01' }, { id: 'soi', validFrom: '2025-07-01' }];
  expect([...mergedSince(hamlets, '2025-11-30')]).toEqual(['chua-9', 'dam-mu']);
  expect([...mergedSince(hamlets, '2025-12-01')]).toEqual([]);
});
