/** Figures of the upward report on data made by hand. */
import { expect, test } from 'vitest';
import { kindSum, type ReportedForm } from '#domain/report/kind-sums.ts';
import { inspectionSum, registerSum } from '#domain/report/register-sums.ts';

const nothing = { earned: 0, applicableMax: 0 };
const pillars = { nenTang: nothing, chinhQuyenSo: nothing, kinhTeSo: nothing, xaHoiSo: nothing };
const form = (over: Partial<ReportedForm>): ReportedForm => ({
  points: 0,
  grade: null,
  verified: false,
  onTime: true,
  returned: false,
  sentAgain: false,
  pillars,
  ...over,
});

test('verified points and the senders’ own have an average each, and neither counts in the other', () => {
  const forms = [
    form({ points: 8000, verified: true, grade: 'Khá' }),
    form({ points: 9001, verified: true, grade: 'Tốt', sentAgain: true }),
    form({ points: 100, onTime: false, returned: true }),
  ];
  const sum = kindSum(forms, 19, ['Tốt', 'Khá', 'Đạt']);
  expect(sum).toMatchObject({ total: 19, sent: 3, verified: 2, onTime: 2, returned: 1, sentAgain: 1 });
  // 8500,5 hundredths, half-up.
  expect(sum.averageVerified).toEqual({ points: 8501, forms: 2 });
  expect(sum.averageSelf).toEqual({ points: 100, forms: 1 });
  expect(sum.grades).toEqual([
    { grade: 'Tốt', verified: 1, self: 0 },
    { grade: 'Khá', verified: 1, self: 0 },
    { grade: null, verified: 0, self: 1 },
  ]);
});

test('every form is in one grade exactly, also in one its set does not name', () => {
  const forms = ['Tốt', 'Cũ', null, 'Cũ'].map((grade, index) => form({ grade, verified: index === 0 }));
  const { grades } = kindSum(forms, 4, ['Tốt']);
  expect(grades.reduce((sum, { verified, self }) => sum + verified + self, 0)).toBe(forms.length);
  expect(grades.at(1)).toEqual({ grade: 'Cũ', verified: 0, self: 2 });
});

test('pillars add up points and what applied, form by form', () => {
  const of = (earned: number, applicableMax: number) =>
    form({ pillars: { ...pillars, kinhTeSo: { earned, applicableMax } } });
  expect(kindSum([of(300, 1000), of(0, 0), of(1000, 1000)], 3, []).pillars.kinhTeSo).toEqual({
    earned: 1300,
    applicableMax: 2000,
  });
});

test('nobody sent: no average, no grade, nothing divided by nothing', () => {
  expect(kindSum([], 0, ['Tốt'])).toEqual({
    total: 0,
    sent: 0,
    verified: 0,
    onTime: 0,
    returned: 0,
    sentAgain: 0,
    averageVerified: null,
    averageSelf: null,
    grades: [],
    pillars,
  });
});

test('a register counts a hamlet once, the whole commune as all of them, and says how many lines lack people', () => {
  const hamlets = ['a', 'b', 'c'];
  expect(
    registerSum(
      [{ people: 40, hamlets: ['a', 'b'] }, { hamlets: ['b'] }, { people: 0, hamlets: ['gone'] }],
      hamlets,
    ),
  ).toEqual({ lines: 3, people: 40, peopleUnknown: 1, hamletsReached: 2 });
  expect(registerSum([{ hamlets: [] }], hamlets).hamletsReached).toBe(3);
  expect(registerSum([], hamlets)).toEqual({ lines: 0, people: 0, peopleUnknown: 0, hamletsReached: 0 });
});

test('an inspection only planned is not one made', () => {
  expect(
    inspectionSum([{ conclusion: 'planned' }, { conclusion: 'differs' }, { conclusion: 'confirmed' }]),
  ).toEqual({ made: 2, planned: 1, differs: 1 });
});
