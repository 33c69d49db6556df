/** When to try again. Full jitter, so that phones that failed together do not come back together. */
import type { CycleOutcome } from './cycle-context.ts';

const FIRST_MS = 2000;
const CAP_MS = 5 * 60_000;
const PORTAL_CAP_MS = 60_000;
/** A server that asks for more is asked again all the same. */
const RETRY_AFTER_MAX_MS = 60 * 60_000;
/** While a person looks on and something waits, a network that is back is noticed within this. */
const WATCHED_MS = { least: 2000, most: 5000 };

export interface RetryFacts {
  /** Tries since the last success or tap, this one included. */
  attempt: number;
  isVisible: boolean;
  isWaiting: boolean;
  /** 0 (in) to 1 (out). */
  luck: number;
}

const jittered = (facts: RetryFacts, capMs: number): number =>
  Math.max(1000, Math.round(facts.luck * Math.min(capMs, FIRST_MS * 2 ** Math.min(facts.attempt, 20))));

/** Milliseconds until the next automatic try; null = only a person's tap (or a new code) helps. */
export function retryMs(outcome: Exclude<CycleOutcome, { kind: 'done' }>, facts: RetryFacts): number | null {
  switch (outcome.kind) {
    case 'needsScan':
    case 'codeRefused':
      return null;
    case 'busy':
      return Math.max(Math.min(outcome.retryAfterMs ?? 0, RETRY_AFTER_MAX_MS), jittered(facts, CAP_MS));
    case 'unreachable':
      if (outcome.reason === 'noNetwork' && facts.isVisible && facts.isWaiting)
        return Math.round(WATCHED_MS.least + facts.luck * (WATCHED_MS.most - WATCHED_MS.least));
      return jittered(facts, outcome.reason === 'captivePortal' ? PORTAL_CAP_MS : CAP_MS);
  }
}

/** Automatic wake-ups after `online` are spread, so that a cell tower coming back is not a stampede. */
export const spreadMs = (luck: number): number => Math.round(luck * WATCHED_MS.most);
