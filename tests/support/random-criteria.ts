/**
 * Random criteria sets and answers for property tests: small, valid by the schemas, with the corners that matter
 * (points of 0, an N/A cap that is exactly reached, shared denominators, numerators above them).
 */
import fc from 'fast-check';
import type { Answer, Answers } from '#domain/answers.ts';
import {
  criteriaOf,
  pillars,
  type CriteriaSet,
  type Criterion,
  type SharedQuestion,
} from '#domain/criteria.ts';

const SHARED_IDS = ['sharedPeople', 'sharedDossiers'];
const TYPES = ['yesno', 'level', 'ratio', 'count', 'text'] as const;

const planned = fc.record({
  type: fc.constantFrom(...TYPES),
  max: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 2000 }) }, fc.constantFrom(0, 100_000)),
  /** Per mille of the maximum at each level or step below the top. */
  shares: fc.array(fc.nat(1000), { maxLength: 3 }),
  gap: fc.integer({ min: 1, max: 40 }),
  target: fc.integer({ min: 1, max: 100 }),
  pillar: fc.constantFrom(...pillars),
  na: fc.boolean(),
  shared: fc.constantFrom(undefined, undefined, ...SHARED_IDS),
});
type Planned = typeof planned extends fc.Arbitrary<infer T> ? T : never;

const ascendingPoints = ({ max, shares }: Planned): number[] => [
  ...shares.map((share) => Math.floor((max * share) / 1000)).sort((a, b) => a - b),
  max,
];

const criterionFrom = (plan: Planned, id: string): Criterion => {
  const common = {
    id,
    code: id.slice(0, 20),
    text: `Tiêu chí ${id}`,
    shortText: id,
    maxPoints: plan.max,
    rule: 'Theo mức',
    pillar: plan.pillar,
    sectorTags: [],
    planClause: 'II.3',
    evidence: 'Không yêu cầu',
    evidenceKinds: [],
    effort: 1,
    help: '',
    screen: { question: `Câu ${id}?`, help: '', control: 'auto' as const, options: [] },
    ...(plan.na && { notApplicable: 'Không có' }),
  };
  const points = ascendingPoints(plan);
  switch (plan.type) {
    case 'yesno':
      return { ...common, type: plan.type };
    case 'level':
    case 'text':
      return {
        ...common,
        type: plan.type,
        levels: [0, ...points].map((value, at) => ({
          id: `L.${id}-${at}`,
          label: `Mức ${at}`,
          points: value,
        })),
      };
    case 'ratio':
      return {
        ...common,
        type: plan.type,
        numerator: 'Số đạt',
        denominator: 'Tổng số',
        targetPercent: plan.target,
        ...(plan.shared !== undefined && { sharedQuestion: plan.shared }),
      };
    case 'count':
      return {
        ...common,
        type: plan.type,
        unit: 'lần',
        steps: points.map((value, at) => ({ min: (at + 1) * plan.gap, points: value })),
      };
  }
};

const sharedQuestion = (id: string): SharedQuestion => ({
  id,
  source: 'answer',
  min: 0,
  max: 1_000_000,
  screen: { question: 'Có bao nhiêu?', help: '', control: 'stepper', options: [] },
});

const GRADES = [
  { id: 'a', name: 'A', min: 9000 },
  { id: 'b', name: 'B', min: 5000 },
  { id: 'c', name: 'C', min: 0 },
];

const plannedSet = fc.record({
  groups: fc.array(fc.array(planned, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  capPercent: fc.nat(100),
  /** The cap is exactly the points of the first criterion that may be N/A. */
  exactCap: fc.boolean(),
});
type PlannedSet = typeof plannedSet extends fc.Arbitrary<infer T> ? T : never;

const setFrom = ({ groups: plans, capPercent, exactCap }: PlannedSet): CriteriaSet => {
  const groups = plans.map((group, g) => ({
    code: `G${g}`,
    name: `Nhóm ${g}`,
    criteria: group.map((plan, i) => criterionFrom(plan, `G${g}.${i}`)),
  }));
  const criteria = groups.flatMap((group) => group.criteria);
  const total = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const optional = criteria.find(({ notApplicable }) => notApplicable !== undefined);
  const used = new Set(criteria.map(({ sharedQuestion: id }) => id));
  const shared = SHARED_IDS.filter((id) => used.has(id));
  return {
    id: 'random',
    version: 1,
    name: 'Bộ tiêu chí thử',
    subjectKind: 'unit',
    groups,
    sharedQuestions: shared.map(sharedQuestion),
    consistency: [],
    screenOrder: [...shared, ...criteria.map(({ id }) => id)],
    naCapPoints: Math.min(
      100_000,
      exactCap && optional ? optional.maxPoints : Math.floor((total * capPercent) / 100),
    ),
    grades: GRADES,
  };
};

/** A set of 1 to 9 criteria, valid by `criteriaSetSchema`, top level or step worth the maximum. */
export const arbitrarySet = (): fc.Arbitrary<CriteriaSet> => plannedSet.map(setFrom);

type Draw = [choice: number, a: number, b: number];
const draws = (length: number): fc.Arbitrary<Draw[]> =>
  fc.array(fc.tuple(fc.nat(15), fc.nat(1_000_000), fc.nat(1_000_000)), {
    minLength: length,
    maxLength: length,
  });

const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const ratioFrom = (criterion: Criterion, answers: Answers, [choice, a, b]: Draw): Answer => {
  const shared = criterion.sharedQuestion === undefined ? undefined : answers[criterion.sharedQuestion];
  const own = choice < 5 ? b : b % 120;
  const d = typeof shared === 'number' ? shared : own;
  // Now and then more than the denominator, or a denominator not typed yet.
  const n = choice === 15 ? Math.min(1_000_000, d + 1 + (a % 3)) : a % (d + 1);
  return criterion.sharedQuestion !== undefined || choice === 14 ? { n } : { n, d };
};

const answerFrom = (criterion: Criterion, answers: Answers, draw: Draw): Answer | undefined => {
  const [choice, a, b] = draw;
  if (choice === 0) return undefined;
  if (choice <= 4 && criterion.notApplicable !== undefined) return { na: criterion.notApplicable };
  switch (criterion.type) {
    case 'yesno':
      return a % 2 === 1;
    case 'level':
      return { level: pick(criterion.levels, a).id };
    case 'text':
      return { text: 'Cách làm hay '.repeat(b % 4), level: pick(criterion.levels, a).id };
    case 'ratio':
      return ratioFrom(criterion, answers, draw);
    case 'count':
      return choice < 7 ? a : a % 200;
  }
};

const answersFrom = (set: CriteriaSet, drawn: readonly Draw[]): Answers => {
  const answers: Answers = {};
  set.sharedQuestions.forEach(({ id }, at) => {
    const [choice, a] = pick(drawn, at);
    if (choice > 1) answers[id] = choice < 4 ? a : a % 60;
  });
  criteriaOf(set).forEach((criterion, at) => {
    const answer = answerFrom(criterion, answers, pick(drawn, at + set.sharedQuestions.length));
    if (answer !== undefined) answers[criterion.id] = answer;
  });
  return answers;
};

/**
 * Answers that fit the set's schema, with gaps, N/A where allowed, and now and then a numerator above its denominator.
 */
export const arbitraryAnswers = (set: CriteriaSet): fc.Arbitrary<Answers> =>
  draws(criteriaOf(set).length + set.sharedQuestions.length).map((drawn) => answersFrom(set, drawn));

/** A set with answers to it; cheaper and shrinking better than chaining the two. */
export const arbitrarySheet = (): fc.Arbitrary<{ set: CriteriaSet; answers: Answers }> =>
  fc.tuple(arbitrarySet(), draws(11)).map(([set, drawn]) => ({ set, answers: answersFrom(set, drawn) }));

/**
 * Any JSON in place of answers: at the top, and under the set's own ids with the words of real answers in it. Typed as
 * answers, which it mostly is not.
 */
export const arbitraryJson = (set: CriteriaSet): fc.Arbitrary<Answers> => {
  const ids = [...criteriaOf(set), ...set.sharedQuestions].map(({ id }) => id);
  const member = fc.constantFrom('n', 'd', 'na', 'level', 'text', 'x');
  const level = `L.${ids[0]}-0`;
  const scalar = fc.constantFrom<unknown>(null, true, -1, 0, 3, 1.5, 1e6, 1e21, '', 'a', level, [], {});
  const nearly = fc.oneof(scalar, fc.dictionary(member, scalar, { maxKeys: 3 }));
  const json = fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...ids), nearly, { maxKeys: 6 }) },
  );
  return json as fc.Arbitrary<Answers>;
};
