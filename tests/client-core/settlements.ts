/** Replies and rows as the store gets them, for its contract. */
import type { PulledRow, Settlement } from '#client/db/engine-store.ts';
import { ASSESSMENT } from './makers.ts';

export const HAMLET = 'hamlet:0193a0b0-0000-7000-8000-0000000000aa';

export const aSettlement = (over: Partial<Settlement> = {}): Settlement => ({
  epoch: '11111111-1111-4111-8111-111111111111',
  challenge: 'c'.repeat(22),
  clockOff: 250,
  at: 1000,
  serverTime: 1250,
  lastSeq: 0,
  safeSeq: 0,
  firstSeq: 1,
  results: [],
  receipt: 'a.b.c',
  rows: [],
  cursors: {},
  evict: [],
  reset: [],
  isCaughtUp: true,
  ...over,
});

export const aComment = (id: string, rev: number): PulledRow => ({
  scope: HAMLET,
  entity: 'comment',
  id,
  rev,
  value: { id, assessmentId: ASSESSMENT, text: `lần ${rev}`, byName: 'Cán bộ', byRole: 'officer', at: 1 },
});
export const answersRow = (
  rev: number,
  fields: Record<string, { opId: string; value: number }[]>,
): PulledRow => ({
  scope: HAMLET,
  entity: 'answers',
  id: ASSESSMENT,
  rev,
  value: { assessmentId: ASSESSMENT, fields },
});
