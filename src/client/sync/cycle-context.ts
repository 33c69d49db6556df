/** What one cycle of the engine works with, and what it ends with. */
import type { EngineStore } from '#client/db/engine-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import type { Budget } from './budget.ts';
import type { Environment } from './environment.ts';
import type { Transport, Unreachable } from './transport.ts';

/** The profile as it is now, and the one way to change it. */
export interface ProfileCard {
  current(): ProfileRow;
  /** Takes over what another tab or the worker changed. */
  reload(): Promise<void>;
  change(profile: ProfileRow): Promise<void>;
}

export interface CycleContext {
  store: EngineStore;
  transport: Transport;
  environment: Environment;
  profile: ProfileCard;
  /** Kept from cycle to cycle: a bad line is remembered. */
  budget: Budget;
  installationId: () => Promise<string>;
  /** An officer stopped the background pull: what is written here still goes, and no rows are asked for. */
  pausesRows?: () => Promise<boolean>;
  /** Something moved: whoever watches over a cycle that hangs begins to count anew. */
  onProgress?: () => void;
  /** The photos' turn, once the words are with the commune; the worker sends none. `again`: something went. */
  sendPhotos?: () => Promise<
    { kind: 'idle' } | { kind: 'again' } | Extract<CycleOutcome, { kind: 'unreachable' | 'busy' }>
  >;
}

export type CycleOutcome =
  /** `isMore`: photos are on their way; the next cycle goes on with them at once. */
  | { kind: 'done'; isMore?: boolean }
  | { kind: 'unreachable'; reason: Unreachable }
  /** `problem`: what the commune said, where it said something. */
  | { kind: 'busy'; retryAfterMs: number | null; problem?: ProblemCode }
  | { kind: 'needsScan' }
  | { kind: 'codeRefused' };
