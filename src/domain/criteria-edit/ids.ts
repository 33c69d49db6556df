/** Ids of what is new. None is ever one that any version of the set has used: old answers keep their meaning. */
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet } from '../criteria.ts';
import { criteriaIn, type DraftCriterion, type DraftSet } from './draft.ts';

interface Identified {
  id: string;
  levels?: readonly { id: string }[] | undefined;
  screen: { options: readonly object[] };
}

const idsOf = (criterion: Identified): string[] => [
  criterion.id,
  ...(criterion.levels ?? []).map(({ id }) => id),
  ...criterion.screen.options.flatMap((option) =>
    'kind' in option && option.kind === 'tick' && 'id' in option && typeof option.id === 'string'
      ? [option.id]
      : [],
  ),
];

/** Every id that `versions` of a set, and the draft itself, have ever given out. */
export const usedIds = (versions: readonly CriteriaSet[], draft: DraftSet): Set<string> =>
  new Set([
    ...versions.flatMap((set) => [
      ...criteriaOf(set).flatMap((criterion) =>
        idsOf({ ...criterion, levels: 'levels' in criterion ? criterion.levels : undefined }),
      ),
      ...set.sharedQuestions.map(({ id }) => id),
      ...set.grades.map(({ id }) => id),
    ]),
    ...criteriaIn(draft).flatMap(idsOf),
    ...draft.sharedQuestions.map(({ id }) => id),
    ...draft.grades.map(({ id }) => id),
  ]);

/** The first of `stem1`, `stem2` … that `used` does not know; `used` knows it from then on. */
export function freshId(stem: string, used: Set<string>, from = 1): string {
  let n = from;
  while (used.has(`${stem}${n}`)) n += 1;
  const id = `${stem}${n}`;
  used.add(id);
  return id;
}

const LETTERS = /[^A-Za-z0-9]/g;

/** `A2.4` for a new criterion of group A2, `A2.4-0` for its first level. */
export const freshCriterionId = (groupCode: string, used: Set<string>): string => {
  const stem = groupCode
    .replaceAll(LETTERS, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 20);
  return freshId(`${stem === '' ? 'T' : stem}.`, used);
};
export const freshLevelId = (criterionId: string, used: Set<string>): string =>
  freshId(`${criterionId}-`, used, 0);
/** Ticks are letters and digits alone. */
export const freshTickId = (criterionId: string, used: Set<string>): string =>
  freshId(`${criterionId.replaceAll(LETTERS, '').slice(0, 20)}t`, used);

/** A copy with ids of its own: what it refers to stays, what it is, is new. */
export function copyWithFreshIds(
  criterion: DraftCriterion,
  groupCode: string,
  used: Set<string>,
): DraftCriterion {
  const id = freshCriterionId(groupCode, used);
  const levels = new Map(
    (criterion.levels ?? []).map((level) => [level.id, freshLevelId(id, used)] as const),
  );
  return {
    ...criterion,
    id,
    ...(criterion.levels !== undefined && {
      levels: criterion.levels.map((level) => ({ ...level, id: levels.get(level.id) ?? level.id })),
    }),
    screen: {
      ...criterion.screen,
      options: criterion.screen.options.map((option) => {
        if (option.kind === 'level') return { ...option, level: levels.get(option.level) ?? option.level };
        return option.kind === 'tick' ? { ...option, id: freshTickId(id, used) } : option;
      }),
    },
  };
}
