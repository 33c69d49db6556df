/** Dates and texts of one year's campaign, moved to another's. Pure. */
import { dayOf, noonOf } from './day.ts';

/** `2024-02-29` a year later is `2025-02-28`: a day that the year does not have is its month's last. */
export function yearsLater(day: string, years: number): string {
  const [year = '', month = '01', date = '01'] = day.split('-');
  const next = String(Number(year) + years).padStart(4, '0');
  const moved = `${next}-${month}-${date}`;
  return Number.isNaN(noonOf(moved)) ? `${next}-${month}-28` : moved;
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9';

/** Every mention of the year stands for the other; a number it is only a part of stays. */
export function yearInText(text: string, from: number, to: number): string {
  const year = String(from);
  let said = '';
  for (let at = 0; at < text.length;) {
    const found = text.indexOf(year, at);
    if (found === -1) return said + text.slice(at);
    const end = found + year.length;
    const isYear = !isDigit(text[found - 1]) && !isDigit(text[end]);
    said += text.slice(at, found) + (isYear ? String(to) : year);
    at = end;
  }
  return said;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A cutoff is the first instant that is too late; people speak of the last day that is not. */
export const lastDayOf = (cutoffAt: number): string => dayOf(cutoffAt - 1);

/** Midnight in Việt Nam after this day. */
export const cutoffAfter = (day: string): number => noonOf(day) + DAY_MS / 2;

/** The same hour of the same day, years later. */
export const cutoffLater = (cutoffAt: number, years: number): number => {
  const day = dayOf(cutoffAt);
  return cutoffAt + (noonOf(yearsLater(day, years)) - noonOf(day));
};
