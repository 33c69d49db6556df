/** Drafts, clocks and dice for the client's tests. */
import { createIdMaker, type Chance, type Clock } from '#protocol/ids.ts';
import type { DraftRow } from '#client/db/model.ts';

/** A clock the test turns by hand. */
export function handClock(start = Date.UTC(2025, 10, 1)): Clock & { turn(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    turn: (ms) => {
      now += ms;
    },
  };
}

/** Dice that fall the same way for the same seed (mulberry32). */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 255;
  };
  return { bytes: (length) => Uint8Array.from({ length }, next) };
}

export const idMaker = (seed: number): (() => string) =>
  createIdMaker({ now: () => 1_700_000_000_000 + seed }, seededChance(seed));

export const ASSESSMENT = '0193a0b0-0000-7000-8000-000000000001';

export const aDraft = (over: Partial<DraftRow> = {}): DraftRow => ({
  id: ASSESSMENT,
  assessmentId: ASSESSMENT,
  subjectKind: 'hamlet',
  subjectName: 'Xóm Chùa 9',
  channel: 'self',
  criteriaSet: 'hamlet@1',
  answers: {},
  ticks: {},
  consent: {},
  consentMode: 'self',
  witness: '',
  signedOffBy: '',
  place: '',
  status: 'open',
  updatedAt: 1,
  sealed: {},
  ...over,
});
