import { expect, test } from 'vitest';
import { pasteResults } from '#client/features/office/ranking/paste-results.ts';

test('a column goes downward from where it was pasted, one cell is pasted as everywhere', () => {
  const rows = ['Đầm Mụ', 'Đình 6', 'Chùa 8'].map((name, at) => ({ name, subjectId: String(at) }));
  expect(pasteResults('90,5\n\n70\n60\n', rows, '0')).toEqual({
    typed: { 0: '90,5', 2: '70' },
    unplaced: ['60'],
  });
  expect(pasteResults('70', rows, '1')).toBeNull();
  expect(pasteResults('STT\tTên\tĐiểm\n1\tĐÌNH 6\t71.5', rows, '2')).toEqual({
    typed: { 1: '71.5' },
    unplaced: [],
  });
});
