import { expect, test } from 'vitest';
import { applyTo, changedFields, type CriterionChange } from '#domain/criteria-edit/apply-across.ts';
import { patchCriterion } from '#domain/criteria-edit/change.ts';
import { criteriaIn, draftOf, type DraftCriterion, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { usedIds } from '#domain/criteria-edit/ids.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';

const sets = defaultCriteriaSets().filter(({ subjectKind }) => subjectKind === 'unit');
const drafts = sets.map((set) => draftOf(set, 2));
const [own, ...others] = drafts;
if (own === undefined || others.length !== 5) throw new Error('six sectors');
/** What all six ask alike. */
const shared = criteriaIn(own).find(({ id }) =>
  others.every((draft) => criteriaIn(draft).some((each) => each.id === id)),
);
/** What the first alone asks. */
const alone = criteriaIn(own).find(
  ({ id }) => !others.some((draft) => criteriaIn(draft).some((each) => each.id === id)),
);
if (shared === undefined || alone === undefined) throw new Error('a core and a part of its own');
const group = own.groups.find(({ criteria }) => criteria.includes(shared))?.code ?? '';
const found = (draft: DraftSet, id: string): DraftCriterion | undefined =>
  criteriaIn(draft).find((each) => each.id === id);
const none: ReadonlySet<string> = new Set();

test('what was changed in one sector’s criterion is changed in all six, and nothing else of them', () => {
  const change: CriterionChange = {
    before: shared,
    after: { ...shared, text: 'Cách gọi mới', note: 'Họp thống nhất ngày 5/11' },
    group,
  };
  expect(changedFields(change)).toEqual(['text', 'note']);
  for (const target of others) {
    // A sector's own wording of another field stays.
    const worded = patchCriterion(target, { ...(found(target, shared.id) ?? shared), evidence: 'Sổ trực' });
    const applied = applyTo(worded, change, none);
    if (applied.kind !== 'changes') throw new Error(applied.kind);
    expect(found(applied.draft, shared.id)).toEqual({
      ...found(worded, shared.id),
      text: 'Cách gọi mới',
      note: 'Họp thống nhất ngày 5/11',
    });
    expect(applied.differences.map(({ field }) => field)).toEqual(['text', 'note']);
    expect(applyTo(applied.draft, change, none)).toEqual({ kind: 'same' });
    // Control: the criterion carried over as a whole would have taken the sector's wording away.
    const whole = patchCriterion(worded, change.after);
    expect(found(whole, shared.id)?.evidence).not.toBe('Sổ trực');
  }
});

test('a field that was taken away goes; a criterion the others do not have stays theirs not to have', () => {
  const noted: DraftCriterion = { ...shared, note: 'Bỏ sau' };
  const target = patchCriterion(others[0] ?? own, noted);
  const applied = applyTo(target, { before: noted, after: shared, group }, none);
  expect(applied.kind === 'changes' && found(applied.draft, shared.id)).not.toHaveProperty('note');
  for (const draft of others)
    expect(applyTo(draft, { before: alone, after: { ...alone, text: 'Khác' }, group }, none)).toEqual({
      kind: 'none',
    });
});

test('a new criterion goes to the end of the group of the same code, never under an id that was used', () => {
  const added: DraftCriterion = { ...shared, id: 'C9.9', code: 'C9.9' };
  const change: CriterionChange = { before: undefined, after: added, group };
  const target = others[0] ?? own;
  const applied = applyTo(target, change, usedIds([], target));
  if (applied.kind !== 'changes') throw new Error(applied.kind);
  expect(applied.draft.groups.find(({ code }) => code === group)?.criteria.at(-1)).toEqual(added);
  expect(applyTo(target, change, new Set(['C9.9']))).toEqual({ kind: 'none' });
  expect(applyTo(target, { ...change, group: 'Z9' }, none)).toEqual({ kind: 'none' });
});
