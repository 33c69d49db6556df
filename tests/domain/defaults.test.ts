import { expect, test } from 'vitest';
import { criteriaOf, criteriaSetSchema, type CriteriaSet, type Criterion } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import householdFile from '#domain/defaults/household.json' with { type: 'json' };
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { hundredths } from '#domain/defaults/narrow.ts';
import { sectorTagNames } from '#domain/sector-tags.ts';
import { criterionNamed, setNamed } from './read-vectors.ts';

const sets = defaultCriteriaSets();
const totalOf = (set: CriteriaSet): number =>
  criteriaOf(set).reduce((sum, { maxPoints }) => sum + maxPoints, 0);
const isAscending = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));

test('there are eight default sets, version 1, of the three kinds of subject', () => {
  expect(sets.map(({ id, version, subjectKind, sector }) => [id, version, subjectKind, sector])).toEqual([
    ['hamlet', 1, 'hamlet', undefined],
    ['household', 1, 'household', undefined],
    ['unit-CQ', 1, 'unit', 'CQ'],
    ['unit-DT', 1, 'unit', 'DT'],
    ['unit-TH', 1, 'unit', 'TH'],
    ['unit-YT', 1, 'unit', 'YT'],
    ['unit-DN', 1, 'unit', 'DN'],
    ['unit-KH', 1, 'unit', 'KH'],
  ]);
});

test.each(sets.map((set) => [set.id, set] as const))('set %s fits the schema', (_, set) => {
  expect(criteriaSetSchema.safeParse(set).error).toBeUndefined();
});

test('the schema refuses a set with points in decimals or an unknown pillar (control)', () => {
  const set = defaultHouseholdSet();
  expect(criteriaSetSchema.safeParse({ ...set, naCapPoints: 35.5 }).success).toBe(false);
  const [group] = set.groups;
  const odd = { ...group, criteria: [{ ...group?.criteria[0], pillar: 'khac' }] };
  expect(criteriaSetSchema.safeParse({ ...set, groups: [odd] }).success).toBe(false);
});

test('points sum to 100,00 in every set but KH, which has the core alone: 60,00', () => {
  expect(Object.fromEntries(sets.map((set) => [set.id, totalOf(set)]))).toEqual({
    hamlet: 10_000,
    household: 10_000,
    'unit-CQ': 10_000,
    'unit-DT': 10_000,
    'unit-TH': 10_000,
    'unit-YT': 10_000,
    'unit-DN': 10_000,
    'unit-KH': 6000,
  });
});

test('there are 23 questions for a hamlet, 15 for a household, 16 in the core of a unit', () => {
  expect(criteriaOf(setNamed('hamlet'))).toHaveLength(23);
  expect(criteriaOf(setNamed('household'))).toHaveLength(15);
  expect(criteriaOf(setNamed('unit-KH'))).toHaveLength(16);
});

test.each(sets.map((set) => [set.id, set] as const))('ids in set %s are unique', (_, set) => {
  const ids = [
    ...criteriaOf(set).map(({ id }) => id),
    ...set.sharedQuestions.map(({ id }) => id),
    ...criteriaOf(set).flatMap((criterion) =>
      'levels' in criterion ? criterion.levels.map(({ id }) => id) : [],
    ),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

/** Points of the levels, from the first; or those of the steps, from 0. */
const ladderOf = (criterion: Criterion): number[] => {
  if ('levels' in criterion) return criterion.levels.map(({ points }) => points);
  return 'steps' in criterion
    ? [0, ...criterion.steps.map(({ points }) => points)]
    : [0, criterion.maxPoints];
};

test.each(sets.map((set) => [set.id, set] as const))(
  'levels and steps of set %s ascend from 0 to the maximum',
  (_, set) => {
    const wrong = criteriaOf(set).filter((criterion) => {
      const ladder = ladderOf(criterion);
      const mins = 'steps' in criterion ? criterion.steps.map(({ min }) => min) : [];
      return !(
        ladder[0] === 0 &&
        ladder.at(-1) === criterion.maxPoints &&
        isAscending(ladder) &&
        isAscending(mins)
      );
    });
    expect(wrong).toEqual([]);
  },
);

test.each(sets.map((set) => [set.id, set] as const))(
  'screens of set %s show every question once, a shared one before its first user',
  (_, set) => {
    const all = [...criteriaOf(set).map(({ id }) => id), ...set.sharedQuestions.map(({ id }) => id)];
    expect(set.screenOrder.toSorted()).toEqual(all.toSorted());
    const tooLate = criteriaOf(set).filter(
      ({ id, sharedQuestion = id }) => set.screenOrder.indexOf(sharedQuestion) > set.screenOrder.indexOf(id),
    );
    expect(tooLate).toEqual([]);
  },
);

const tappable = (criterion: Criterion): unknown => {
  const { options } = criterion.screen;
  return {
    levels: options.flatMap((option) => (option.kind === 'level' ? [option.level] : [])),
    yesno: options.flatMap((option) => (option.kind === 'yesno' ? [option.value] : [])),
    na: options.some(({ kind }) => kind === 'na'),
  };
};

const answerable = (criterion: Criterion): unknown => ({
  levels: 'levels' in criterion ? criterion.levels.map(({ id }) => id) : [],
  yesno: criterion.type === 'yesno' ? [true, false] : [],
  na: criterion.notApplicable !== undefined,
});

test.each(sets.map((set) => [set.id, set] as const))(
  'what can be tapped in set %s is what can be answered',
  (_, set) => {
    const criteria = criteriaOf(set);
    expect(criteria.map(tappable)).toEqual(criteria.map(answerable));
  },
);

test('the household set on the phone is the one the server starts with', () => {
  expect(defaultHouseholdSet()).toEqual(setNamed('household'));
});

test('the household questions come in the order a family is asked, the number of people first', () => {
  expect(defaultHouseholdSet().screenOrder).toEqual(
    'householdPeople14 B1.1 B1.2 B2.1 B4.1 B2.2 B2.3 B4.3 B3.1 B3.2 B3.3 B4.2 B5.1 B5.2 B6.1 B6.2'.split(' '),
  );
});

test('no household question depends on a photo, and none allows a link or a document', () => {
  const kinds = new Set(
    householdFile.groups.flatMap(({ items }) => items.flatMap((item) => item.evidenceKinds)),
  );
  expect([...kinds].toSorted()).toEqual(['none', 'photo', 'statement']);
});

test('decimal points become exact hundredths', () => {
  expect(criterionNamed(setNamed('household'), 'B5.1')).toMatchObject({
    maxPoints: 600,
    steps: [
      { min: 1, points: 150 },
      { min: 2, points: 300 },
      { min: 3, points: 450 },
      { min: 4, points: 600 },
    ],
  });
  expect([1.1, 2.5, 0.07, 1.15, 12].map(hundredths)).toEqual([110, 250, 7, 115, 1200]);
  expect(() => hundredths(1.005)).toThrow('more than two decimals');
});

test('what a household rolls up to exists, and only hamlets roll up', () => {
  const household = new Set(criteriaOf(setNamed('household')).map(({ id }) => id));
  const rules = sets.flatMap((set) =>
    criteriaOf(set).flatMap(({ rollup }) => (rollup ? [{ set: set.id, rollup }] : [])),
  );
  expect(rules).toHaveLength(13);
  for (const { set, rollup } of rules) {
    expect(set).toBe('hamlet');
    if (rollup.num.op !== 'countForms') expect(household).toContain(rollup.num.item);
    if (rollup.den !== 'hamlet.households') expect(household).toContain(rollup.den.item);
  }
});

test('every sector of the plan is at home in some criterion, and every tag has a name', () => {
  const tags = new Set(sets.flatMap((set) => criteriaOf(set).flatMap(({ sectorTags }) => sectorTags)));
  expect([...tags].toSorted()).toEqual(Object.keys(sectorTagNames).toSorted());
  expect(criterionNamed(setNamed('household'), 'B3.3').sectorTags).toEqual(['i3a', 'i3b']);
  expect(criterionNamed(setNamed('unit-CQ'), 'CQ.5').sectorTags).toEqual([
    'i1',
    'i2',
    'i3c',
    'i3d',
    'i4c',
    'i4d',
    'i4e',
  ]);
  expect(criterionNamed(setNamed('unit-TH'), 'TH.4').sectorTags).toEqual(['i4a']);
});

test('the five grades begin at 90, 80, 65, 50 and 0, and N/A is capped at 35,00', () => {
  for (const set of sets) {
    expect(set.naCapPoints).toBe(3500);
    expect(set.grades.map(({ id, min }) => [id, min])).toEqual([
      ['xuatSac', 9000],
      ['tot', 8000],
      ['kha', 6500],
      ['dat', 5000],
      ['canCoGang', 0],
    ]);
  }
});
