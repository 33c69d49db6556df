import { expect, test } from 'vitest';
import { deskOf, unsentOf } from '#client/features/office/today/desk.ts';
import { reminderText } from '#client/features/office/today/reminder.ts';
import { CUTOFF, makeDeskRows, NOW, WHICH } from './made-desk.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const rows = makeDeskRows({ hamlets: 5, householdsEach: 8, units: 3 });
const desk = deskOf(rows, WHICH);
const textAt = (now: number, kind: 'hamlet' | 'unit' = 'hamlet', phone = '0208 3824 000'): string =>
  reminderText({
    kind,
    unsent: unsentOf(kind === 'hamlet' ? desk.hamlets : desk.units),
    families: desk.families,
    deadline: desk.deadlines.get(kind),
    phone,
    now,
  });

test('the word to the heads goes with the days that are left, and never has a hole', () => {
  const times = [NOW - 20 * DAY_MS, NOW, CUTOFF - DAY_MS - 1, CUTOFF - 1, CUTOFF, CUTOFF + 9 * DAY_MS];
  const texts = times.map((now) => textAt(now));
  expect(new Set(texts).size).toBe(times.length);
  expect(texts[1]).toMatch(/còn 5 ngày đến hạn gửi phiếu. Xã chưa nhận phiếu của 1 xóm: Xóm 4 \(\d\/8 hộ\)/);
  for (const kind of ['hamlet', 'unit'] as const)
    for (const phone of ['0208 3824 000', ''])
      for (const now of times) expect(textAt(now, kind, phone)).not.toMatch(/[{}]|gọi \.|gọi để|,\s*,/);
});

test('it names hamlets and their counts, and no family', () => {
  const householders = new Set(rows.household.map(({ householder }) => householder));
  for (const name of householders) expect(textAt(NOW)).not.toContain(name);
});
