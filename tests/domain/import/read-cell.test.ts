import { expect, test } from 'vitest';
import { legacyLetters } from '#domain/import/legacy-letters.ts';
import { readCell, type CellRead } from '#domain/import/read-cell.ts';
import { cellName } from '#domain/import/table.ts';

const value = ({ value: read, errors, warnings }: CellRead) => [read, ...errors, ...warnings];

test('a telephone number that a spreadsheet took for a number gets its 0 back, and one that is none is refused', () => {
  expect(value(readCell('phone', 912345678))).toEqual(['0912345678', 'zeroRestored']);
  expect(value(readCell('phone', '+84 912.345.678'))).toEqual(['0912345678']);
  expect(value(readCell('phone', '0208-3812-345'))).toEqual(['02083812345']);
  expect(value(readCell('phone', '12345'))).toEqual([undefined, 'noPhone']);
});

test('days are read day first, also as text and as a number, and said so; what is no day is refused', () => {
  expect(value(readCell('day', { day: '2025-11-05' }))).toEqual(['2025-11-05']);
  for (const text of ['5/11/2025', '05-11-2025', '2025-11-05', 'ngày 5 tháng 11 năm 2025'])
    expect(value(readCell('day', text))).toEqual(['2025-11-05', 'dayAsText']);
  expect(value(readCell('day', 45966))).toEqual(['2025-11-05', 'dayAsNumber']);
  expect(value(readCell('day', '11/25/2025'))).toEqual([undefined, 'noDay']);
  expect(value(readCell('day', '31/02/2025'))).toEqual([undefined, 'noDay']);
});

test('counts are whole numbers, however they are written', () => {
  expect(value(readCell('count', 95))).toEqual([95]);
  expect(value(readCell('count', '1.234'))).toEqual([1234, 'numberAsText']);
  expect(value(readCell('count', 9.5))).toEqual([undefined, 'notWhole']);
  expect(value(readCell('count', -3))).toEqual([undefined, 'negative']);
  expect(value(readCell('count', 'chín lăm'))).toEqual([undefined, 'noNumber']);
  expect(value(readCell('points', '82,69'))).toEqual([8269, 'numberAsText']);
  expect(value(readCell('points', 101))).toEqual([undefined, 'noPoints']);
});

test('an empty cell is empty whatever its column, and a day is no name', () => {
  expect(value(readCell('phone', '  '))).toEqual([undefined]);
  expect(value(readCell('text', { day: '2025-01-01' }))).toEqual([undefined, 'notText']);
  expect(cellName({ row: 6, column: 27 })).toBe('AB7');
});

test('letters of .VnTime and of VNI are told apart from Vietnamese', () => {
  expect(legacyLetters(['NguyÔn V¨n ¸nh', 'TrÇn ThÞ H­¬ng', 'Lª V¨n B×nh'])).toBe('tcvn3');
  expect(legacyLetters(['Nguyeãn Vaên AÙnh', 'Traàn Thò Höông', 'Ñaëng Vaên Bình'])).toBe('vni');
  // Opened as Western letters and saved like that: another remedy than a change of font.
  const broken = ['Nguyễn Văn Ánh', 'Trần Thị Hương', 'Đặng Văn Bình'].map((name) =>
    new TextDecoder('windows-1252').decode(new TextEncoder().encode(name)),
  );
  expect(legacyLetters(broken)).toBe('savedBroken');
  // Control: real names, and one foreign letter among them.
  expect(legacyLetters(['Nguyễn Văn Ánh', 'Trần Thị Hương', 'Đặng Văn Bình', 'Bjørn'])).toBeNull();
});
