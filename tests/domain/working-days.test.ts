import { expect, test } from 'vitest';
import { afterWorkingDays } from '#domain/working-days.ts';
import { formatDate } from '#domain/vietnamese/format.ts';

test.each([
  ['2025-11-03T08:00:00+07:00', '05/11/2025'],
  ['2025-11-06T23:59:00+07:00', '10/11/2025'],
  ['2025-11-07T00:10:00+07:00', '11/11/2025'],
  ['2025-11-08T12:00:00+07:00', '11/11/2025'],
  ['2025-11-09T12:00:00+07:00', '11/11/2025'],
])('two working days after %s end on %s: no Saturday, no Sunday', (from, due) => {
  expect(formatDate(afterWorkingDays(Date.parse(from), 2))).toBe(due);
});
