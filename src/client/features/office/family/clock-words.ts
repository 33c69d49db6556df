/** How long there is still time, in words: what is due, until which day, and how many days that is. */
import type { RequestClock } from '#domain/request-clock.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeFamily } from '#client/messages/office-family.ts';

export function clockWords({ due, dueAt, daysLeft }: RequestClock): string {
  const words = officeFamily.clock[due];
  const day = formatDate(dueAt);
  if (daysLeft < 0) return fill(words.late, { due: day, n: -daysLeft });
  return daysLeft === 0 ? fill(words.today, { due: day }) : fill(words.left, { due: day, n: daysLeft });
}
