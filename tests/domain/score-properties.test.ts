/** Laws of scoring over random sets and answers; those about N/A are in `score-na.test.ts`. */
import fc from 'fast-check';
import { test } from 'vitest';
import type { Answer, Answers } from '#domain/answers.ts';
import { answersSchemaFor } from '#domain/answers-schema.ts';
import { criteriaOf, criteriaSetSchema, type CriteriaSet, type Criterion } from '#domain/criteria.ts';
import { score, type ScoreSheet } from '#domain/score.ts';
import { arbitraryAnswers, arbitraryJson, arbitrarySet, arbitrarySheet } from '../support/random-criteria.ts';
import { CASES, law, sum, type Scorer } from './law.ts';

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const isPoints = (value: number, max: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= max;

const withinBounds = (sheet: ScoreSheet): boolean =>
  sheet.criteria.every(({ points, maxPoints }) => isPoints(points, maxPoints)) &&
  isPoints(sheet.earned, sheet.applicableMax) &&
  isPoints(sheet.normalised, 10_000) &&
  sum(sheet.criteria.map(({ points }) => points)) === sheet.earned &&
  sum(sheet.groups.map(({ earned }) => earned)) === sheet.earned &&
  sum(Object.values(sheet.pillars).map(({ applicableMax }) => applicableMax)) === sheet.applicableMax &&
  sum(sheet.criteria.map(({ maxPoints }) => maxPoints)) === sheet.applicableMax + sheet.naPoints;

law(
  'points, totals and the normalised score stay within their bounds, and parts add up',
  (scorer) => fc.property(arbitrarySheet(), ({ set, answers }) => withinBounds(scorer(set, answers))),
  (set, answers) => {
    const sheet = score(set, answers);
    return { ...sheet, earned: sheet.earned + (sheet.earned === sheet.applicableMax ? 1 : 0) };
  },
);

/** A better answer to the same question; undefined where there is none. */
const better = (criterion: Criterion, answer: Answer | undefined, answers: Answers): Answer | undefined => {
  if (typeof answer === 'boolean') return true;
  if (typeof answer === 'number') return Math.min(1_000_000, answer + 1);
  if (typeof answer !== 'object' || 'na' in answer) return undefined;
  if ('n' in answer) {
    const shared = criterion.sharedQuestion === undefined ? undefined : answers[criterion.sharedQuestion];
    const d = typeof shared === 'number' ? shared : answer.d;
    return d !== undefined && answer.n < d ? { ...answer, n: answer.n + 1 } : undefined;
  }
  const levels = criterion.type === 'level' || criterion.type === 'text' ? criterion.levels : [];
  const next = levels[levels.findIndex(({ id }) => id === answer.level) + 1];
  return next && { ...answer, level: next.id };
};

const neverLowersByBetter = (scorer: Scorer, set: CriteriaSet, answers: Answers): boolean => {
  const before = scorer(set, answers);
  return criteriaOf(set).every((criterion, at) => {
    const raised = better(criterion, answers[criterion.id], answers);
    if (raised === undefined) return true;
    const after = scorer(set, { ...answers, [criterion.id]: raised });
    const [pointsBefore, pointsAfter] = [before.criteria[at]?.points ?? 0, after.criteria[at]?.points ?? 0];
    return (
      pointsAfter >= pointsBefore && after.earned >= before.earned && after.normalised >= before.normalised
    );
  });
};

law(
  'a better answer never lowers the points, the total or the normalised score',
  (scorer) => fc.property(arbitrarySheet(), ({ set, answers }) => neverLowersByBetter(scorer, set, answers)),
  (set, answers) => {
    const sheet = score(set, answers);
    const criteria = sheet.criteria.map((criterion) =>
      criterion.why.kind === 'ratio' && criterion.why.n === criterion.why.d
        ? { ...criterion, points: 0 }
        : criterion,
    );
    return { ...sheet, criteria };
  },
);

const reversed = (set: CriteriaSet): CriteriaSet => ({
  ...set,
  groups: [...set.groups].reverse().map((group) => ({
    ...group,
    criteria: [...group.criteria]
      .reverse()
      .map((criterion) =>
        criterion.type === 'count' ? { ...criterion, steps: [...criterion.steps].reverse() } : criterion,
      ),
  })),
  grades: [...set.grades].reverse(),
});

const byId = (sheet: ScoreSheet): unknown => ({
  ...sheet,
  groups: Object.fromEntries(sheet.groups.map((group) => [group.code, group])),
  criteria: Object.fromEntries(sheet.criteria.map((criterion) => [criterion.id, criterion])),
  missing: sheet.missing.toSorted(),
  notApplicable: sheet.notApplicable.toSorted(),
});

const reorder = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).reverse());

/** Key order in the compared objects is the only difference left, so they are compared as sorted text. */
const sameText = (a: unknown, b: unknown): boolean => sortedText(a) === sortedText(b);
const sortedText = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

law(
  'the order of answers, groups, criteria, steps and grades does not matter',
  (scorer) =>
    fc.property(arbitrarySheet(), ({ set, answers }) =>
      sameText(byId(scorer(set, answers)), byId(scorer(reversed(set), reorder(answers)))),
    ),
  (set, answers) => {
    const sheet = score(set, answers);
    return { ...sheet, earned: sheet.earned - (sheet.criteria[0]?.points ?? 0) };
  },
);

const roundTrips = (scorer: Scorer, set: CriteriaSet, answers: Answers): boolean => {
  const sheet = scorer(set, answers);
  const again = scorer(clone(set), clone(answers));
  // Text, not structure: NaN and undefined would not survive, and neither would a hidden -0.
  return isPlainJson(sheet) && JSON.stringify(again) === JSON.stringify(clone(sheet));
};

const isPlainJson = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isPlainJson);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isPlainJson);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
};

law(
  'set, answers and sheet survive a JSON round trip, and score the same after it',
  (scorer) =>
    fc.property(
      arbitrarySheet(),
      ({ set, answers }) => isPlainJson(set) && isPlainJson(answers) && roundTrips(scorer, set, answers),
    ),
  (set, answers) => {
    const sheet = score(set, answers);
    return { ...sheet, normalised: (sheet.earned * 10_000) / sheet.applicableMax };
  },
);

const withAnyJson = arbitrarySet().chain((set) => arbitraryJson(set).map((answers) => ({ set, answers })));

law(
  'scoring never throws and stays within bounds on any JSON as answers',
  (scorer) => fc.property(withAnyJson, ({ set, answers }) => withinBounds(scorer(set, answers))),
  (set, answers) => {
    const first = criteriaOf(set)[0];
    const answer = first?.type === 'text' ? answers[first.id] : undefined;
    // The guard left out: anything under a text's id is taken for a text.
    if (answer !== undefined) Reflect.get(Object(answer), 'text').trim();
    return score(set, answers);
  },
);

test('random sets and answers fit the schemas they are random cases of', () => {
  const property = fc.property(
    arbitrarySet().chain((set) => arbitraryAnswers(set).map((answers) => ({ set, answers }))),
    ({ set, answers }) =>
      criteriaSetSchema.safeParse(set).success && answersSchemaFor(set).safeParse(answers).success,
  );
  fc.assert(property, { ...CASES, numRuns: 1000 });
});
