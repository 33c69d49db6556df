import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { criterionIdSchema } from '#domain/answers.ts';
import { score } from '#domain/score.ts';
import { setNamed } from './read-vectors.ts';

const household = setNamed('household');
const hamlet = setNamed('hamlet');
const scoreOf = (id: string, answers: Answers) => {
  const set = id.startsWith('B') ? household : hamlet;
  const found = score(set, answers).criteria.find((criterion) => criterion.id === id);
  if (!found) throw new Error(`no ${id}`);
  return { points: found.points, status: found.status, why: found.why };
};

test('an empty sheet is all missing, 0 of 100,00, rankable, lowest grade', () => {
  const sheet = score(household, {});
  expect(sheet).toMatchObject({ earned: 0, applicableMax: 10_000, normalised: 0, rankable: true });
  expect(sheet.grade?.id).toBe('canCoGang');
  expect(sheet.missing).toHaveLength(15);
  expect(sheet.criteria[0]).toEqual({
    id: 'B1.1',
    code: 'B1.1',
    points: 0,
    maxPoints: 800,
    status: 'missing',
    why: { kind: 'missing' },
  });
});

test('groups and pillars carry their own totals', () => {
  const sheet = score(household, { 'B1.1': true, 'B3.3': { na: 'Không bán hàng' }, 'B3.1': true });
  expect(sheet.groups[0]).toEqual({ code: 'B1', earned: 800, applicableMax: 1600 });
  expect(sheet.groups[2]).toEqual({ code: 'B3', earned: 500, applicableMax: 1500 });
  expect(sheet.pillars).toEqual({
    nenTang: { earned: 800, applicableMax: 3500 },
    chinhQuyenSo: { earned: 0, applicableMax: 2500 },
    kinhTeSo: { earned: 500, applicableMax: 1500 },
    xaHoiSo: { earned: 0, applicableMax: 1500 },
  });
  expect(sheet.notApplicable).toEqual(['B3.3']);
});

test('the shared denominator counts, the answer’s own only while the shared one is absent', () => {
  expect(scoreOf('B2.1', { householdPeople14: 4, 'B2.1': { n: 2 } })).toMatchObject({
    points: 750,
    why: { kind: 'ratio', n: 2, d: 4, targetPercent: 80, reached: false },
  });
  expect(scoreOf('B2.1', { householdPeople14: 4, 'B2.1': { n: 2, d: 2 } }).points).toBe(750);
  expect(scoreOf('B2.1', { 'B2.1': { n: 2, d: 2 } }).points).toBe(1200);
  expect(scoreOf('B2.1', { 'B2.1': { n: 2 } })).toEqual({
    points: 0,
    status: 'missing',
    why: { kind: 'missingDenominator', n: 2 },
  });
});

test('a denominator of 0 gives 0 points, a numerator above it is invalid', () => {
  expect(scoreOf('A4.1', { hamletPeople14: 0, 'A4.1': { n: 0 } })).toEqual({
    points: 0,
    status: 'scored',
    why: { kind: 'zeroDenominator', n: 0, d: 0, points: 0 },
  });
  expect(scoreOf('A3.2', { 'A3.2': { n: 5, d: 4 } })).toEqual({
    points: 0,
    status: 'invalid',
    why: { kind: 'overDenominator', n: 5, d: 4 },
  });
});

test('a count takes the highest step it reaches and names the next', () => {
  expect(scoreOf('A2.1', { 'A2.1': 2 }).why).toEqual({
    kind: 'count',
    value: 2,
    unit: 'buổi',
    stepMin: 2,
    nextMin: 3,
    nextPoints: 400,
    points: 250,
  });
  expect(scoreOf('A2.1', { 'A2.1': 0 }).why).toMatchObject({ stepMin: null, nextMin: 1, points: 0 });
  expect(scoreOf('A2.1', { 'A2.1': 400 }).why).toMatchObject({ stepMin: 4, nextMin: null, points: 500 });
});

test('N/A leaves the total where it is allowed and is invalid elsewhere', () => {
  expect(scoreOf('A3.3', { 'A3.3': { na: 'Chưa có' } }).status).toBe('notApplicable');
  expect(scoreOf('A1.1', { 'A1.1': { na: 'Chưa có' } })).toEqual({
    points: 0,
    status: 'invalid',
    why: { kind: 'notApplicableNotAllowed', reason: 'Chưa có' },
  });
});

test('an unknown level and an answer of another shape are invalid', () => {
  expect(scoreOf('A1.2', { 'A1.2': { level: 'A1.2-9' } }).why).toEqual({
    kind: 'unknownLevel',
    levelId: 'A1.2-9',
  });
  expect(scoreOf('A1.2', { 'A1.2': true })).toMatchObject({ status: 'invalid', why: { kind: 'wrongShape' } });
  expect(scoreOf('A8.1', { 'A8.1': { level: 'A8.1-1' } }).status).toBe('invalid');
});

test('when nothing applies there is no rank and no grade', () => {
  const [group] = hamlet.groups;
  const only = {
    ...hamlet,
    groups: [
      { ...hamlet.groups[2], criteria: hamlet.groups[2]?.criteria.slice(2) ?? [], code: 'A3', name: 'A3' },
    ],
  };
  expect(group?.code).toBe('A1');
  expect(score(only, { 'A3.3': { na: 'Chưa có' } })).toMatchObject({
    applicableMax: 0,
    normalised: 0,
    naPoints: 300,
    rankable: false,
    grade: null,
  });
});

test.each([
  [8999, 'tot'],
  [9000, 'xuatSac'],
  [7999, 'kha'],
  [4999, 'canCoGang'],
  [5000, 'dat'],
])('%i hundredths is grade %s', (normalised, id) => {
  // One criterion worth 100,00 whose only level is worth exactly the score.
  const criterion = hamlet.groups[0]?.criteria[1];
  if (criterion?.type !== 'level') throw new Error('expected a level');
  const set = {
    ...hamlet,
    groups: [
      {
        code: 'X',
        name: 'X',
        criteria: [
          { ...criterion, maxPoints: 10_000, levels: [{ id: 'L', label: 'L', points: normalised }] },
        ],
      },
    ],
  };
  expect(score(set, { [criterion.id]: { level: 'L' } }).grade?.id).toBe(id);
});

test('answers inherited from a prototype, and answers that are no object, count as absent', () => {
  const inherited: Answers = Object.create({ 'B1.1': true });
  expect(score(household, inherited).missing).toContain('B1.1');
  expect(score(household, JSON.parse('null')).missing).toHaveLength(15);
  expect(score(household, JSON.parse('{"B1.1":null}')).missing).toContain('B1.1');
});

test('an id that every object has already is refused', () => {
  expect(
    ['constructor', 'toString', 'valueOf'].filter((id) => criterionIdSchema.safeParse(id).success),
  ).toEqual([]);
  expect(criterionIdSchema.safeParse('B2.1').success).toBe(true);
});
