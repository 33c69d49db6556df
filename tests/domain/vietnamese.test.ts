import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDate,
  formatNumber,
  formatPercent,
  formatPoints,
  formatTime,
  officialDate,
  parseNumber,
} from '#domain/vietnamese/format.ts';
import { compareNames, compareWordsByTable, trusted } from '#domain/vietnamese/name-order.ts';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';

test.each([
  [8269, '82,69'],
  [8650, '86,50'],
  [0, '0,00'],
  [5, '0,05'],
  [123_456, '1.234,56'],
  [-150, '-1,50'],
])('%i hundredths read %s', (points, text) => {
  expect(formatPoints(points)).toBe(text);
});

test.each([
  [1_234_567, '1.234.567'],
  [1_234_567.5, '1.234.567,5'],
  [999, '999'],
  [1000, '1.000'],
  [-1000, '-1.000'],
  [0.25, '0,25'],
])('the number %d reads %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [61, 72, '84,7%'],
  [81, 97, '83,5%'],
  [1, 2, '50%'],
  [1, 2000, '0,1%'],
  [0, 0, '0%'],
])('%i of %i reads %s', (n, d, text) => {
  expect(formatPercent(n, d)).toBe(text);
});

test.each([
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['1.234', 1234],
  ['1,234', 1.234],
  ['1.234.567,5', 1_234_567.5],
  ['1,234,567', 1_234_567],
  ['1,234.5', 1234.5],
  ['1 234', 1234],
  [' 12 ', 12],
  ['-3', -3],
  ['0,05', 0.05],
  // Another keyboard, or pasted from a document.
  ['１２', 12],
  ['\u22125', -5],
  ['1\u00A0234', 1234],
  ['\u200E12\uFEFF', 12],
])('a person typing %j means %d', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each(['', ' ', 'mười', '1,2,3', '1..2', '1e5', '--1', '0x10', '12,', ',5', '1.2.3'])(
  '%j is no number',
  (text) => {
    expect(parseNumber(text)).toBeNull();
  },
);

test('what is written is read back (10000 cases, seed 5)', () => {
  const property = fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
    expect(parseNumber(formatNumber(hundredths))).toBe(hundredths);
    expect(Math.round((parseNumber(formatPoints(hundredths)) ?? NaN) * 100)).toBe(hundredths);
  });
  fc.assert(property, { seed: 5, numRuns: 10_000 });
});

test('dates and times are those of Việt Nam, whatever the zone of the machine', () => {
  const ms = Date.parse('2025-11-05T12:42:00Z');
  expect([formatDate(ms), formatTime(ms)]).toEqual(['05/11/2025', '19:42']);
  const newYear = Date.parse('2025-12-31T17:00:00Z');
  expect([formatDate(newYear), formatTime(newYear)]).toEqual(['01/01/2026', '00:00']);
});

test('an official date has a leading 0 for days below 10 and months 1 and 2 only', () => {
  expect(officialDate(Date.parse('2025-11-05T05:00:00Z'))).toBe('ngày 05 tháng 11 năm 2025');
  expect(officialDate(Date.parse('2026-02-09T05:00:00Z'))).toBe('ngày 09 tháng 02 năm 2026');
  expect(officialDate(Date.parse('2026-03-10T05:00:00Z'))).toBe('ngày 10 tháng 3 năm 2026');
});

const NFD = 'Đầm Mụ'.normalize('NFD');

test('a search key has no marks, and is the same for composed and decomposed text', () => {
  expect(searchKey('Đầm  Mụ ')).toBe('dam mu');
  expect(searchKey(NFD)).toBe('dam mu');
  expect(searchKey('NGUYỄN THỊ ƯỚC')).toBe('nguyen thi uoc');
});

test.each([
  ['nguyen van an', true],
  ['an nguyễn', true],
  ['VĂN', true],
  ['ng v', true],
  ['n nguyen', false],
  ['nva', true],
  ['nv', true],
  ['na', false],
  ['guyen', false],
  ['an an', false],
  ['', true],
])('searching %j in "Nguyễn Văn An" gives %s', (query, found) => {
  expect(matches(searchKey('Nguyễn Văn An'), query)).toBe(found);
});

test('a short word leaves the long one its place', () => {
  expect(matches(searchKey('Nguyễn Nam'), 'n nguyen')).toBe(true);
});

const ordered = [
  'Lê Văn An',
  'Nguyễn Văn Ánh',
  'Trần Thị Ân',
  'Lý Văn Ấn',
  'Hoàng Thị Dung',
  'Đỗ Văn Dũng',
  'Phạm Đức Đạt',
  'Bùi Văn Uy',
  'Bùi Văn Ước',
];

test('names sort by given name, in the order of the Vietnamese alphabet', () => {
  expect([...ordered].reverse().sort(compareNames)).toEqual(ordered);
  expect([...ordered].sort()).not.toEqual(ordered);
});

test('equal given names go by middle names, then by family name', () => {
  const names = ['Lê Thị An', 'Trần Thị An', 'Lê Văn An', 'Đỗ Văn An'.normalize('NFD')];
  expect([...names].reverse().sort(compareNames)).toEqual([
    'Lê Thị An',
    'Trần Thị An',
    'Đỗ Văn An'.normalize('NFD'),
    'Lê Văn An',
  ]);
  expect(compareNames('Lê Văn An', ' Lê  Văn An')).toBe(0);
});

const collator = new Intl.Collator('vi');
const letter = fc.constantFrom(...'aàảãáạăằắặâầấậbcdđeèéêềếghiìịklmnoòóôồốơờớpqrstuùúưừứvxyỳýAĂÂĐÊÔƠƯ');
const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));

test('our own table agrees with the collator that knows Vietnamese (10000 cases, seed 5)', () => {
  const property = fc.property(word, word, (a, b) => {
    const [first, second] = [a.toLowerCase(), b.toLowerCase()];
    expect(Math.sign(compareWordsByTable(first, second))).toBe(Math.sign(collator.compare(first, second)));
  });
  fc.assert(property, { seed: 5, numRuns: 10_000 });
});

test('a collator that does not know Vietnamese is not trusted', () => {
  const vietnamese = collator.compare;
  expect(trusted(vietnamese)).toBe(vietnamese);
  expect(trusted(new Intl.Collator('en').compare)).toBe(compareWordsByTable);
  expect(trusted((a, b) => (a < b ? -1 : 1))).toBe(compareWordsByTable);
});
