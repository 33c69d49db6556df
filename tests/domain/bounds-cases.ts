/** Random small hamlets, with every outcome their missing answers can have, found by trying them all. */
import fc from 'fast-check';
import type { Answer, Answers } from '#domain/answers.ts';
import type { CriteriaSet, Criterion, Rollup } from '#domain/criteria.ts';
import type { HamletRecord } from '#domain/rollup.ts';
import { criterionNamed, setNamed } from './read-vectors.ts';

/** One rule of each kind there is, over an item of each type. */
export const kinds = {
  countForms: { num: { op: 'countForms' }, den: 'hamlet.households' },
  households: { num: { op: 'countWhere', item: 'yesno', eq: true }, den: 'hamlet.households' },
  householdsOfLevel: { num: { op: 'countWhere', item: 'level', levelIndexGte: 1 }, den: 'hamlet.households' },
  householdsMinusNA: {
    num: { op: 'countWhere', item: 'level', levelIndexGte: 1 },
    den: { op: 'householdsMinusNA', item: 'level' },
  },
  countAnsweredNotNA: {
    num: { op: 'countWhere', item: 'count', gte: 2 },
    den: { op: 'countAnsweredNotNA', item: 'count' },
  },
  sumDenominator: {
    num: { op: 'sumNumerator', item: 'people' },
    den: { op: 'sumDenominator', item: 'people' },
  },
  official: {
    num: { op: 'sumNumerator', item: 'people' },
    den: { op: 'sumDenominator', item: 'people' },
    official: 'hamlet.people14plus',
  },
} as const satisfies Record<string, Rollup>;
export type Kind = keyof typeof kinds;
const kindNames = [
  'countForms',
  'households',
  'householdsOfLevel',
  'householdsMinusNA',
  'countAnsweredNotNA',
  'sumDenominator',
  'official',
] as const;

const hamletSet = setNamed('hamlet');
const household = setNamed('household');
const ratio = criterionNamed(hamletSet, 'A3.2');
const item = (id: string, like: string, notApplicable: boolean): Criterion => {
  const { notApplicable: _, ...rest } = criterionNamed(household, like);
  return { ...rest, id, ...(notApplicable && { notApplicable: 'Không có' }) };
};

export type Case = {
  kind: Kind;
  set: CriteriaSet;
  householdSet: CriteriaSet;
  forms: Answers[];
  hamlet: HamletRecord;
  /** People a household may have. */
  each: { min: number; max: number };
  mayLeave: boolean;
};

const NA: Answer = { na: 'Không có' };
const levels = ['B1.2-0', 'B1.2-1', 'B1.2-2'];

/** All answers a household can give to the item of a kind. */
export const answersOf = ({ kind, each, mayLeave }: Pick<Case, 'kind' | 'each' | 'mayLeave'>): Answers[] => {
  const either = mayLeave ? [NA] : [];
  const under = (id: string, values: readonly Answer[]) => values.map((value) => ({ [id]: value }));
  switch (kind) {
    case 'countForms':
      return [{}];
    case 'households':
      return under('yesno', [true, false, ...either]);
    case 'householdsOfLevel':
    case 'householdsMinusNA':
      return under('level', [...levels.map((level) => ({ level })), ...either]);
    case 'countAnsweredNotNA':
      return under('count', [0, 1, 2, 3, ...either]);
    case 'sumDenominator':
    case 'official': {
      const given: Answers[] = under('people', either);
      for (let d = each.min; d <= each.max; d++)
        for (let n = 0; n <= d; n++) given.push({ shared: d, people: { n } });
      return given;
    }
  }
};

/** Blank, or what cannot be right: both count as missing. */
const broken: Record<Kind, Answers[]> = {
  countForms: [{}],
  households: [{}, { yesno: 3 }],
  householdsOfLevel: [{}, { level: { level: 'B9' } }],
  householdsMinusNA: [{}, { level: { level: 'B9' } }],
  countAnsweredNotNA: [{}, { count: true }],
  sumDenominator: [{}, { shared: 1, people: { n: 2 } }, { people: { n: 1 } }],
  official: [{}, { shared: 1, people: { n: 2 } }, { people: { n: 1 } }],
};

const householdSetOf = (each: Case['each'], notApplicable: boolean): CriteriaSet => {
  const [question] = household.sharedQuestions;
  if (!question) throw new Error('no shared question');
  const people = { ...item('people', 'B2.1', notApplicable), sharedQuestion: 'shared' };
  const criteria = [
    item('yesno', 'B1.1', notApplicable),
    item('level', 'B1.2', notApplicable),
    item('count', 'B3.2', notApplicable),
    people,
  ];
  return {
    ...household,
    groups: [{ code: 'B', name: 'B', criteria }],
    sharedQuestions: [{ ...question, id: 'shared', ...each }],
  };
};

export const arbitraryCase: fc.Arbitrary<Case> = fc
  .record({
    kind: fc.constantFrom(...kindNames),
    households: fc.integer({ min: 1, max: 6 }),
    drawn: fc.array(fc.nat(999), { minLength: 6, maxLength: 6 }),
    sent: fc.nat(6),
    min: fc.nat(2),
    wider: fc.nat(2),
    mayLeave: fc.boolean(),
    people: fc.nat(16),
  })
  .map(({ kind, households, drawn, sent, min, wider, mayLeave, people }) => {
    const each = { min, max: min + wider };
    const possible = answersOf({ kind, each, mayLeave });
    const pick = <T>(list: readonly T[], at: number): T => {
      const found = list[at % list.length];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    };
    // One form in four left the item blank or wrong.
    const forms = drawn
      .slice(0, Math.min(sent, households))
      .map((draw) => (draw % 4 === 0 ? pick(broken[kind], draw >> 2) : pick(possible, draw >> 2)));
    const rule: Rollup = kinds[kind];
    const criteria = [{ ...ratio, rollup: rule }];
    return {
      kind,
      set: { ...hamletSet, groups: [{ code: 'A', name: 'A', criteria }] },
      householdSet: householdSetOf(each, mayLeave),
      forms,
      hamlet: { households, people14plus: people },
      each,
      mayLeave,
    };
  });

export const CRITERION = ratio.id;

/** What one household adds: to the numerator, to the denominator; null when its answer is missing. */
export const shareOf = (made: Case, form: Answers): [n: number, d: number] | null => {
  const { num } = kinds[made.kind];
  const answer = 'item' in num ? form[num.item] : undefined;
  if (made.kind === 'countForms') return [1, 1];
  if (broken[made.kind].some((each) => JSON.stringify(each) === JSON.stringify(form))) return null;
  if (typeof answer === 'object' && 'na' in answer)
    return made.kind === 'households' || made.kind === 'householdsOfLevel' ? [0, 1] : [0, 0];
  if (typeof answer === 'boolean') return [answer ? 1 : 0, 1];
  if (typeof answer === 'number') return [answer >= 2 ? 1 : 0, 1];
  if (answer !== undefined && 'level' in answer) return [answer.level === 'B1.2-0' ? 0 : 1, 1];
  const d = form['shared'];
  return answer !== undefined && 'n' in answer && typeof d === 'number' ? [answer.n, d] : null;
};

export type Outcome = [n: number, d: number];
const distinct = (outcomes: readonly Outcome[]): Outcome[] => [
  ...new Map(outcomes.map((outcome) => [outcome.join(), outcome])).values(),
];

export type Outcomes = {
  known: Outcome;
  missing: number;
  /** Everything that `k` missing answers can add up to, by `k`. */
  added: Outcome[][];
};

/** Tries every answer of every missing household; outcomes that come to the same are kept once. */
export const outcomesOf = (made: Case): Outcomes => {
  const shares = made.forms.map((form) => shareOf(made, form));
  const given = shares.filter((share) => share !== null);
  const known: Outcome = [
    given.reduce((total, [n]) => total + n, 0),
    given.reduce((total, [, d]) => total + d, 0),
  ];
  const missing = made.hamlet.households - given.length;
  const each: Outcome[] =
    made.kind === 'countForms'
      ? [
          [0, 1],
          [1, 1],
        ]
      : distinct(answersOf(made).map((answers) => shareOf(made, answers) ?? [0, 0]));
  const added: Outcome[][] = [[[0, 0]]];
  for (let k = 1; k <= missing; k++) {
    const before = added[k - 1] ?? [];
    added.push(distinct(before.flatMap(([n, d]) => each.map(([a, b]): Outcome => [n + a, d + b]))));
  }
  return { known, missing, added };
};
