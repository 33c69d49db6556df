/** The card of the next step: what exactly it takes, what it earns, and where it leads. */
import { cleanup, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { nextSteps, type NextStepFacts } from '#domain/next-steps.ts';
import { score } from '#domain/score.ts';
import { NextStepCard } from '#client/subject/next-step-card.tsx';
import { setNamed } from './open-subject.tsx';

const set = setNamed('hamlet');

/** The card for one criterion's step, as words. */
function shown(criterionId: string, answers: Answers, facts: Partial<NextStepFacts> = {}): string {
  const step = nextSteps(set, answers, { daysLeft: null, ...facts }).find(
    (each) => each.criterionId === criterionId,
  );
  if (!step) throw new Error(`no step for ${criterionId}`);
  cleanup();
  render(
    <NextStepCard set={set} step={step} normalised={score(set, answers).normalised} form="/xom/phieu" />,
  );
  return document.body.textContent;
}
const way = (): string | null => screen.getAllByRole('link')[0]?.getAttribute('href') ?? null;

test('an exact step says how much is left and what it earns; without its denominator only the most', () => {
  const answers: Answers = { hamletHouseholds: 90, 'A2.2': { n: 66 } };
  expect(shown('A2.2', answers)).toContain('+0,42 điểm');
  expect(shown('A2.2', answers)).toContain('Còn 6 hộ nữa là đủ 72 trên 90 hộ.');
  expect(way()).toBe('/xom/phieu?nhom=A2&muc=A2.2');
  expect(shown('A4.1', answers)).toContain('nhiều nhất +8,00 điểm');
  expect(shown('A4.1', answers)).toContain('Cần ghi số tổng trước');
  expect(way()).toBe('/xom/phieu?nhom=A4&muc=hamletPeople14');
});

test('each kind of step has its own sentence', () => {
  const answers: Answers = {
    hamletHouseholds: 90,
    'A1.3': { n: 61 },
    'A2.1': 3,
    'A1.2': { level: 'A1.2-2' },
  };
  expect(shown('A1.1', answers)).toContain('Được thêm điểm khi trả lời “Có');
  expect(shown('A1.2', answers)).toContain('Được thêm điểm khi tới mức “Hoạt động hằng tháng');
  expect(shown('A1.3', answers)).toContain('Còn 20 hộ nữa gửi phiếu là đủ 81 trên 90 hộ.');
  expect(way()).toBe('/cac-ho');
  expect(shown('A2.1', answers)).toContain('Còn 1 buổi nữa là đủ 4 buổi.');
  expect(shown('A2.2', answers)).toContain('Đủ điểm từ 72 trên 90 hộ.');
  expect(shown('A5.4', answers)).toContain('Được điểm này từ 1 sản phẩm.');
  const facts = { figures: { 'A4.2': { n: 18, d: 31 } }, counts: { 'A2.1': { count: 4 } } };
  expect(shown('A4.2', answers, facts)).toContain('Phiếu hộ gợi ý 18 trên 31.');
  expect(shown('A2.1', answers, facts)).toContain('Nhật ký hoạt động đã ghi 4 buổi.');
  expect(shown('A3.2', answers)).toContain('Điền xong mới tính được điểm chính xác.');
});

test('what takes longer than the days left is said, and a class that the step reaches is named', () => {
  const answers: Answers = { hamletHouseholds: 90, 'A3.1': { n: 45 } };
  expect(shown('A3.1', answers, { daysLeft: 30 })).toContain('nhiều ngày hơn số ngày còn lại');
  expect(shown('A3.1', answers, { daysLeft: 90 })).not.toContain('nhiều ngày hơn');
  let full: Answers = { hamletHouseholds: 90, hamletPeople14: 200, 'A8.2': true };
  for (const id of ['A3.2', 'A4.2', 'A5.3', 'A6.2']) full = { ...full, [id]: { n: 9, d: 10 } };
  for (let round = 0; round < 3; round++)
    for (const { change } of nextSteps(set, full, { daysLeft: null })) full = { ...full, ...change };
  expect(score(set, full).normalised).toBe(10_000);
  expect(shown('A4.1', { ...full, 'A4.1': { n: 0 }, 'A6.1': { n: 0 } })).toContain(
    'Xong việc này là qua 90 điểm, loại Xuất sắc.',
  );
});

test('with nothing left to fill it leads to the review', () => {
  render(<NextStepCard set={set} step={null} normalised={0} form="/xom/phieu" />);
  expect(way()).toBe('/xom/phieu?xem-lai');
});
