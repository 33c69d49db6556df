/** One cell as its column means it: the value, and what had to be guessed or cannot be. */
import { dayOf, noonOf } from '../day.ts';
import { parseNumber } from '../vietnamese/format.ts';
import type { FieldType } from './kinds.ts';
import type { Cell } from './table.ts';

/** Words for each are in the client's messages. */
export type CellFinding =
  | 'notText'
  | 'tooLong'
  | 'noPhone'
  | 'zeroRestored'
  | 'noNumber'
  | 'negative'
  | 'notWhole'
  | 'tooBig'
  | 'numberAsText'
  | 'noDay'
  | 'dayAsText'
  | 'dayAsNumber'
  | 'noYear'
  | 'noPoints'
  | 'brokenFormula'
  | 'formula'
  | 'mergedCell'
  | 'missing';

export interface CellRead {
  /** Undefined: empty, or it could not be read. Numbers of points are hundredths. */
  value?: string | number;
  errors: CellFinding[];
  warnings: CellFinding[];
}

const TEXT_MAX = 200;
const COUNT_MAX = 1_000_000;
/** Days since 30/12/1899 as spreadsheets count them: 1954 to 2064. */
const SERIAL = { from: 20_000, to: 60_000 };
const DAY_MS = 24 * 60 * 60 * 1000;
const serialDay = (serial: number): string => dayOf(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS);

const read = (value: string | number, ...warnings: CellFinding[]): CellRead => ({
  value,
  errors: [],
  warnings,
});
const fault = (error: CellFinding): CellRead => ({ errors: [error], warnings: [] });

/** What a person would say stands there. */
export function shownCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.day.split('-').reverse().join('/');
  return String(cell).normalize('NFC').replace(/\s+/g, ' ').trim();
}

function readText(cell: Cell): CellRead {
  if (typeof cell === 'object' || typeof cell === 'boolean') return fault('notText');
  const text = shownCell(cell);
  return text.length > TEXT_MAX ? fault('tooLong') : read(text);
}

/** Ten digits from 0, or eleven of a landline; a spreadsheet that took it for a number has eaten the 0. */
function readPhone(cell: Cell): CellRead {
  const digits = shownCell(cell)
    .replace(/^\+84/, '0')
    .replace(/[\s.\-()]/g, '');
  if (/^0\d{9,10}$/.test(digits)) return read(digits);
  if (/^84\d{9}$/.test(digits)) return read(`0${digits.slice(2)}`);
  if (/^[1-9]\d{8}$/.test(digits)) return read(`0${digits}`, 'zeroRestored');
  return fault('noPhone');
}

function numberOf(cell: Cell): { number: number; isText: boolean } | null {
  if (typeof cell === 'number') return { number: cell, isText: false };
  const number = typeof cell === 'string' ? parseNumber(cell) : null;
  return number === null ? null : { number, isText: true };
}

function readCount(cell: Cell): CellRead {
  const found = numberOf(cell);
  if (found === null) return fault('noNumber');
  const { number, isText } = found;
  if (number < 0) return fault('negative');
  if (!Number.isInteger(number)) return fault('notWhole');
  if (number > COUNT_MAX) return fault('tooBig');
  return isText ? read(number, 'numberAsText') : read(number);
}

/** A place in a list; "I", "a)" and the like are none, and nobody minds. */
function readOrder(cell: Cell): CellRead {
  const found = numberOf(cell);
  if (found === null || !Number.isInteger(found.number) || found.number < 0)
    return { errors: [], warnings: [] };
  return read(found.number);
}

const two = (text: string): string => text.padStart(2, '0');

/** Day first, as people here write it; "ngày 5 tháng 11 năm 2025" too. Never month first. */
function dayIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const spoken =
    /^(?:ng\p{L}*\s+)?(\d{1,2})\s*(?:[/.-]|\s+th\p{L}*\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+n\p{L}*\s+)\s*(\d{4})$/iu.exec(
      text,
    );
  const [year, month, day] =
    iso === null ? [spoken?.[3], spoken?.[2], spoken?.[1]] : [iso[1], iso[2], iso[3]];
  if (year === undefined || month === undefined || day === undefined) return null;
  const found = `${year}-${two(month)}-${two(day)}`;
  return Number.isNaN(noonOf(found)) ? null : found;
}

function readDay(cell: Cell): CellRead {
  if (cell !== null && typeof cell === 'object') return read(cell.day);
  if (typeof cell === 'number')
    return cell >= SERIAL.from && cell <= SERIAL.to ? read(serialDay(cell), 'dayAsNumber') : fault('noDay');
  const found = dayIn(shownCell(cell));
  return found === null ? fault('noDay') : read(found, 'dayAsText');
}

function readYear(cell: Cell): CellRead {
  const number =
    cell !== null && typeof cell === 'object'
      ? Number(cell.day.slice(0, 4))
      : (numberOf(cell)?.number ?? NaN);
  return Number.isInteger(number) && number >= 2000 && number <= 2100 ? read(number) : fault('noYear');
}

/** 82,69 of a hundred → 8269. */
function readPoints(cell: Cell): CellRead {
  const found = numberOf(cell);
  if (found === null) return fault('noNumber');
  const hundredths = Math.round(found.number * 100);
  if (hundredths < 0 || hundredths > 10_000) return fault('noPoints');
  return found.isText ? read(hundredths, 'numberAsText') : read(hundredths);
}

const readers: Readonly<Record<FieldType, (cell: Cell) => CellRead>> = {
  text: readText,
  phone: readPhone,
  count: readCount,
  order: readOrder,
  day: readDay,
  year: readYear,
  points: readPoints,
};

/** Empty cells are empty, whatever their column. */
export const readCell = (type: FieldType, cell: Cell | undefined): CellRead =>
  cell === undefined || cell === null || shownCell(cell) === ''
    ? { errors: [], warnings: [] }
    : readers[type](cell);
