/** Days, numbers and money as official papers write them. */
import { expect, test } from 'vitest';
import {
  moneyInWords,
  numberInWords,
  officialCount,
  officialDate,
  officialNumber,
  officialSymbol,
  printable,
  roman,
  shortDate,
} from '#domain/papers/words.ts';

test('a day has its leading zero below ten, a month in January and February alone', () => {
  expect(officialDate('2025-11-05')).toBe('ngày 05 tháng 11 năm 2025');
  expect(officialDate('2026-02-15')).toBe('ngày 15 tháng 02 năm 2026');
  expect(officialDate('2026-03-01')).toBe('ngày 01 tháng 3 năm 2026');
  expect(officialDate('2025-02-30')).toBe('ngày … tháng … năm 2025');
  expect(shortDate('2025-11-05')).toBe('05/11/2025');
});

test('numbers and symbols are joined without spaces, a number below ten with a zero, a blank one as dots', () => {
  expect(officialNumber('5', 'BC-UBND')).toBe('05/BC-UBND');
  expect(officialNumber(' 412 ', 'QĐ-UBND')).toBe('412/QĐ-UBND');
  expect(officialNumber('7/QĐ-CT', 'QĐ-UBND')).toBe('07/QĐ-CT');
  expect(officialNumber('', 'TTr-VP')).toBe('…/TTr-VP');
  expect(officialSymbol('TTr', '')).toBe('TTr');
  expect([officialCount(0), officialCount(9), officialCount(10), officialCount(1843)]).toEqual([
    '00',
    '09',
    '10',
    '1.843',
  ]);
  expect([1, 4, 9, 14, 39].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIX']);
});

test.each([
  [0, 'Không đồng'],
  [702_000, 'Bảy trăm linh hai nghìn đồng'],
  [1_053_000, 'Một triệu không trăm năm mươi ba nghìn đồng'],
  [1_404_000, 'Một triệu bốn trăm linh bốn nghìn đồng'],
  [43_524_000, 'Bốn mươi ba triệu năm trăm hai mươi tư nghìn đồng'],
  [2_000_005, 'Hai triệu không trăm linh năm đồng'],
  [1_000_053_000, 'Một tỷ không trăm năm mươi ba nghìn đồng'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng'],
])('%i đồng in words', (amount, words) => {
  expect(moneyInWords(amount)).toBe(words);
});

/** Reads the words back, by their meaning alone. */
const readBack = (words: string): number => {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const others = new Map([
    ['mốt', 1],
    ['tư', 4],
    ['lăm', 5],
  ]);
  let [billions, millions, group, digit] = [0, 0, 0, 0];
  for (const word of words.split(' ')) {
    if (word === 'trăm') [group, digit] = [group + digit * 100, 0];
    else if (word === 'mươi') [group, digit] = [group + digit * 10, 0];
    else if (word === 'mười') group += 10;
    else if (word === 'linh') digit = 0;
    else if (word === 'nghìn' || word === 'triệu') {
      millions += (group + digit) * (word === 'nghìn' ? 1000 : 1_000_000);
      [group, digit] = [0, 0];
    } else if (word === 'tỷ') {
      billions += (millions + group + digit) * 1_000_000_000;
      [millions, group, digit] = [0, 0, 0];
    } else digit = others.get(word) ?? digits.indexOf(word);
  }
  return billions + millions + group + digit;
};

test('every number in words reads back as itself', () => {
  for (let value = 0; value < 2000; value++) expect(readBack(numberInWords(value))).toBe(value);
  for (let value = 1; value < 1e14; value = value * 3 + 7) expect(readBack(numberInWords(value))).toBe(value);
});

test('what no file can hold is left out of a text, and the rest stays', () => {
  expect(printable('Nguyễn\u202e Văn\u0000\u200f A\tB\r\nC')).toBe('Nguyễn Văn A B\nC');
  expect(printable('{x} <y> "z" & 🙂')).toBe('{x} <y> "z" & 🙂');
  expect(printable('a\ud800b\ufffe')).toBe('ab');
});
