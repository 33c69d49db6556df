/** The sheet as thẩm định leaves it, and what it may still come to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { criteriaOf, type CriteriaSet } from '#domain/criteria.ts';
import { officerSheet, pointsOf, verifiedTotal, type GivenScores } from '#domain/review/officer-sheet.ts';
import { score } from '#domain/score.ts';
import { arbitrarySheet } from '../../support/random-criteria.ts';
import { setNamed } from '../read-vectors.ts';

const [hamlet, household] = [setNamed('hamlet'), setNamed('household')];
const CASES = { numRuns: 500, seed: 20_251_122 };
const answers: Answers = {
  'A1.1': true,
  'A3.1': { n: 90, d: 97 },
  'A3.3': { na: 'Xóm chưa có nhà văn hóa' },
};

test('what the officer has not graded is open, from the supported to the claimed points', () => {
  const sheet = officerSheet(
    hamlet,
    answers,
    { 'A1.1': { points: 300, reasonCode: 'evidence' } },
    { 'A3.1': 269 },
  );
  expect(sheet.criteria.find(({ id }) => id === 'A3.1')).toMatchObject({
    status: 'open',
    points: 0,
    low: 269,
    high: 500,
  });
  expect(sheet).toMatchObject({ graded: 1, earned: 300, applicableMax: 9700, naPoints: 300, rankable: true });
  expect(sheet.open).toHaveLength(22);
  expect([sheet.low, sheet.high]).toEqual([587, 825]);
  expect(sheet.reach).toEqual({
    applicableMax: 9700,
    ratio: { min: 269, max: 500 },
    other: { min: 300, max: 300 },
  });
});

test('a không áp dụng is accepted by its code, or answered by points', () => {
  const accepted = officerSheet(hamlet, answers, { 'A3.3': { points: 0, reasonCode: 'notApplicable' } });
  expect(accepted.criteria.find(({ id }) => id === 'A3.3')?.status).toBe('notApplicable');
  expect(accepted.applicableMax).toBe(9700);
  const denied = officerSheet(hamlet, answers, { 'A3.3': { points: 0, reasonCode: 'evidence' } });
  expect(denied.criteria.find(({ id }) => id === 'A3.3')).toMatchObject({ status: 'given', points: 0 });
  expect(denied.applicableMax).toBe(10_000);
  // Nobody can take a question away that the sender answered.
  const taken = officerSheet(hamlet, answers, { 'A1.1': { points: 0, reasonCode: 'notApplicable' } });
  expect(taken.criteria.find(({ id }) => id === 'A1.1')).toMatchObject({ status: 'given', points: 0 });
});

test('a family’s criteria nobody graded count as the server scored them, and nothing is open', () => {
  const family: Answers = { 'B1.1': true, 'B3.3': { na: 'Không bán hàng' } };
  const sheet = officerSheet(household, family, {});
  const claim = score(household, family);
  expect(sheet.open).toEqual([]);
  expect(sheet).toMatchObject({
    earned: claim.earned,
    normalised: claim.normalised,
    naPoints: claim.naPoints,
    low: claim.normalised,
    high: claim.normalised,
  });
});

const asGiven = (set: CriteriaSet, all: Answers): GivenScores =>
  Object.fromEntries(
    score(set, all).criteria.map(({ id, points, status }) => [
      id,
      { points, reasonCode: status === 'notApplicable' ? 'notApplicable' : 'asClaimed' },
    ]),
  );

test(`an officer who takes every claim as it is comes to the self-score (${CASES.numRuns} cases, seed ${CASES.seed})`, () => {
  const property = (of: typeof officerSheet) =>
    fc.property(arbitrarySheet(), ({ set, answers: all }) => {
      const [sheet, claim] = [of(set, all, asGiven(set, all)), score(set, all)];
      const again = verifiedTotal(set, pointsOf(sheet));
      return (
        sheet.normalised === claim.normalised &&
        sheet.rankable === claim.rankable &&
        sheet.grade === claim.grade &&
        sheet.open.length === 0 &&
        sheet.low === sheet.high &&
        again.normalised === claim.normalised &&
        again.rankable === claim.rankable
      );
    });
  fc.assert(property(officerSheet), CASES);
  const broken: typeof officerSheet = (set, _, given) => officerSheet(set, {}, given);
  expect(() => fc.assert(property(broken), CASES)).toThrow('Property failed');
});

test(`whatever is graded between its ends, the total stays between the ends of the sheet (seed ${CASES.seed})`, () => {
  const portions = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 });
  const property = (shift: number) =>
    fc.property(arbitrarySheet(), portions, ({ set, answers: all }, per) => {
      const half = Object.fromEntries(criteriaOf(set).map(({ id }) => [id, 5]));
      const open = officerSheet({ ...set, subjectKind: 'hamlet' }, all, {}, half);
      const given = Object.fromEntries(
        open.criteria.map(({ id, low, high }, at) => {
          const isNotApplicable = score(set, all).notApplicable.includes(id);
          const points = isNotApplicable
            ? 0
            : low + Math.floor(((high - low) * (per[at % per.length] ?? 0)) / 1000);
          return [id, { points: points + shift, reasonCode: isNotApplicable ? 'notApplicable' : 'evidence' }];
        }),
      );
      const { normalised, applicableMax } = officerSheet({ ...set, subjectKind: 'hamlet' }, all, given);
      return normalised >= open.low && normalised <= open.high && applicableMax === open.reach.applicableMax;
    });
  fc.assert(property(0), CASES);
  expect(() => fc.assert(property(40), CASES)).toThrow('Property failed');
});
