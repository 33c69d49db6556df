/**
 * Which counts of the default sets a log of activities answers (`domain.md` §2.1 A2.1, §2.3 C1.3, C2.1, C5.2, DT.1,
 * TH.5). Beside the JSON, which does not carry it. Counts of people, products or software are no activities; online
 * meetings (CQ.4) are not told from others in the log.
 */
import type { Criterion, CriteriaSet } from '../criteria.ts';

type ActivityRule = NonNullable<Extract<Criterion, { type: 'count' }>['activities']>;

export const defaultActivities: Readonly<Record<string, ActivityRule>> = {
  // "phát thanh tính nhiều nhất 2 buổi"
  'A2.1': { kinds: ['meeting', 'broadcast'], caps: { broadcast: 2 } },
  'C1.3': { kinds: ['check'] },
  'C2.1': { kinds: ['meeting', 'broadcast'] },
  'C5.2': { kinds: ['proposal'] },
  'DT.1': { kinds: ['meeting', 'broadcast'] },
  'TH.5': { kinds: ['training'] },
};

export const withActivities = (set: CriteriaSet): CriteriaSet => ({
  ...set,
  groups: set.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((criterion) => {
      const activities = defaultActivities[criterion.id];
      return criterion.type === 'count' && activities !== undefined
        ? { ...criterion, activities }
        : criterion;
    }),
  })),
});
