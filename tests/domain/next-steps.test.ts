/** What a step promises is what doing it earns; the examples are those of the hamlet's own set. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { criteriaOf, type CriteriaSet } from '#domain/criteria.ts';
import { DAYS_FOR_EFFORT, nextSteps, type NextStep, type NextStepFacts } from '#domain/next-steps.ts';
import { score } from '#domain/score.ts';
import { arbitrarySheet } from '../support/random-criteria.ts';
import { setNamed } from './read-vectors.ts';

const CASES = { numRuns: 1000, seed: 20_251_115 };
const hamlet = setNamed('hamlet');
const ANY_TIME: NextStepFacts = { daysLeft: null };

type Planner = typeof nextSteps;
type Sheet = { set: CriteriaSet; answers: Answers; facts: NextStepFacts };

/** Random sheets in which some questions are the machine's, some figures are known from forms and from the log. */
const arbitraryCase: fc.Arbitrary<Sheet> = fc
  .tuple(arbitrarySheet(), fc.array(fc.nat(400), { minLength: 9, maxLength: 9 }))
  .map(([{ set, answers }, drawn]) => {
    const groups = set.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((criterion, at) => ({
        ...criterion,
        effort: ((drawn[at] ?? 0) % 3) + 1,
        screen: { ...criterion.screen, control: (drawn[at] ?? 0) % 7 === 0 ? 'auto' : 'stepper' } as const,
      })),
    }));
    const ids = criteriaOf(set).map(({ id }) => id);
    const at = (index: number): number => drawn[index % drawn.length] ?? 0;
    const figures = Object.fromEntries(
      ids.flatMap((id, i) =>
        at(i) % 3 === 0 ? [[id, { n: at(i) % 50, d: (at(i) % 50) + at(i + 1) + 1 }]] : [],
      ),
    );
    const counts = Object.fromEntries(
      ids.flatMap((id, i) => (at(i) % 4 === 0 ? [[id, { count: at(i) }]] : [])),
    );
    return { set: { ...set, groups }, answers, facts: { daysLeft: at(0) % 90, figures, counts } };
  });

const gained = ({ set, answers }: Sheet, { change }: NextStep): number =>
  score(set, { ...answers, ...change }).normalised - score(set, answers).normalised;

const keepsItsWord = (plan: Planner) =>
  fc.property(arbitraryCase, (sheet) =>
    plan(sheet.set, sheet.answers, sheet.facts).every((step) =>
      step.exact ? step.gain > 0 && gained(sheet, step) === step.gain : Object.keys(step.change).length === 0,
    ),
  );

test(`doing a proposed step earns exactly the promised points (${CASES.numRuns} sheets, seed ${CASES.seed})`, () => {
  fc.assert(keepsItsWord(nextSteps), CASES);
});

test('a step that asks for one too few, or promises one hundredth more, is caught (control)', () => {
  const short: Planner = (set, answers, facts) =>
    nextSteps(set, answers, facts).map((step) => ({
      ...step,
      change: Object.fromEntries(
        Object.entries(step.change).map(([id, answer]) => [
          id,
          typeof answer === 'object' && 'n' in answer ? { ...answer, n: Math.max(0, answer.n - 1) } : answer,
        ]),
      ),
    }));
  const generous: Planner = (set, answers, facts) =>
    nextSteps(set, answers, facts).map((step) => ({ ...step, gain: step.gain + 1 }));
  expect(() => fc.assert(keepsItsWord(short), CASES)).toThrow('Property failed');
  expect(() => fc.assert(keepsItsWord(generous), CASES)).toThrow('Property failed');
});

test('every open criterion has its step, in the promised order, and those that do not apply have none', () => {
  const property = fc.property(arbitraryCase, ({ set, answers, facts }) => {
    const steps = nextSteps(set, answers, facts);
    const place = new Map(criteriaOf(set).map(({ id }, at) => [id, at] as const));
    const sheet = score(set, answers);
    const inOrder = steps.every((step, at) => {
      const before = steps[at - 1];
      if (before === undefined || before.feasible !== step.feasible) return before?.feasible !== false;
      if (before.gain !== step.gain) return before.gain > step.gain;
      if (before.effort !== step.effort) return before.effort < step.effort;
      return (place.get(before.criterionId) ?? 0) < (place.get(step.criterionId) ?? 0);
    });
    const open = criteriaOf(set).filter(({ screen }, at) => {
      const each = sheet.criteria[at];
      const canGain = each !== undefined && each.maxPoints - each.points > sheet.applicableMax / 5000;
      return canGain && each.status !== 'notApplicable' && screen.control !== 'auto';
    });
    const known = new Set(steps.map(({ criterionId }) => criterionId));
    // The lowest rung of a level may be worth next to nothing and round away; the rest must be there.
    const isMissed = open.some(
      ({ id, type }) => !known.has(id) && type !== 'level' && type !== 'text' && type !== 'count',
    );
    return inOrder && !isMissed && sheet.notApplicable.every((id) => !known.has(id));
  });
  fc.assert(property, CASES);
});

const stepFor = (criterionId: string, answers: Answers, facts: NextStepFacts = ANY_TIME) =>
  nextSteps(hamlet, answers, facts).find((step) => step.criterionId === criterionId);

test('a rate below its target says how many more reach it, out of the present number', () => {
  expect(stepFor('A2.2', { hamletHouseholds: 90, 'A2.2': { n: 66 } })).toEqual({
    criterionId: 'A2.2',
    focus: 'A2.2',
    change: { 'A2.2': { n: 72 } },
    need: { kind: 'more', more: 6, total: 72, of: 90, unit: 'hộ' },
    gain: 42,
    exact: true,
    answered: true,
    effort: 1,
    feasible: true,
    guide: 'nhom-zalo-xom',
  });
  expect(stepFor('A2.2', { hamletHouseholds: 90, 'A2.2': { n: 72 } })).toBeUndefined();
});

test('participation asks for more household forms; what the machine alone knows is left out', () => {
  const answers: Answers = { hamletHouseholds: 90, 'A1.3': { n: 61 }, 'A8.2': false };
  expect(stepFor('A1.3', answers)?.need).toEqual({ kind: 'forms', more: 20, total: 81, of: 90 });
  expect(stepFor('A8.2', answers)).toBeUndefined();
});

test('without the number it is out of, one begins there and nothing exact is promised', () => {
  expect(stepFor('A4.1', { hamletHouseholds: 90, 'A4.1': { n: 20 } })).toMatchObject({
    focus: 'hamletPeople14',
    need: { kind: 'begin', with: 'hamletPeople14' },
    gain: 800,
    exact: false,
    change: {},
  });
  expect(stepFor('A4.2', {})).toMatchObject({ focus: 'A4.2', exact: false, gain: 700 });
});

test('levels and counts propose the rung that earns most for each step up', () => {
  // 0, 2, 4, 5 points: two rungs for four points beat one for two and three for five.
  expect(stepFor('A1.2', {})).toMatchObject({ need: { kind: 'level', levelId: 'A1.2-2' }, gain: 400 });
  expect(stepFor('A1.2', { 'A1.2': { level: 'A1.2-2' } })?.need).toMatchObject({ levelId: 'A1.2-3' });
  expect(stepFor('A2.1', { 'A2.1': 3 })).toMatchObject({
    need: { kind: 'more', more: 1, total: 4, of: null, unit: 'buổi' },
    gain: 100,
  });
  // As much for each of two as for the first: both.
  expect(stepFor('A2.1', { 'A2.1': 1 })).toMatchObject({ need: { more: 2, total: 3 }, gain: 300 });
  const written = stepFor('A8.1', { 'A8.1': { level: 'A8.1-0', text: 'Tổ dạy tại nhà.' } });
  expect(written?.change).toMatchObject({ 'A8.1': { text: 'Tổ dạy tại nhà.' } });
});

test('what households’ forms or the log say already comes before what has still to be done', () => {
  const facts: NextStepFacts = {
    daysLeft: 0,
    figures: { 'A4.2': { n: 18, d: 31 }, 'A2.2': { n: 41, d: 90 } },
    counts: { 'A2.1': { count: 3 } },
  };
  const answers: Answers = { hamletHouseholds: 90, 'A2.1': 2, 'A2.2': { n: 65 } };
  expect(stepFor('A4.2', answers, facts)).toMatchObject({
    need: { kind: 'figures', n: 18, d: 31 },
    change: { 'A4.2': { n: 18, d: 31 } },
    gain: 677,
    effort: 1,
    feasible: true,
  });
  expect(stepFor('A2.1', answers, facts)).toMatchObject({
    need: { kind: 'logged', count: 3 },
    feasible: true,
  });
  // The forms say less than is claimed: no step down.
  expect(stepFor('A2.2', answers, facts)?.need).toMatchObject({ kind: 'more', more: 7 });
});

test('what takes longer than the days left is not feasible and comes last; giving an answer always is', () => {
  const answers: Answers = { hamletHouseholds: 90, 'A3.1': { n: 10 }, 'A2.3': { n: 10 }, 'A2.2': { n: 10 } };
  const feasible = (daysLeft: number) =>
    Object.fromEntries(
      nextSteps(hamlet, answers, { daysLeft })
        .filter(({ answered }) => answered)
        .map(({ criterionId, feasible: can }) => [criterionId, can]),
    );
  expect(DAYS_FOR_EFFORT).toEqual({ 1: 2, 2: 14, 3: 60 });
  expect(feasible(1)).toEqual({ 'A2.2': false, 'A2.3': false, 'A3.1': false });
  expect(feasible(2)).toEqual({ 'A2.2': true, 'A2.3': false, 'A3.1': false });
  expect(feasible(14)).toEqual({ 'A2.2': true, 'A2.3': true, 'A3.1': false });
  expect(feasible(60)).toEqual({ 'A2.2': true, 'A2.3': true, 'A3.1': true });
  const steps = nextSteps(hamlet, answers, { daysLeft: 1 });
  expect(
    steps
      .slice(-3)
      .map(({ criterionId }) => criterionId)
      .toSorted(),
  ).toEqual(['A2.2', 'A2.3', 'A3.1']);
  expect(steps.every((step) => step.answered || step.feasible)).toBe(true);
});
