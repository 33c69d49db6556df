import { expect, test } from 'vitest';
import {
  addCriterion,
  changeType,
  copyCriterion,
  moveCriterion,
  patchCriterion,
  removeCriterion,
} from '#domain/criteria-edit/change.ts';
import { compareScores } from '#domain/criteria-edit/compare-scores.ts';
import { differencesOf } from '#domain/criteria-edit/differences.ts';
import { criteriaIn, draftOf, type DraftCriterion, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { freshId, usedIds } from '#domain/criteria-edit/ids.ts';
import { withOptions } from '#domain/criteria-edit/options.ts';
import { screenOrderOf } from '#domain/criteria-edit/set-of.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';

const set = defaultHouseholdSet();
const draft = draftOf(set, 2);
const WORDS = { yes: 'Có', no: 'Không' };
const criterion = (from: DraftSet, id: string): DraftCriterion => {
  const found = criteriaIn(from).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const idsIn = (from: DraftSet): string[] => criteriaIn(from).map(({ id }) => id);

test('an id that any version has used is never given again', () => {
  const gone = removeCriterion(draft, 'B6.2');
  const used = usedIds([set], gone);
  expect(used.has('B6.2')).toBe(true);
  expect(addCriterion(gone, 5, 'yesno', used).id).toBe('B6.3');
  // Control: had no version used it, it would be free.
  expect(addCriterion(gone, 5, 'yesno', usedIds([], gone)).id).toBe('B6.2');
  expect(freshId('x', used)).toBe('x1');
  expect(freshId('x', used)).toBe('x2');
});

test('moving keeps ids and all that names them, also over the edge of a group, and goes back', () => {
  const moved = moveCriterion(draft, 'B1.2', 1);
  expect(moved.groups[1]?.criteria[0]?.id).toBe('B1.2');
  expect(moveCriterion(moved, 'B1.2', -1)).toEqual(draft);
  expect(idsIn(moved).toSorted()).toEqual(idsIn(draft).toSorted());
  expect(moveCriterion(draft, 'B1.1', -1)).toEqual(draft);
  expect(moveCriterion(draft, 'B6.2', 1)).toEqual(draft);
});

test('a copy asks the same under ids of its own', () => {
  const copied = copyCriterion(draft, 'B1.2', usedIds([set], draft));
  if (copied === null) throw new Error('no copy');
  const [from, copy] = [criterion(copied.draft, 'B1.2'), criterion(copied.draft, copied.id)];
  expect(copy.levels?.map(({ label }) => label)).toEqual(from.levels?.map(({ label }) => label));
  const ids = [...(from.levels ?? []), ...(copy.levels ?? [])].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(copy.screen.options.flatMap((option) => (option.kind === 'level' ? [option.level] : []))).toEqual(
    copy.levels?.map(({ id }) => id),
  );
});

test('another type of a published question is another question; of a new one it is the same', () => {
  const used = usedIds([set], draft);
  const published = new Set(criteriaOf(set).map(({ id }) => id));
  const asLevel = changeType(draft, criterion(draft, 'B1.1'), { type: 'level', published, used });
  expect(asLevel.id).toBe('B1.3');
  expect(criterion(asLevel.draft, 'B1.3').levels).toHaveLength(2);
  const added = addCriterion(draft, 0, 'yesno', used);
  const same = changeType(added.draft, criterion(added.draft, added.id), { type: 'count', published, used });
  expect(same.id).toBe(added.id);
});

test('options follow levels and "không áp dụng"; a label of its own stays', () => {
  const before = criterion(draft, 'B1.2');
  const levels = (before.levels ?? []).map((level, at) =>
    at === 0 ? { ...level, label: 'Chưa vào mạng' } : level,
  );
  const own = before.screen.options.find(
    (option) => option.kind === 'level' && option.level === 'B1.2-0',
  )?.label;
  const after = withOptions({ ...before, levels }, before, WORDS);
  const label = after.screen.options.find(
    (option) => option.kind === 'level' && option.level === 'B1.2-0',
  )?.label;
  expect(label).toBe(own === before.levels?.[0]?.label ? 'Chưa vào mạng' : own);
  const { notApplicable: _, ...never } = before;
  expect(withOptions(never, before, WORDS).screen.options.some(({ kind }) => kind === 'na')).toBe(false);
  expect(withOptions(before, before, WORDS)).toEqual(before);
});

test('the screens keep their order; a new question stands after its neighbour, a shared one before its first', () => {
  const used = usedIds([set], draft);
  expect(screenOrderOf(draft)).toEqual(set.screenOrder);
  const added = addCriterion(draft, 0, 'yesno', used);
  const order = screenOrderOf(added.draft);
  expect(order[order.indexOf('B1.2') + 1]).toBe(added.id);
  expect(screenOrderOf(removeCriterion(draft, 'B3.1'))).not.toContain('B3.1');
});

test('differences name the field with what stood and what stands; two equal sets have none', () => {
  for (const each of defaultCriteriaSets())
    expect(differencesOf(draftOf(each, 1), draftOf(each, 2))).toEqual([]);
  const next = patchCriterion(draft, { ...criterion(draft, 'B2.1'), targetPercent: 70 });
  expect(differencesOf(draft, next)).toEqual([
    {
      kind: 'changed',
      of: 'criterion',
      id: 'B2.1',
      name: 'B2.1',
      field: 'targetPercent',
      before: 80,
      after: 70,
    },
  ]);
  expect(differencesOf(draft, removeCriterion(draft, 'B1.1'))).toEqual([
    { kind: 'removed', of: 'criterion', id: 'B1.1', name: 'B1.1', before: 'Có thiết bị thông minh' },
  ]);
  expect(differencesOf(draft, moveCriterion(draft, 'B1.1', 1))).toEqual([
    { kind: 'moved', of: 'set', id: 'household', name: draft.name, field: 'order' },
  ]);
  expect(differencesOf(draft, moveCriterion(draft, 'B1.2', 1))).toEqual([
    { kind: 'changed', of: 'criterion', id: 'B1.2', name: 'B1.2', field: 'group', before: 'B1', after: 'B2' },
  ]);
});

test('sent forms scored under both versions: points, ranks within their group, and which criteria moved', () => {
  const after = {
    ...set,
    version: 2,
    groups: set.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((each) =>
        each.id === 'B1.1'
          ? { ...each, maxPoints: 100 }
          : each.id === 'B2.3'
            ? { ...each, maxPoints: 1200 }
            : each,
      ),
    })),
  };
  const form = (subjectId: string, answers: Record<string, boolean>) => ({
    subjectId,
    name: subjectId,
    group: 'Chùa 9',
    answers,
  });
  const rows = compareScores(
    [form('a', { 'B1.1': true }), form('b', { 'B2.3': true }), form('c', { 'B1.1': true })],
    set,
    after,
  );
  expect(rows.map(({ before, after: now }) => [before.rank, now.rank])).toEqual([
    [1, 2],
    [3, 1],
    [1, 2],
  ]);
  expect(rows[0]?.criteria).toEqual(['B1.1']);
  expect(compareScores([form('a', { 'B1.1': true })], set, set)[0]?.criteria).toEqual([]);
});
