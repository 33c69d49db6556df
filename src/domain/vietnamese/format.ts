/**
 * Numbers and dates as Vietnamese readers write them. Our own, because `Intl` spells official dates wrongly and some
 * phones ship without the `vi` locale. Zone fixed at UTC+7 (Việt Nam has no daylight saving). Never throws.
 */
import { divideHalfUp } from '../rounding.ts';

const ZONE_MS = 7 * 60 * 60 * 1000;
const two = (value: number): string => String(value).padStart(2, '0');

const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, '.');

/** 1234567.5 → `1.234.567,5`. Not for numbers of 10²¹ and above. */
export const formatNumber = (value: number): string => {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const sign = value < 0 ? '-' : '';
  return `${sign}${groupThousands(whole)}${fraction === undefined ? '' : `,${fraction}`}`;
};

/** Hundredths of a point with two decimals: 8269 → `82,69`. */
export const formatPoints = (points: number): string => {
  const size = Math.abs(points);
  const whole = Math.floor(size / 100);
  return `${points < 0 ? '-' : ''}${groupThousands(String(whole))},${two(size % 100)}`;
};

/** Tenths of a per cent to `84,7%`; a whole per cent goes without decimals (`85%`). */
export const formatTenthsOfPercent = (tenths: number): string => `${formatNumber(tenths / 10)}%`;

/** n out of d in tenths of a per cent, half-up: 61 of 72 → 847. 0 when d is 0. */
export const tenthsOfPercent = (n: number, d: number): number => (d === 0 ? 0 : divideHalfUp(n * 1000, d));

/** 61 of 72 → `84,7%`. */
export const formatPercent = (n: number, d: number): string => formatTenthsOfPercent(tenthsOfPercent(n, d));

const PLAIN = /^\d+(?:[.,]\d+)?$/;
const GROUPED_BY_DOT = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^\d{1,3},\d{3}\.\d+$/;

/**
 * What a person typed, as a number; null when it is none. Both comma and dot are taken as the decimal mark, spaces and
 * dots as thousands marks. `1.234` is read the Vietnamese way: one thousand two hundred and thirty-four.
 */
export const parseNumber = (text: string): number | null => {
  // Also as another keyboard or a document writes it: full-width digits, a long minus, spaces that are not drawn.
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/^\p{Dash}/u, '-');
  const sign = typed.startsWith('-') ? -1 : 1;
  const digits = typed.replace(/^[-+]/, '');
  if (GROUPED_BY_DOT.test(digits)) return sign * Number(digits.replaceAll('.', '').replace(',', '.'));
  if (GROUPED_BY_COMMA.test(digits)) return sign * Number(digits.replaceAll(',', ''));
  if (PLAIN.test(digits)) return sign * Number(digits.replace(',', '.'));
  return null;
};

const civil = (ms: number) => {
  const local = new Date(ms + ZONE_MS);
  return {
    day: local.getUTCDate(),
    month: local.getUTCMonth() + 1,
    year: local.getUTCFullYear(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
};

/** Epoch milliseconds → `05/11/2025`. */
export const formatDate = (ms: number): string => {
  const { day, month, year } = civil(ms);
  return `${two(day)}/${two(month)}/${year}`;
};

/** Epoch milliseconds → `19:42`. */
export const formatTime = (ms: number): string => {
  const { hour, minute } = civil(ms);
  return `${two(hour)}:${two(minute)}`;
};

/** As official papers write it: a leading 0 for days below 10 and for months 1 and 2 only (Nghị định 30/2020). */
export const officialDate = (ms: number): string => {
  const { day, month, year } = civil(ms);
  return `ngày ${two(day)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
};
