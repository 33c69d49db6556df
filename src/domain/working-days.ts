/** Days of work, as a promise to answer counts them: Monday to Friday. Holidays only make the answer due later. */
import { dayOf, noonOf } from './day.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const isWorked = (noon: number): boolean => ![0, 6].includes(new Date(noon).getUTCDay());

/** `days` working days after the day of `ms`, at noon in Việt Nam (epoch milliseconds). */
export function afterWorkingDays(ms: number, days: number): number {
  let noon = noonOf(dayOf(ms));
  for (let left = days; left > 0;) {
    noon += DAY_MS;
    if (isWorked(noon)) left -= 1;
  }
  return noon;
}

/** Working days after the day of `from` up to the day of `to`, that one counted; 0 when it is not later. Epoch ms. */
export function workingDaysTo(from: number, to: number): number {
  const last = noonOf(dayOf(to));
  let days = 0;
  for (let noon = noonOf(dayOf(from)) + DAY_MS; noon <= last; noon += DAY_MS) if (isWorked(noon)) days += 1;
  return days;
}
