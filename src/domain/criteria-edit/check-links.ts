/** What criteria ask of each other: roll-ups from the families' forms, shared questions, rules between answers, circles. */
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet, Criterion, Rollup } from '../criteria.ts';
import { criteriaIn, type DraftCriterion, type DraftSet } from './draft.ts';
import type { Fault, FaultCode } from './faults.ts';

const typeForNumerator = (num: Extract<Rollup['num'], { item: string }>): readonly Criterion['type'][] => {
  if (num.op === 'sumNumerator') return ['ratio'];
  if (num.eq !== undefined) return ['yesno'];
  return num.gte === undefined ? ['level', 'text'] : ['count'];
};

function checkRollup({ id, type, rollup }: DraftCriterion, households: CriteriaSet | undefined): Fault[] {
  if (rollup === undefined) return [];
  const at = (code: FaultCode, values?: Fault['values']): Fault => ({
    code,
    place: { kind: 'criterion', id, field: 'rollup' },
    ...(values !== undefined && { values }),
  });
  if (type !== 'ratio') return [at('rollupNotHere')];
  const items = new Map(
    (households === undefined ? [] : criteriaOf(households)).map((item) => [item.id, item]),
  );
  const faults: Fault[] = [];
  const { num, den } = rollup;
  if (num.op !== 'countForms') {
    const item = items.get(num.item);
    if (item === undefined) faults.push(at('unknownItem', { item: num.item }));
    else if (!typeForNumerator(num).includes(item.type))
      faults.push(at('wrongItemType', { item: item.code }));
    else if (
      num.op === 'countWhere' &&
      num.levelIndexGte !== undefined &&
      'levels' in item &&
      (num.levelIndexGte < 0 || num.levelIndexGte >= item.levels.length)
    )
      faults.push(at('levelOutOfItem', { item: item.code, level: num.levelIndexGte }));
    if (num.op === 'countWhere' && [num.eq, num.gte, num.levelIndexGte].every((rule) => rule === undefined))
      faults.push(at('wrongItemType', { item: num.item }));
  }
  if (den !== 'hamlet.households') {
    const item = items.get(den.item);
    if (item === undefined) faults.push(at('unknownItem', { item: den.item }));
    else if (den.op === 'sumDenominator' && item.type !== 'ratio')
      faults.push(at('wrongItemType', { item: item.code }));
    else if (den.op === 'householdsMinusNA' && item.notApplicable === undefined)
      faults.push(at('itemNeverNotApplicable', { item: item.code }));
  }
  return faults;
}

function checkShared(draft: DraftSet): Fault[] {
  const criteria = criteriaIn(draft);
  const known = new Set(draft.sharedQuestions.map(({ id }) => id));
  const faults: Fault[] = [];
  for (const { id, type, sharedQuestion } of criteria) {
    if (sharedQuestion === undefined) continue;
    const place = { kind: 'criterion', id, field: 'sharedQuestion' } as const;
    if (type !== 'ratio') faults.push({ code: 'sharedNotForType', place });
    else if (!known.has(sharedQuestion))
      faults.push({ code: 'unknownShared', place, values: { item: sharedQuestion } });
  }
  for (const { id, min, max, screen } of draft.sharedQuestions) {
    if (screen.question.trim() === '')
      faults.push({ code: 'empty', place: { kind: 'shared', id, field: 'question' } });
    if (min === null || max === null || min < 0 || min > max || max > 1_000_000)
      faults.push({ code: 'outOfRange', place: { kind: 'shared', id, field: 'range' } });
    if (!criteria.some(({ sharedQuestion }) => sharedQuestion === id))
      faults.push({ code: 'sharedUnused', place: { kind: 'shared', id, field: 'use' } });
  }
  return faults;
}

function checkConsistency(draft: DraftSet): Fault[] {
  const types = new Map(criteriaIn(draft).map(({ id, type }) => [id, type]));
  return draft.consistency.flatMap(({ item, of, message }, index) => {
    const place = { kind: 'consistency', index, field: 'items' } as const;
    const faults: Fault[] = [];
    if (item === of) faults.push({ code: 'sameItem', place });
    for (const id of new Set([item, of])) {
      if (!types.has(id)) faults.push({ code: 'unknownItem', place, values: { item: id } });
      else if (types.get(id) !== 'ratio') faults.push({ code: 'wrongItemType', place, values: { item: id } });
    }
    if (message.trim() === '') faults.push({ code: 'empty', place: { ...place, field: 'message' } });
    return faults;
  });
}

/** The first circle there is, its members in order; null = none. */
function circleIn(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    const at = path.indexOf(node);
    if (at !== -1) return path.slice(at);
    if (done.has(node)) return null;
    path.push(node);
    for (const next of edges.get(node) ?? []) {
      const found = visit(next);
      if (found !== null) return found;
    }
    path.pop();
    done.add(node);
    return null;
  };
  for (const node of edges.keys()) {
    const found = visit(node);
    if (found !== null) return found;
  }
  return null;
}

/** Who must be known before whom, over everything one set says of its own criteria. */
function checkCircles(draft: DraftSet): Fault[] {
  const edges = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    edges.set(from, [...(edges.get(from) ?? []), to]);
  };
  for (const { id, sharedQuestion, rollup } of criteriaIn(draft)) {
    if (sharedQuestion !== undefined) add(id, sharedQuestion);
    if (rollup === undefined) continue;
    if (rollup.num.op !== 'countForms') add(id, rollup.num.item);
    if (rollup.den !== 'hamlet.households') add(id, rollup.den.item);
  }
  // A rule of a criterion with itself is said as such.
  for (const { item, of } of draft.consistency) if (item !== of) add(item, of);
  const circle = circleIn(edges);
  if (circle === null) return [];
  const index = draft.consistency.findIndex(({ item, of }) => circle.includes(item) && circle.includes(of));
  const [first = ''] = circle;
  return [
    {
      code: 'cycle',
      place:
        index === -1
          ? { kind: 'criterion', id: first, field: 'sharedQuestion' }
          : { kind: 'consistency', index, field: 'items' },
      values: { chain: [...circle, first].join(' → ') },
    },
  ];
}

/** `households`: the set the families fill, that a hamlet's figures are counted from. */
export const checkLinks = (draft: DraftSet, households: CriteriaSet | undefined): Fault[] => [
  ...criteriaIn(draft).flatMap((criterion): Fault[] =>
    draft.subjectKind !== 'hamlet' && criterion.rollup !== undefined
      ? [{ code: 'rollupNotHere', place: { kind: 'criterion', id: criterion.id, field: 'rollup' } }]
      : checkRollup(criterion, households),
  ),
  ...checkShared(draft),
  ...checkConsistency(draft),
  ...checkCircles(draft),
];
