/**
 * Points at which a test may stop, slow or kill the server. Injected by a test's own entry; no environment variable and
 * no header reaches it.
 */
export type FaultPoint = 'beforeJudge' | 'beforeCommit' | 'afterCommit';

export interface Faults {
  at(point: FaultPoint): void | Promise<void>;
  /** Kinds of operation an earlier build did not know; absent: this build. */
  lacks?: (kind: string) => boolean;
}

export const noFaults: Faults = { at: () => undefined };
