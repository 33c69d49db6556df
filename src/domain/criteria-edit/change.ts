/** One edit of a draft: each gives a new draft and leaves the old one as it was, which is what *Hoàn tác* goes back to. */
import { copyWithFreshIds, freshCriterionId, freshLevelId } from './ids.ts';
import type { CriterionType, DraftCriterion, DraftGroup, DraftSet } from './draft.ts';
import { controlsOf } from './options.ts';

const changeGroups = (draft: DraftSet, groups: DraftGroup[]): DraftSet => ({ ...draft, groups });

const inGroups = (
  draft: DraftSet,
  change: (criteria: DraftCriterion[], group: DraftGroup) => DraftCriterion[],
): DraftSet =>
  changeGroups(
    draft,
    draft.groups.map((group) => ({ ...group, criteria: change(group.criteria, group) })),
  );

export const patchCriterion = (draft: DraftSet, next: DraftCriterion): DraftSet =>
  inGroups(draft, (criteria) => criteria.map((criterion) => (criterion.id === next.id ? next : criterion)));

export const patchGroup = (
  draft: DraftSet,
  index: number,
  patch: Partial<Pick<DraftGroup, 'code' | 'name'>>,
): DraftSet =>
  changeGroups(
    draft,
    draft.groups.map((group, at) => (at === index ? { ...group, ...patch } : group)),
  );

export const addGroup = (draft: DraftSet): DraftSet =>
  changeGroups(draft, [...draft.groups, { code: '', name: '', criteria: [] }]);

export const removeGroup = (draft: DraftSet, index: number): DraftSet =>
  changeGroups(
    draft,
    draft.groups.filter((_, at) => at !== index),
  );

/** Swaps two places; what would leave the list stays where it is. */
export function swapped<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const [a, b] = [list[from], list[to]];
  if (a === undefined || b === undefined) return [...list];
  return list.map((item, at) => (at === from ? b : at === to ? a : item));
}

export const moveGroup = (draft: DraftSet, index: number, by: 1 | -1): DraftSet =>
  changeGroups(draft, swapped(draft.groups, index, index + by));

const placeOf = (draft: DraftSet, id: string): { group: number; at: number } | null => {
  for (const [group, { criteria }] of draft.groups.entries()) {
    const at = criteria.findIndex((criterion) => criterion.id === id);
    if (at !== -1) return { group, at };
  }
  return null;
};

/** One place up or down; from the end of its group into the neighbour, keeping its id and all that names it. */
export function moveCriterion(draft: DraftSet, id: string, by: 1 | -1): DraftSet {
  const place = placeOf(draft, id);
  const group = place === null ? undefined : draft.groups[place.group];
  const moved = place === null ? undefined : group?.criteria[place.at];
  if (place === null || group === undefined || moved === undefined) return draft;
  const to = place.at + by;
  if (to >= 0 && to < group.criteria.length)
    return inGroups(draft, (criteria, each) => (each === group ? swapped(criteria, place.at, to) : criteria));
  const neighbour = draft.groups[place.group + by];
  if (neighbour === undefined) return draft;
  return inGroups(draft, (criteria, each) => {
    if (each === group) return criteria.filter((criterion) => criterion.id !== id);
    if (each !== neighbour) return criteria;
    return by === 1 ? [moved, ...criteria] : [...criteria, moved];
  });
}

/** Nothing filled in but its type. `used` learns its ids. */
export function blankCriterion(
  { id, code }: { id: string; code: string },
  type: CriterionType,
  used: Set<string>,
): DraftCriterion {
  const levels = (): DraftCriterion['levels'] => [
    { id: freshLevelId(id, used), label: '', points: 0 },
    { id: freshLevelId(id, used), label: '', points: null },
  ];
  return {
    id,
    type,
    code,
    text: '',
    shortText: '',
    maxPoints: null,
    rule: '',
    pillar: null,
    sectorTags: [],
    planClause: '',
    evidence: '',
    evidenceKinds: [],
    effort: 1,
    help: '',
    screen: { question: '', help: '', control: controlsOf[type][0], options: [] },
    ...((type === 'level' || type === 'text') && { levels: levels() }),
    ...(type === 'ratio' && { numerator: '', denominator: '', targetPercent: null }),
    ...(type === 'count' && { unit: '', steps: [{ min: 1, points: null }] }),
  };
}

/** A new criterion at the end of a group, by an id and a code nobody has had. */
export function addCriterion(
  draft: DraftSet,
  index: number,
  type: CriterionType,
  used: Set<string>,
): { draft: DraftSet; id: string } {
  const code = draft.groups[index]?.code ?? '';
  const id = freshCriterionId(code, used);
  const criterion = blankCriterion({ id, code: id }, type, used);
  return {
    id,
    draft: inGroups(draft, (criteria, group) =>
      group === draft.groups[index] ? [...criteria, criterion] : criteria,
    ),
  };
}

/** A copy right after the one it is of. */
export function copyCriterion(
  draft: DraftSet,
  id: string,
  used: Set<string>,
): { draft: DraftSet; id: string } | null {
  const place = placeOf(draft, id);
  const group = place === null ? undefined : draft.groups[place.group];
  const from = place === null ? undefined : group?.criteria[place.at];
  if (group === undefined || from === undefined) return null;
  const fresh = copyWithFreshIds(from, group.code, used);
  const copy = { ...fresh, code: fresh.id };
  return {
    id: copy.id,
    draft: inGroups(draft, (criteria) =>
      criteria.flatMap((criterion) => (criterion.id === id ? [criterion, copy] : [criterion])),
    ),
  };
}

/** With it go the rules between it and others; what other sets ask of it is found when they are checked. */
export const removeCriterion = (draft: DraftSet, id: string): DraftSet => ({
  ...inGroups(draft, (criteria) => criteria.filter((criterion) => criterion.id !== id)),
  consistency: draft.consistency.filter(({ item, of }) => item !== id && of !== id),
});

/**
 * Another type. What a version has published under this id keeps its meaning, so the criterion gets a new id then;
 * `published`: ids of earlier versions.
 */
export function changeType(
  draft: DraftSet,
  criterion: DraftCriterion,
  { type, published, used }: { type: CriterionType; published: ReadonlySet<string>; used: Set<string> },
): { draft: DraftSet; id: string } {
  const group = draft.groups.find(({ criteria }) => criteria.some(({ id }) => id === criterion.id));
  const id = published.has(criterion.id) ? freshCriterionId(group?.code ?? '', used) : criterion.id;
  const blank = blankCriterion({ id, code: criterion.code }, type, used);
  const takesLevels = type === 'level' || type === 'text';
  const next: DraftCriterion = {
    ...blank,
    ...criterion,
    id,
    type,
    rule: '',
    // Levels that a version has published belong to that version's criterion.
    ...(takesLevels && {
      levels: id === criterion.id ? (criterion.levels ?? blank.levels) : blank.levels,
    }),
    screen: { ...criterion.screen, control: controlsOf[type][0], options: [] },
  };
  if (type !== 'ratio') {
    delete next.rollup;
    delete next.sharedQuestion;
  }
  if (type !== 'count') delete next.activities;
  delete next.auto;
  const swap = (each: string): string => (each === criterion.id ? id : each);
  return {
    id,
    draft: {
      ...inGroups(draft, (criteria) => criteria.map((each) => (each.id === criterion.id ? next : each))),
      consistency: draft.consistency.filter(
        ({ item, of }) => type === 'ratio' || (swap(item) !== id && swap(of) !== id),
      ),
    },
  };
}
