import { expect, test } from 'vitest';
import type { SubjectRecordEntity } from '#protocol/subject-records.ts';
import { actOf } from '#client/features/outbox/item-act.ts';
import type { PendingItem, Thing } from '#client/subject/pending-items.ts';

const aside = (thing: Thing): PendingItem => ({
  key: 'k',
  opId: '0198c1f0-0000-7000-8000-000000000001',
  kind: 'record.put',
  group: 'hand',
  thing,
  state: { word: 'setAside', code: 'STALE_BASIS' },
  result: { verdict: 'refused', code: 'STALE_BASIS' },
  sealedAt: 0,
  receipt: undefined,
});
const paper = (entity: SubjectRecordEntity): Thing => ({ kind: 'paper', entity });

test('what a hamlet or a unit wrote and the commune did not take has a place to mend it', () => {
  const hamlet: [Thing, string][] = [
    [{ kind: 'hamletSheet' }, '/xom/phieu'],
    [{ kind: 'draftAnswers' }, '/xom/phieu'],
    [{ kind: 'photo' }, '/xom/phieu'],
    [{ kind: 'proxySheet', name: 'Lê Thị An' }, '/cac-ho'],
    [{ kind: 'householdNew', name: 'Lê Thị An' }, '/cac-ho'],
    [{ kind: 'householdChange', name: 'Lê Thị An' }, '/cac-ho'],
    [paper('activity'), '/xom/hoat-dong'],
    [paper('evidence'), '/xom/ho-so'],
    [paper('claimReason'), '/xom/phieu'],
    [paper('officialCount'), '/xom/phieu'],
    [{ kind: 'comment' }, '/xom'],
    [{ kind: 'withdraw' }, '/xom'],
  ];
  for (const [thing, href] of hamlet) expect(actOf(aside(thing), 'hamletHead')?.href).toBe(href);
  expect(actOf(aside(paper('activity')), 'unitContact')?.href).toBe('/don-vi/hoat-dong');
  expect(actOf(aside(paper('plan')), 'unitContact')?.href).toBe('/don-vi/ho-so');
  expect(actOf(aside({ kind: 'ownSheet' }), 'household')?.href).toBe('/p');
});

test('control: what waits by itself has no act, and an office is not sent to a hamlet’s pages', () => {
  const queued = { word: 'queued', sealedAt: 0, reason: null, nextTryAt: null } as const;
  expect(actOf({ ...aside(paper('activity')), state: queued }, 'hamletHead')).toBeNull();
  expect(actOf(aside({ kind: 'record' }), 'officer')).toBeNull();
});
