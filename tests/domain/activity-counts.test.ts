import { expect, test } from 'vitest';
import { activityCounts, type LoggedActivity } from '#domain/activity-counts.ts';
import { criteriaOf, criteriaSetSchema } from '#domain/criteria.ts';
import { defaultActivities } from '#domain/defaults/activities.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { setNamed } from './read-vectors.ts';

const times = (count: number, kind: LoggedActivity['kind'], date = '2025-05-01'): LoggedActivity[] =>
  Array.from({ length: count }, () => ({ kind, date }));

test('meetings and broadcasts of the year count for A2.1, broadcasts twice at the most', () => {
  const log = [
    ...times(1, 'meeting'),
    ...times(5, 'broadcast'),
    ...times(3, 'training'),
    ...times(2, 'meeting', '2024-12-31'),
  ];
  expect(activityCounts(setNamed('hamlet'), log, 2025)).toEqual({
    'A2.1': { count: 3, byKind: { meeting: 1, broadcast: 5 } },
  });
  expect(activityCounts(setNamed('hamlet'), log, 2024)['A2.1']).toMatchObject({ count: 2 });
});

test('a unit’s log answers its checks, its publicity and its proposals, and a school its lessons', () => {
  const log = [
    ...times(2, 'check'),
    ...times(4, 'meeting'),
    ...times(3, 'broadcast'),
    ...times(6, 'training'),
  ];
  expect(activityCounts(setNamed('unit-TH'), log, 2025)).toEqual({
    'C1.3': { count: 2, byKind: { check: 2 } },
    'C2.1': { count: 7, byKind: { meeting: 4, broadcast: 3 } },
    'C5.2': { count: 0, byKind: { proposal: 0 } },
    'TH.5': { count: 6, byKind: { training: 6 } },
  });
  expect(activityCounts(setNamed('household'), log, 2025)).toEqual({});
});

test('the table names count criteria of the default sets, each of them, and nothing else', () => {
  const sets = defaultCriteriaSets();
  const carried = sets
    .flatMap(criteriaOf)
    .flatMap((criterion) =>
      criterion.type === 'count' && criterion.activities !== undefined ? [criterion.id] : [],
    );
  expect([...new Set(carried)].toSorted()).toEqual(Object.keys(defaultActivities).toSorted());
  expect(carried.length).toBeGreaterThan(0);
  for (const set of sets) expect(criteriaSetSchema.safeParse(set).success).toBe(true);
});
