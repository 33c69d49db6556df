/**
 * One change of a criterion carried over to the sets of other sectors, which share the core's criteria by id
 * (`domain.md` §2.3). Only what was changed is carried, field by field: where a sector words something else its own way,
 * that stays. Pure.
 */
import { differencesOf, type Difference } from './differences.ts';
import { criteriaIn, readDraft, type DraftCriterion, type DraftSet } from './draft.ts';

/** The criterion as published, absent for a new one, and in hand. */
export interface CriterionChange {
  before: DraftCriterion | undefined;
  after: DraftCriterion;
  /** Code of the group it stands in. */
  group: string;
}

export type Applied =
  | { kind: 'changes'; draft: DraftSet; differences: Difference[] }
  /** It says all of this already. */
  | { kind: 'same' }
  /** It has neither the criterion nor, for a new one, its group; or has given the id to another. */
  | { kind: 'none' };

const fieldsOf = (criterion: DraftCriterion | undefined): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(criterion ?? {}).filter(([, value]) => value !== undefined));
const text = (value: unknown): string => JSON.stringify(value) ?? '';

/** Names of the fields that are not as they were; those that came or went among them. */
export function changedFields({ before, after }: Pick<CriterionChange, 'before' | 'after'>): string[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (field) => text(was.get(field)) !== text(is.get(field)),
  );
}

function withFields(target: DraftCriterion, change: CriterionChange): object {
  const merged = new Map(fieldsOf(target));
  const is = fieldsOf(change.after);
  for (const field of changedFields(change))
    if (is.has(field)) merged.set(field, is.get(field));
    else merged.delete(field);
  return Object.fromEntries(merged);
}

/** `used`: ids that any version of the target has given out, so that old answers keep their meaning. */
export function applyTo(target: DraftSet, change: CriterionChange, used: ReadonlySet<string>): Applied {
  const { before, after, group } = change;
  const isThere = criteriaIn(target).some(({ id }) => id === after.id);
  const takesNew =
    before === undefined && !used.has(after.id) && target.groups.some(({ code }) => code === group);
  if (!isThere && !takesNew) return { kind: 'none' };
  const groups = target.groups.map(({ criteria, ...each }) => ({
    ...each,
    criteria: isThere
      ? criteria.map((criterion) => (criterion.id === after.id ? withFields(criterion, change) : criterion))
      : each.code === group
        ? [...criteria, after]
        : criteria,
  }));
  const draft = readDraft({ ...target, groups });
  // Half of two types of criterion would be neither.
  if (draft === null) return { kind: 'none' };
  const differences = differencesOf(target, draft);
  return differences.length === 0 ? { kind: 'same' } : { kind: 'changes', draft, differences };
}
