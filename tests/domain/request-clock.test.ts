import { expect, test } from 'vitest';
import { formatDate } from '#domain/vietnamese/format.ts';
import { requestClock } from '#domain/request-clock.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
/** A Friday. */
const ASKED = at('2025-11-07T16:00');

test.each([
  ['2025-11-07T17:00', false, 'answer', '11/11/2025', 4],
  ['2025-11-11T23:59', false, 'answer', '11/11/2025', 0],
  ['2025-11-12T00:01', false, 'answer', '11/11/2025', -1],
  ['2025-11-12T00:01', true, 'finish', '22/11/2025', 10],
  ['2025-11-25T08:00', true, 'finish', '22/11/2025', -3],
] as const)('at %s, answered %s: %s by %s', (now, isAnswered, due, day, daysLeft) => {
  const clock = requestClock({ at: ASKED, isAnswered }, at(now));
  expect([clock.due, formatDate(clock.dueAt), clock.daysLeft]).toEqual([due, day, daysLeft]);
});
