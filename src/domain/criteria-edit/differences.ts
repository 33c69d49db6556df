/** What one version says otherwise than another, field by field; the screen puts it into words. */
import { criteriaIn, type DraftCriterion, type DraftSet } from './draft.ts';

export type Shown = string | number | boolean | null | readonly (string | number)[] | object;

export interface Difference {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Whose: a criterion, a group, a shared question, a grade, or the set itself. */
  of: 'set' | 'group' | 'criterion' | 'shared' | 'consistency' | 'grade';
  id: string;
  /** Code or name to call it by: the new one, the old one where it is gone. */
  name: string;
  /** Field that changed: `targetPercent`, `level`, `step`; absent when all of it came or went. */
  field?: string;
  /** Which level, step or option. */
  part?: string;
  before?: Shown;
  after?: Shown;
}

type Leaves = Map<string, { field: string; part?: string; value: Shown }>;

/** Not compared as fields: ids do not change, order is told as a move, options are told apart one by one. */
const APART: ReadonlySet<string> = new Set(['id', 'levels', 'steps', 'screen']);

function leavesOf(criterion: DraftCriterion, group: string): Leaves {
  const leaves: Leaves = new Map([['group', { field: 'group', value: group }]]);
  for (const [field, value] of Object.entries(criterion))
    if (!APART.has(field) && value !== undefined) leaves.set(field, { field, value: value ?? '' });
  for (const [at, level] of (criterion.levels ?? []).entries()) {
    leaves.set(`level ${level.id}`, { field: 'level', part: level.id, value: level.label });
    leaves.set(`levelPoints ${level.id}`, { field: 'levelPoints', part: level.label, value: level.points });
    leaves.set(`levelAt ${level.id}`, { field: 'levelAt', part: level.label, value: at + 1 });
  }
  for (const { min, points } of criterion.type === 'count' ? (criterion.steps ?? []) : [])
    leaves.set(`step ${min}`, { field: 'step', part: String(min ?? ''), value: points });
  const { question, help, control, options } = criterion.screen;
  leaves.set('question', { field: 'question', value: question });
  leaves.set('screenHelp', { field: 'screenHelp', value: help });
  leaves.set('control', { field: 'control', value: control });
  for (const option of options) {
    const part =
      option.kind === 'level'
        ? option.level
        : option.kind === 'tick'
          ? option.id
          : option.kind === 'yesno'
            ? String(option.value)
            : option.kind;
    leaves.set(`option ${option.kind} ${part}`, { field: 'option', part, value: option.label });
  }
  return leaves;
}

const plain = (record: Readonly<Record<string, unknown>>): Leaves =>
  new Map(
    Object.entries(record).flatMap(([field, value]) =>
      field === 'id' || value === undefined
        ? []
        : [[field, { field, value: isShown(value) ? value : null }] as const],
    ),
  );
const isShown = (value: unknown): value is Shown =>
  value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value);

interface Owner {
  of: Difference['of'];
  id: string;
  name: string;
  leaves: Leaves;
}

function ownersIn(set: DraftSet): Owner[] {
  const { name, naCapPoints } = set;
  return [
    { of: 'set', id: set.id, name, leaves: plain({ name, naCapPoints }) },
    ...set.groups.flatMap((group): Owner[] => [
      // A group has no id: it is who its criteria say it is, and its code is its name.
      { of: 'group', id: group.code, name: group.code, leaves: plain({ name: group.name }) },
      ...group.criteria.map((criterion): Owner => ({
        of: 'criterion',
        id: criterion.id,
        name: criterion.code,
        leaves: leavesOf(criterion, group.code),
      })),
    ]),
    ...set.sharedQuestions.map(({ id, source, min, max, screen }): Owner => ({
      of: 'shared',
      id,
      name: screen.question,
      leaves: plain({ source, min, max, question: screen.question, screenHelp: screen.help }),
    })),
    ...set.consistency.map(({ item, of, message }): Owner => ({
      of: 'consistency',
      id: `${item} ${of}`,
      name: `${item}, ${of}`,
      leaves: plain({ message }),
    })),
    ...set.grades.map(({ id, name: called, min }): Owner => ({
      of: 'grade',
      id,
      name: called,
      leaves: plain({ name: called, min }),
    })),
  ];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changesOf(before: Owner, after: Owner): Difference[] {
  const keys = [...new Set([...before.leaves.keys(), ...after.leaves.keys()])];
  return keys.flatMap((key): Difference[] => {
    const [was, is] = [before.leaves.get(key), after.leaves.get(key)];
    if (isSame(was?.value, is?.value)) return [];
    const { field, part } = is ?? was ?? { field: key };
    return [
      {
        kind: 'changed',
        of: after.of,
        id: after.id,
        name: after.name,
        field,
        ...(part !== undefined && { part }),
        ...(was !== undefined && { before: was.value }),
        ...(is !== undefined && { after: is.value }),
      },
    ];
  });
}

/** Criteria both have whose neighbours in order changed though their group did not. */
function isReordered(before: DraftSet, after: DraftSet): boolean {
  const order = (set: DraftSet, other: DraftSet): string[] => {
    const known = new Map(
      other.groups.flatMap(({ code, criteria }) => criteria.map(({ id }) => [id, code] as const)),
    );
    return set.groups.flatMap(({ code, criteria }) =>
      criteria.map(({ id }) => id).filter((id) => known.get(id) === code),
    );
  };
  return !isSame(order(before, after), order(after, before));
}

/** In the order of the newer one; what is gone comes last. */
export function differencesOf(before: DraftSet, after: DraftSet): Difference[] {
  const key = ({ of, id }: Owner): string => `${of} ${id}`;
  const old = new Map(ownersIn(before).map((owner) => [key(owner), owner]));
  const fresh = ownersIn(after);
  const kept = new Set(fresh.map(key));
  const told = fresh.flatMap((owner): Difference[] => {
    const was = old.get(key(owner));
    if (was !== undefined) return changesOf(was, owner);
    return [{ kind: 'added', of: owner.of, id: owner.id, name: owner.name, after: titleOf(after, owner) }];
  });
  const gone = [...old.values()]
    .filter((owner) => !kept.has(key(owner)))
    .map((owner): Difference => ({
      kind: 'removed',
      of: owner.of,
      id: owner.id,
      name: owner.name,
      before: titleOf(before, owner),
    }));
  const order: Difference[] = isReordered(before, after)
    ? [{ kind: 'moved', of: 'set', id: after.id, name: after.name, field: 'order' }]
    : [];
  return [...told, ...order, ...gone];
}

const titleOf = (set: DraftSet, { of, id, name }: Owner): string =>
  of === 'criterion'
    ? (criteriaIn(set).find((criterion) => criterion.id === id)?.shortText ?? name)
    : of === 'group'
      ? (set.groups.find(({ code }) => code === id)?.name ?? name)
      : name;
