import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { checkAnswers } from '#domain/check-answers.ts';
import { score } from '#domain/score.ts';
import { arbitrarySheet } from '../support/random-criteria.ts';
import { setNamed } from './read-vectors.ts';

const household = setNamed('household');
const hamlet = setNamed('hamlet');
const unit = setNamed('unit-CQ');

test('more than the people at home blocks, and says so to the family', () => {
  expect(checkAnswers(household, { householdPeople14: 4, 'B2.1': { n: 5 } })).toEqual([
    {
      criterionId: 'B2.1',
      severity: 'block',
      code: 'overDenominator',
      message: 'Số này nhiều hơn số người từ đủ 14 tuổi đang sống ở nhà (4 người). Mời gia đình xem lại.',
    },
  ]);
});

test.each<[string, Answers, string, string, string]>([
  [
    'A3.2',
    { 'A3.2': { n: 73, d: 72 } },
    'block',
    'overDenominator',
    'Số này nhiều hơn số hộ ở nơi có sóng hoặc có cáp (72 hộ). Mời xem lại.',
  ],
  [
    'A1.3',
    { hamletHouseholds: 97, 'A1.3': { n: 98 } },
    'block',
    'overDenominator',
    'Số phiếu đã gửi nhiều hơn tổng số hộ của xóm (97 hộ). Mời báo xã sửa danh sách hộ của xóm trước khi gửi.',
  ],
  [
    'A4.2',
    { 'A4.2': { n: 0, d: 0 } },
    'warn',
    'zeroDenominator',
    'Số hộ có việc cần làm thủ tục đang là 0 nên câu này được 0 điểm. Nếu đúng vậy, mời chọn “Không hộ nào có việc cần làm thủ tục”.',
  ],
  [
    'A4.1',
    { hamletPeople14: 0, 'A4.1': { n: 0 } },
    'warn',
    'zeroDenominator',
    'Số người từ đủ 14 tuổi đang sống ở xóm đang là 0 nên câu này được 0 điểm. Mời xem lại.',
  ],
  [
    'A4.2',
    { 'A4.2': { n: 3 } },
    'warn',
    'missingDenominator',
    'Còn thiếu số hộ có việc cần làm thủ tục nên câu này chưa có điểm.',
  ],
  [
    'A4.2',
    { hamletHouseholds: 97, 'A4.2': { n: 3, d: 98 } },
    'block',
    'aboveHouseholds',
    'Số hộ ghi ở đây nhiều hơn số hộ của xóm (97 hộ). Mời xem lại.',
  ],
  [
    'hamletHouseholds',
    { hamletHouseholds: 2001 },
    'block',
    'outOfRange',
    'Số này cần từ 1 đến 2.000. Mời xem lại.',
  ],
  [
    'hamletHouseholds',
    { hamletHouseholds: true },
    'block',
    'wrongShape',
    'Câu trả lời này chưa đọc được. Mời trả lời lại.',
  ],
  [
    'A1.1',
    { 'A1.1': { na: 'x' } },
    'block',
    'notApplicableNotAllowed',
    'Câu này không có mục “không áp dụng”. Mời chọn câu trả lời khác.',
  ],
  [
    'A1.2',
    { 'A1.2': { level: 'A1.2-9' } },
    'block',
    'unknownLevel',
    'Mức đã chọn không có trong bộ tiêu chí này. Mời chọn lại.',
  ],
  [
    'A8.1',
    { 'A8.1': { text: 'chữ '.repeat(301), level: 'A8.1-1' } },
    'warn',
    'longText',
    'Bài viết có 301 chữ, nên viết gọn trong 300 chữ.',
  ],
])('asks to look at %s again', (criterionId, answers, severity, code, message) => {
  expect(checkAnswers(hamlet, answers)).toEqual([{ criterionId, severity, code, message }]);
});

test('ticking more than a checklist has is impossible', () => {
  expect(checkAnswers(household, { 'B5.1': 5 })).toMatchObject([{ severity: 'block', code: 'aboveList' }]);
  expect(checkAnswers(household, { 'B5.1': 4 })).toEqual([]);
});

test('more health books than VNeID accounts is a warning of the set', () => {
  const answers: Answers = { householdPeople14: 4, 'B2.1': { n: 2 }, 'B4.1': { n: 3 } };
  expect(checkAnswers(household, answers)).toMatchObject([
    { criterionId: 'B4.1', severity: 'warn', code: 'inconsistent' },
  ]);
  expect(checkAnswers(household, { ...answers, 'B4.1': { n: 2 } })).toEqual([]);
});

test('a number other than the commune’s record is a warning, and the record decides about households', () => {
  const answers: Answers = { hamletHouseholds: 100, 'A4.2': { n: 3, d: 98 } };
  expect(checkAnswers(hamlet, answers, { knownHouseholds: 97 })).toMatchObject([
    { criterionId: 'hamletHouseholds', severity: 'warn', code: 'differsFromRecord' },
    { criterionId: 'A4.2', severity: 'block', code: 'aboveHouseholds' },
  ]);
  expect(checkAnswers(hamlet, answers, { knownHouseholds: 100, knownPeople14plus: null })).toEqual([]);
});

test('sums of people are not held against the number of households', () => {
  expect(checkAnswers(hamlet, { hamletHouseholds: 97, hamletPeople14: 260, 'A4.1': { n: 231 } })).toEqual([]);
});

test('a text of exactly 300 words, an empty sheet and gaps are no issue', () => {
  expect(checkAnswers(hamlet, { 'A8.1': { text: 'chữ '.repeat(300), level: 'A8.1-1' } })).toEqual([]);
  expect(checkAnswers(unit, {})).toEqual([]);
});

test('a unit without dossiers is told where to tap', () => {
  const [issue] = checkAnswers(unit, { dossiersReceived: 0, 'CQ.1': { n: 0 } });
  expect(issue?.message).toContain('mời chọn “');
});

test('every invalid criterion blocks sending, and nothing else does on random sheets (10000 cases, seed 3)', () => {
  const property = fc.property(arbitrarySheet(), ({ set, answers }) => {
    const blocked = checkAnswers(set, answers).filter(({ severity }) => severity === 'block');
    const invalid = score(set, answers).criteria.filter(({ status }) => status === 'invalid');
    expect(blocked.map(({ criterionId }) => criterionId)).toEqual(invalid.map(({ id }) => id));
  });
  fc.assert(property, { seed: 3, numRuns: 10_000 });
});
