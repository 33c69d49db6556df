import { expect, test } from 'vitest';
import { checkDraft, utf8Length } from '#domain/criteria-edit/check.ts';
import {
  criteriaIn,
  draftOf,
  readDraft,
  type DraftCriterion,
  type DraftSet,
} from '#domain/criteria-edit/draft.ts';
import type { Fault } from '#domain/criteria-edit/faults.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';

const sets = defaultCriteriaSets();
const named = (id: string): CriteriaSet => {
  const set = sets.find((each) => each.id === id);
  if (set === undefined) throw new Error(`no ${id}`);
  return set;
};
const households = named('household');
const BYTES_MAX = 120 * 1024;
const context = (versions: readonly CriteriaSet[]) => ({ versions, households, bytesMax: BYTES_MAX });

const faultsOf = (draft: DraftSet, versions: readonly CriteriaSet[] = [named(draft.id)]): Fault[] => {
  const checked = checkDraft(draft, context(versions));
  return checked.kind === 'faults' ? checked.faults : [];
};
/** The set with one criterion changed. */
const changed = (
  setId: string,
  id: string,
  change: (criterion: DraftCriterion) => Partial<DraftCriterion>,
) => {
  const draft = draftOf(named(setId), 2);
  return {
    ...draft,
    groups: draft.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((each) => (each.id === id ? { ...each, ...change(each) } : each)),
    })),
  };
};
const told = (faults: readonly Fault[]): string[] =>
  faults.map(({ code, place }) =>
    [code, place.kind, 'field' in place ? place.field : '', 'row' in place ? place.row : '']
      .filter((part) => part !== '' && part !== undefined)
      .join(' '),
  );

test.each(sets.map((set) => [set.id, set] as const))(
  'the default set %s opens for editing and comes out as it went in, but for its version',
  (_, set) => {
    const draft = readDraft(JSON.parse(JSON.stringify(draftOf(set, 2))));
    if (draft === null) throw new Error('no draft');
    expect(checkDraft(draft, context([set]))).toEqual({ kind: 'ready', set: { ...set, version: 2 } });
  },
);

test('points that do not come to 100 are said with the sum; the core alone may stop at its 60', () => {
  const faults = faultsOf(changed('hamlet', 'A1.1', () => ({ maxPoints: 500 })));
  expect(told(faults)).toEqual(['notASum set sum']);
  expect(faults[0]?.values).toEqual({ sum: 10_100, wanted: 10_000 });
  expect(faultsOf(draftOf(named('unit-KH'), 2))).toEqual([]);
  expect(told(faultsOf({ ...draftOf(named('unit-KH'), 2), sector: 'CQ' }))).toEqual(['notASum set sum']);
});

test('steps must rise, in counts and in points, and the last gives the most', () => {
  const steps = (list: [number, number][]) =>
    told(
      faultsOf(changed('hamlet', 'A2.1', () => ({ steps: list.map(([min, points]) => ({ min, points })) }))),
    );
  const { maxPoints } = criteriaIn(draftOf(named('hamlet'), 2)).find(({ id }) => id === 'A2.1') ?? {};
  const most = maxPoints ?? 0;
  expect(
    steps([
      [1, 100],
      [4, most],
    ]),
  ).toEqual([]);
  expect(
    steps([
      [4, 100],
      [4, most],
    ]),
  ).toEqual(['stepsNotRising criterion steps 1']);
  expect(
    steps([
      [4, 200],
      [6, 100],
      [8, most],
    ]),
  ).toEqual(['stepsNotRising criterion steps 1']);
  expect(
    steps([
      [1, 100],
      [4, most - 1],
    ]),
  ).toEqual(['highestNotMax criterion steps 1']);
  expect(
    steps([
      [1, 100],
      [4, most + 1],
    ]),
  ).toEqual(['stepAboveMax criterion steps 1']);
  expect(steps([])).toEqual(['noSteps criterion steps']);
});

test('levels lie within the most points, rise, and the highest gives them all', () => {
  const levels = (points: (number | null)[]) =>
    told(
      faultsOf(
        changed('household', 'B1.2', ({ levels = [] }) => ({
          levels: levels.map((level, at) => ({ ...level, points: points[at] ?? null })),
        })),
      ),
    );
  const known = criteriaIn(draftOf(households, 2)).find(({ id }) => id === 'B1.2')?.levels ?? [];
  const good = known.map(({ points }) => points);
  expect(levels(good)).toEqual([]);
  expect(levels(good.with(-1, 750))).toEqual(['highestNotMax criterion levels 2']);
  expect(levels(good.with(-1, 900))).toEqual(['levelAboveMax criterion levels 2']);
  expect(levels(good.with(1, 0))).toEqual(['levelsNotRising criterion levels 1']);
  expect(levels(good.with(1, null))).toEqual(['empty criterion levels 1']);
});

test('a roll-up counts a question the families are asked, of the type it counts', () => {
  const rollup = (value: DraftCriterion['rollup']) =>
    told(faultsOf(changed('hamlet', 'A2.3', () => ({ rollup: value }))));
  const den = 'hamlet.households' as const;
  expect(rollup({ num: { op: 'countWhere', item: 'B6.1', eq: true }, den })).toEqual([]);
  expect(rollup({ num: { op: 'countWhere', item: 'B9.9', eq: true }, den })).toEqual([
    'unknownItem criterion rollup',
  ]);
  expect(rollup({ num: { op: 'countWhere', item: 'B6.1', gte: 1 }, den })).toEqual([
    'wrongItemType criterion rollup',
  ]);
  expect(rollup({ num: { op: 'countWhere', item: 'B1.2', levelIndexGte: 3 }, den })).toEqual([
    'levelOutOfItem criterion rollup',
  ]);
  expect(rollup({ num: { op: 'sumNumerator', item: 'B6.1' }, den })).toEqual([
    'wrongItemType criterion rollup',
  ]);
  expect(rollup({ num: { op: 'countForms' }, den: { op: 'householdsMinusNA', item: 'B1.1' } })).toEqual([
    'itemNeverNotApplicable criterion rollup',
  ]);
  const here = changed('household', 'B2.1', () => ({ rollup: { num: { op: 'countForms' }, den } }));
  expect(told(faultsOf(here))).toEqual(['rollupNotHere criterion rollup']);
});

test('a circle of rules is found, in order; a rule of a question with itself is said as such', () => {
  const draft = draftOf(households, 2);
  const [rule] = draft.consistency;
  if (rule === undefined) throw new Error('no rule');
  expect(
    told(faultsOf({ ...draft, consistency: [rule, { ...rule, item: rule.of, of: rule.item }] })),
  ).toEqual(['cycle consistency items']);
  const [circle] = faultsOf({ ...draft, consistency: [rule, { ...rule, item: rule.of, of: rule.item }] });
  expect(circle?.values).toEqual({ chain: 'B2.1 → B4.1 → B2.1' });
  expect(told(faultsOf({ ...draft, consistency: [{ ...rule, of: rule.item }] }))).toEqual([
    'sameItem consistency items',
  ]);
});

test('codes and ids stand once; an id keeps its type and its levels for ever', () => {
  expect(told(faultsOf(changed('hamlet', 'A1.2', () => ({ code: 'A1.1' }))))).toEqual([
    'duplicateCode criterion code',
  ]);
  const twice = changed('hamlet', 'A1.2', () => ({ id: 'A1.1' }));
  expect(told(faultsOf(twice))).toContain('duplicateId criterion id');
  const asked = changed('household', 'B1.1', (criterion) => ({
    type: 'level',
    levels: [
      { id: 'B1.1-0', label: 'Không', points: 0 },
      { id: 'B1.1-1', label: 'Có', points: 800 },
    ],
    screen: {
      ...criterion.screen,
      control: 'choice',
      options: [
        { kind: 'level', level: 'B1.1-0', label: 'Không' },
        { kind: 'level', level: 'B1.1-1', label: 'Có' },
      ],
    },
  }));
  expect(told(faultsOf(asked))).toEqual(['typeChanged criterion type']);
  // Control: no version has asked it before.
  expect(faultsOf(asked, [])).toEqual([]);
});

test('empty texts and missing options are said where they stand', () => {
  expect(told(faultsOf(changed('household', 'B1.1', () => ({ text: ' ', planClause: '' }))))).toEqual([
    'empty criterion text',
    'empty criterion planClause',
  ]);
  const without = changed('household', 'B1.1', ({ screen }) => ({
    screen: { ...screen, options: screen.options.slice(1) },
  }));
  expect(told(faultsOf(without))).toEqual(['missingOption criterion options']);
  const unsaid = changed('household', 'B1.1', ({ screen }) => ({
    screen: { ...screen, options: screen.options.map((option) => ({ ...option, label: '' })) },
  }));
  expect(told(faultsOf(unsaid))).toEqual(['empty criterion options 0', 'empty criterion options 1']);
});

test('grades fall from the top to nought, and the whole fits into one operation', () => {
  const draft = draftOf(households, 2);
  expect(told(faultsOf({ ...draft, grades: [...draft.grades].reverse() }))).toContain(
    'gradesNotFalling grade min',
  );
  expect(told(faultsOf({ ...draft, grades: draft.grades.slice(0, 2) }))).toEqual([
    'lowestGradeNotZero grade min',
  ]);
  const long = changed('household', 'B1.1', () => ({ note: 'ắ'.repeat(600) }));
  expect(utf8Length('ắa')).toBe(4);
  const checked = checkDraft(long, { versions: [households], households, bytesMax: 20_000 });
  expect(checked.kind === 'faults' && told(checked.faults)).toEqual(['tooLarge set bytes']);
});
