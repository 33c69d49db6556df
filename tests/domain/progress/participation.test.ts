import { expect, test } from 'vitest';
import { addedYesterday, participationByDay } from '#domain/progress/participation.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const NOW = at('2025-11-05T08:12:00');

test('counts each day of Việt Nam from the first form to today, empty days included', () => {
  const points = participationByDay(
    [
      at('2025-11-02T23:59:59'),
      at('2025-11-03T00:00:00'),
      at('2025-11-05T07:00:00'),
      at('2025-11-03T12:00:00'),
    ],
    NOW,
  );
  expect(points).toEqual([
    { day: '2025-11-02', added: 1, total: 1 },
    { day: '2025-11-03', added: 2, total: 3 },
    { day: '2025-11-04', added: 0, total: 3 },
    { day: '2025-11-05', added: 1, total: 4 },
  ]);
  expect(addedYesterday(points, NOW)).toBe(0);
  expect(addedYesterday(points, at('2025-11-04T08:00:00'))).toBe(2);
});

test('has no day before the first form, and none at all without one', () => {
  expect(participationByDay([], NOW)).toEqual([]);
  expect(participationByDay([NOW], NOW)).toEqual([{ day: '2025-11-05', added: 1, total: 1 }]);
});

test('a form from after now, when this machine’s clock runs behind, counts on its last day', () => {
  expect(participationByDay([NOW, at('2025-11-09T08:00:00')], NOW)).toEqual([
    { day: '2025-11-05', added: 2, total: 2 },
  ]);
});

test('whatever came when, days follow each other and add up (seed 20251105)', () => {
  let seed = 20_251_105;
  const dice = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let run = 0; run < 300; run++) {
    const forms = Array.from({ length: dice(40) }, () => NOW - dice(60 * 24 * 3600) * 1000);
    const points = participationByDay(forms, NOW);
    expect(points.reduce((sum, { added }) => sum + added, 0)).toBe(forms.length);
    expect(points.at(-1)?.total ?? 0).toBe(forms.length);
    points.forEach((point, index) => {
      const before = points[index - 1];
      expect(point.total).toBe((before?.total ?? 0) + point.added);
      if (before) expect(Date.parse(point.day) - Date.parse(before.day)).toBe(24 * 3600 * 1000);
    });
  }
});
