/**
 * How official papers write days, numbers and money (Nghị định 30/2020/NĐ-CP, `domain.md` §4.1, §6.4). Pure; the same
 * words stand in letters, lists, decisions and certificates.
 */
import { noonOf } from '../day.ts';
import { formatNumber, officialDate as officialDateOf } from '../vietnamese/format.ts';

/** What a person must still fill in stands as dots, so that nobody takes it for a word. */
export const BLANK = '…';

/** `2025-11-05` → `ngày 05 tháng 11 năm 2025`; a text that is no day → dots. */
export const officialDate = (day: string): string => {
  const noon = noonOf(day);
  return Number.isNaN(noon)
    ? `ngày ${BLANK} tháng ${BLANK} năm ${day.slice(0, 4) || BLANK}`
    : officialDateOf(noon);
};

/** `2025-11-05` → `05/11/2025`, as tables and running text write a day; a text that is no day → dots. */
export const shortDate = (day: string): string =>
  Number.isNaN(noonOf(day)) ? BLANK : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** People and things below ten carry a leading zero: 5 → `05`, 12 → `12`, 1800 → `1.800`. */
export const officialCount = (count: number): string =>
  count >= 0 && count < 10 ? `0${count}` : formatNumber(count);

/** `officialSymbol('TTr', 'HĐTĐKT')` → `TTr-HĐTĐKT`; groups are joined by a hyphen without spaces. */
export const officialSymbol = (...groups: readonly string[]): string =>
  groups
    .map((group) => group.trim())
    .filter((group) => group !== '')
    .join('-');

/**
 * Number and symbol: `officialNumber('5', 'BC-UBND')` → `05/BC-UBND`. A number typed with its own symbol (`5/QĐ-CT`)
 * keeps it; a blank one stands as dots.
 */
export const officialNumber = (number: string, symbol: string): string => {
  const [typed = '', ...own] = number.replace(/\s+/g, '').split('/');
  const digits = typed === '' ? BLANK : /^\d$/.test(typed) ? `0${typed}` : typed;
  const tail = own.length > 0 ? own.join('/') : symbol;
  return tail === '' ? digits : `${digits}/${tail}`;
};

/** Whole đồng: 702000 → `702.000 đồng`. */
export const money = (amount: number): string => `${formatNumber(amount)} đồng`;

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const digit = (value: number): string => DIGITS[value] ?? '';

const unitsWord = (tens: number, units: number): string => {
  if (units === 1 && tens >= 2) return 'mốt';
  if (units === 4 && tens >= 2) return 'tư';
  if (units === 5 && tens >= 1) return 'lăm';
  return digit(units);
};

/** 0 … 999; `full`: a group after others says its hundreds also when there are none ("không trăm linh năm"). */
const groupWords = (value: number, full: boolean): string[] => {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(digit(hundreds), 'trăm');
  if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(digit(tens), 'mươi');
  else if (units > 0 && words.length > 0) words.push('linh');
  if (units > 0) words.push(unitsWord(tens, units));
  return words;
};

const SCALES: readonly (readonly [number, string])[] = [
  [1_000_000, 'triệu'],
  [1_000, 'nghìn'],
  [1, ''],
];
const BILLION = 1_000_000_000;

const wordsOf = (value: number, full: boolean): string[] => {
  const words: string[] = [];
  const billions = Math.floor(value / BILLION);
  if (billions > 0) words.push(...wordsOf(billions, full), 'tỷ');
  for (const [size, name] of SCALES) {
    const group = Math.floor((value % BILLION) / size) % 1000;
    if (group === 0) continue;
    words.push(...groupWords(group, full || words.length > 0), ...(name === '' ? [] : [name]));
  }
  return words;
};

/** A whole number from 0 up to 10¹⁵ in words: 1053000 → `một triệu không trăm năm mươi ba nghìn`. */
export const numberInWords = (value: number): string =>
  value === 0 ? digit(0) : wordsOf(value, false).join(' ');

/** Upper case for the first letter alone. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 702000 → `Bảy trăm linh hai nghìn đồng`. */
export const moneyInWords = (amount: number): string => `${capitalised(numberInWords(amount))} đồng`;

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** 1 → `I`; for headings, up to 39. */
export const roman = (value: number): string => {
  let left = value;
  let text = '';
  for (const [size, sign] of ROMAN)
    while (left >= size) {
      text += sign;
      left -= size;
    }
  return text;
};

/** Marks that turn the direction of writing: not seen themselves, and not part of what somebody wrote. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Any text as a paper may hold it: NFC, lines kept, control characters, lone surrogates and marks of direction left out.
 * Braces and angle brackets are text like any other.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC').replace(DIRECTION, '').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')]
    .filter((char) => {
      const code = char.codePointAt(0) ?? 0;
      if (code < 0x20) return code === 0x0a;
      if (code >= 0x7f && code < 0xa0) return false;
      return !(code >= 0xd800 && code <= 0xdfff) && (code & 0xfffe) !== 0xfffe;
    })
    .join('');
