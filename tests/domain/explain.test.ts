import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { explain } from '#domain/explain.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { criterionNamed, setWith } from './read-vectors.ts';

const sentence = (id: string, answers: Answers): string => {
  const criterion = criterionNamed(setWith(id), id);
  return explain(scoreCriterion(criterion, answers).why, criterion);
};

test.each<[string, Answers, string]>([
  [
    'A3.2',
    { 'A3.2': { n: 61, d: 72 } },
    '61 trên 72, bằng 84,7%, chưa tới 85% nên được 3,99 trên 4,00 điểm.',
  ],
  [
    'A1.3',
    { hamletHouseholds: 97, 'A1.3': { n: 88 } },
    '88 trên 97, bằng 90,7%, đạt mức 90% nên được 6,00 trên 6,00 điểm.',
  ],
  [
    'C3.1',
    { 'C3.1': { n: 1200, d: 2400 } },
    '1.200 trên 2.400, bằng 50%, chưa tới 95% nên được 2,63 trên 5,00 điểm.',
  ],
  ['B1.1', { 'B1.1': true }, 'Trả lời “Có”, được 8,00 trên 8,00 điểm.'],
  ['A8.2', { 'A8.2': false }, 'Trả lời “Chưa đúng hạn”, được 0,00 trên 2,00 điểm.'],
  [
    'A1.2',
    { 'A1.2': { level: 'A1.2-1' } },
    'Chọn mức “Đã thành lập, chưa hoạt động thường xuyên”, được 2,00 trên 5,00 điểm.',
  ],
  ['A2.1', { 'A2.1': 2 }, '2 buổi, được 2,50 trên 5,00 điểm. Từ 3 buổi thì được 4,00 điểm.'],
  ['A2.1', { 'A2.1': 9 }, '9 buổi, được 5,00 trên 5,00 điểm.'],
  [
    'A4.1',
    { hamletPeople14: 0, 'A4.1': { n: 0 } },
    'Số tổng đang là 0 nên chưa tính được tỷ lệ, được 0,00 trên 8,00 điểm.',
  ],
  ['A3.2', { 'A3.2': { n: 5, d: 4 } }, '5 nhiều hơn số tổng là 4 nên chưa tính được điểm. Mời xem lại.'],
  ['A3.2', { 'A3.2': { n: 5 } }, 'Mới có 5, còn thiếu số tổng nên chưa có điểm.'],
  [
    'A3.3',
    { 'A3.3': { na: 'Xóm chưa có nhà văn hóa' } },
    'Không áp dụng: Xóm chưa có nhà văn hóa. Câu này không tính vào tổng điểm.',
  ],
  ['A1.1', {}, 'Chưa trả lời nên chưa có điểm.'],
  ['A1.1', { 'A1.1': 3 }, 'Câu trả lời chưa đúng dạng nên chưa tính được điểm. Mời trả lời lại.'],
])('explains %s with %j', (id, answers, expected) => {
  expect(sentence(id, answers)).toBe(expected);
});

test('a rate just below the target never reads as the target', () => {
  expect(sentence('A3.2', { 'A3.2': { n: 16_999, d: 20_000 } })).toContain('bằng 84,9%, chưa tới 85%');
});
