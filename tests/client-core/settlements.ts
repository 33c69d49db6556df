/** Replies and rows as the store gets them, for its contract. */
import { expect } from 'vitest';
import { CHAIN_START } from '#protocol/hash.ts';
import type { EngineStore, PulledRow, Settlement } from '#client/db/engine-store.ts';
import { adoptRow } from '#client/db/registers.ts';
import { ASSESSMENT } from './makers.ts';

export const HAMLET = 'hamlet:0193a0b0-0000-7000-8000-0000000000aa';

export const aSettlement = (over: Partial<Settlement> = {}): Settlement => ({
  epoch: '11111111-1111-4111-8111-111111111111',
  challenge: 'c'.repeat(22),
  clockOff: 250,
  at: 1000,
  serverTime: 1250,
  lastSeq: 0,
  deviceId: 'd'.repeat(43),
  chain: CHAIN_START,
  safeSeq: 0,
  safeAt: null,
  drainUntil: null,
  firstSeq: 1,
  results: [],
  receipt: 'a.b.c',
  rows: [],
  cursors: {},
  evict: [],
  reset: [],
  isCaughtUp: true,
  unreadBy: null,
  adopt: adoptRow,
  ...over,
});

/** Settles a reply about the history this store has. */
export async function settle(store: EngineStore, over: Partial<Settlement> = {}): Promise<void> {
  const chain = (await store.chainAt(over.lastSeq ?? 0)) ?? CHAIN_START;
  expect(await store.settle(aSettlement({ chain, ...over }))).toBe('settled');
}

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
