/**
 * Decides when a cycle runs; what it does is `cycle.ts`. Any single hint (online, visible, timer, Background Sync) may
 * fail without consequence, because each of the others leads to the same cycle.
 */
import type { ProblemCode } from '#protocol/problem.ts';
import type { EnginePhase } from '#client/workspace.ts';
import { retryMs, spreadMs } from './backoff.ts';
import type { CycleOutcome } from './cycle-context.ts';
import { fraction, type Environment, type Handle, type WakeEvent } from './environment.ts';

/** `drafted`: a draft that travels was saved; `hand`: a person's tap. */
export type Wake = WakeEvent | 'start' | 'sealed' | 'drafted' | 'timer' | 'hand';

const WAITING_POLL_MS = 60_000;
const DRAFT_SETTLES_MS = 20_000;
/** Longer than any request's own deadline: something below never answers any more. */
const HANGS_MS = 3 * 60_000;

export interface EngineParts {
  environment: Environment;
  /** Shared with other tabs and the worker: one caller at a time. */
  lock: string;
  /** `onProgress` is called whenever something moved. */
  cycle: (onProgress: () => void) => Promise<CycleOutcome>;
  /** Is something sealed that the commune has not answered for? */
  isWaiting: () => Promise<boolean>;
  /** How often to look for news when nothing waits, ms. */
  pollMs: () => number;
}

export interface Engine {
  phase(): EnginePhase;
  onPhase(listener: () => void): () => void;
  wake(reason: Wake): void;
  /** No more cycles; resolves when the running one has ended. */
  stop(): Promise<void>;
}

const waitReasonOf = (
  outcome: Exclude<CycleOutcome, { kind: 'done' }>,
): Extract<EnginePhase, { kind: 'waiting' }>['reason'] => {
  if (outcome.kind !== 'unreachable') return outcome.kind;
  return outcome.reason === 'captivePortal' ? 'captivePortal' : 'noNetwork';
};

export function createEngine(parts: EngineParts): Engine {
  const { environment } = parts;
  const { timers, locks, clock, chance } = environment;
  const listeners = new Set<() => void>();
  let phase: EnginePhase = { kind: 'idle' };
  let timer: { handle: Handle; at: number } | undefined;
  /** From the request for the lock to its release. */
  let running: Promise<void> | undefined;
  let cycling: Promise<void> | undefined;
  let again: Wake | undefined;
  let isStopped = false;
  let attempt = 0;

  const setPhase = (next: EnginePhase): void => {
    phase = next;
    for (const listener of listeners) listener();
  };
  const cancelTimer = (): void => {
    if (timer !== undefined) timers.clear(timer.handle);
    timer = undefined;
  };
  /** Keeps the earlier of two times. */
  const runIn = (ms: number): void => {
    const at = clock.now() + ms;
    if (isStopped || (timer !== undefined && timer.at <= at)) return;
    cancelTimer();
    const handle = timers.set(ms, () => {
      timer = undefined;
      run('timer');
    });
    timer = { handle, at };
  };

  async function afterCycle(outcome: CycleOutcome): Promise<void> {
    const isWaiting = await parts.isWaiting();
    if (outcome.kind === 'done') {
      attempt = 0;
      setPhase({ kind: 'idle' });
      if (outcome.isMore === true) runIn(0);
      else runIn(isWaiting ? WAITING_POLL_MS : parts.pollMs());
      return;
    }
    attempt += 1;
    const facts = { attempt, isVisible: environment.isVisible(), isWaiting, luck: fraction(chance) };
    const ms = retryMs(outcome, facts);
    const { problem }: { kind: string; problem?: ProblemCode | undefined } = outcome;
    const at = ms === null ? null : clock.now() + ms;
    setPhase({ kind: 'waiting', reason: waitReasonOf(outcome), at, problem });
    if (ms !== null) runIn(ms);
  }

  /**
   * Shows that something is under way when something is: looking for news by itself is not, and trying again by itself
   * does not turn "waiting for the network" into "sending" every few seconds.
   */
  async function showBeginning(reason: Wake): Promise<void> {
    if (phase.kind === 'waiting' && reason !== 'hand') setPhase({ ...phase, at: null });
    else if (reason !== 'timer' || (await parts.isWaiting())) setPhase({ kind: 'exchanging' });
  }

  /** Gives a cycle up that hangs, so that the lock is free again; all it might still do may be done twice. */
  async function watched(): Promise<CycleOutcome> {
    let handle: Handle = {};
    let giveUp = (): void => {};
    const hung = new Promise<never>((_resolve, reject) => {
      giveUp = () => reject(new Error('a cycle hung and was given up'));
    });
    let isOver = false;
    const watch = (): void => {
      timers.clear(handle);
      if (!isOver) handle = timers.set(HANGS_MS, giveUp);
    };
    watch();
    try {
      return await Promise.race([parts.cycle(watch), hung]);
    } finally {
      isOver = true;
      watch();
    }
  }

  async function cycleOnce(reason: Wake): Promise<void> {
    cancelTimer();
    try {
      await showBeginning(reason);
      await afterCycle(await watched());
    } catch (error) {
      environment.onError(error);
      attempt += 1;
      const facts = { attempt, isVisible: false, isWaiting: true, luck: fraction(chance) };
      const ms = retryMs({ kind: 'busy', retryAfterMs: null }, facts) ?? WAITING_POLL_MS;
      setPhase({ kind: 'waiting', reason: 'busy', at: clock.now() + ms });
      runIn(ms);
    }
  }

  async function cycleUnlessStopped(reason: Wake): Promise<void> {
    if (isStopped) return;
    cycling = cycleOnce(reason);
    await cycling;
  }

  /** Under the lock; when another tab holds it, once more after it. */
  async function underLock(reason: Wake): Promise<void> {
    const wasHeld = await locks.request(parts.lock, { ifAvailable: true }, async (held) => {
      if (held) await cycleUnlessStopped(reason);
      return held;
    });
    if (wasHeld || isStopped) return;
    await locks.request(parts.lock, { ifAvailable: false }, async () => {
      await cycleUnlessStopped(reason);
    });
  }

  function run(reason: Wake): void {
    if (isStopped) return;
    if (reason === 'hand') attempt = 0;
    if (running !== undefined) {
      if (reason === 'hand' || reason === 'sealed') again = reason;
      // Set while this cycle ran: a draft was saved, maybe after the cycle last looked for one.
      else if (reason === 'timer') again ??= reason;
      return;
    }
    running = underLock(reason).then(
      () => undefined,
      (error: unknown) => environment.onError(error),
    );
    void running.then(() => {
      running = undefined;
      const wanted = again;
      again = undefined;
      if (wanted !== undefined) run(wanted);
    });
  }

  const wake = (reason: Wake): void => {
    if (reason === 'online') runIn(spreadMs(fraction(chance)));
    else if (reason === 'drafted') runIn(DRAFT_SETTLES_MS);
    else run(reason);
  };
  const stopListening = environment.onWake(wake);

  return {
    phase: () => phase,
    onPhase(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    wake,
    async stop() {
      isStopped = true;
      stopListening();
      cancelTimer();
      await cycling;
    },
  };
}
