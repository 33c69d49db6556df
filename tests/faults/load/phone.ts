/** The app's own engine over its own store in memory: one of the five hundred. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Answers } from '#domain/answers.ts';
import type { Chance } from '#protocol/ids.ts';
import type { Intent } from '#protocol/operation.ts';
import { createMemoryStore } from '#client/db/memory-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { createBudget } from '#client/sync/budget.ts';
import { runCycle } from '#client/sync/cycle.ts';
import type { CycleContext } from '#client/sync/cycle-context.ts';
import { fraction, type Environment } from '#client/sync/environment.ts';
import { seal } from '#client/sync/seal.ts';
import { createTransport } from '#client/sync/transport.ts';
import { consentOf, submitIntent } from '../../server/core/makers.ts';

const RETRY_MS = 2000;
const ROUNDS_MAX = 200;

export interface LoadPhone {
  /** Seals one family's form, typed at its door. @returns the operation's id */
  fill(assessmentId: string, snapshot: Answers): Promise<string>;
  /** Goes on until nothing waits; bounded. @returns rounds it took */
  sendAll(): Promise<number>;
  receipts(): Promise<Set<string>>;
}

export function createLoadPhone(code: string, fetch: Environment['fetch'], chance: Chance): LoadPhone {
  const store = createMemoryStore();
  const environment: Environment = {
    clock: { now: () => Date.now() },
    chance,
    timers: {
      set: (ms, run) => {
        const timer = setTimeout(run, ms);
        return { stop: () => clearTimeout(timer) };
      },
      clear: (handle) => {
        if ('stop' in handle && typeof handle.stop === 'function') handle.stop();
      },
    },
    locks: { request: async (_name, _options, body) => body(true) },
    fetch,
    compress: null,
    isVisible: () => true,
    onWake: () => () => undefined,
    askBackgroundSync: () => Promise.resolve(),
    isPersisted: () => Promise.resolve(true),
    build: 'load',
    onError: (error) => {
      throw error;
    },
  };
  let profile: ProfileRow = {
    id: 'load',
    role: 'hamletHead',
    title: '',
    communeId: '',
    link: { state: 'pending', code, label: 'Máy thử tải' },
    createdAt: 0,
    usedAt: 0,
  };
  const context: CycleContext = {
    store,
    transport: createTransport(environment),
    environment,
    budget: createBudget(),
    profile: {
      current: () => profile,
      reload: async () => undefined,
      change: async (next) => void (profile = next),
    },
    installationId: async () => 'A'.repeat(22),
  };
  const sealing = { store, clock: environment.clock, chance, by: 'hamletHead' };
  return {
    async fill(assessmentId, snapshot) {
      const intent: Intent = submitIntent(assessmentId, 'household', {
        snapshot,
        consent: consentOf('readAloud'),
      });
      const row = await seal(sealing, async () => ({ intent }));
      if (row === null) throw new Error('nothing was sealed');
      return row.opId;
    },
    async sendAll() {
      for (let round = 1; round <= ROUNDS_MAX; round++) {
        const outcome = await runCycle(context);
        if (outcome.kind === 'done') return round;
        if (outcome.kind !== 'unreachable' && outcome.kind !== 'busy')
          throw new Error(`a phone of the load run stopped: ${JSON.stringify(outcome)}`);
        await pause(fraction(chance) * RETRY_MS);
      }
      throw new Error(`not everything was sent after ${ROUNDS_MAX} rounds`);
    },
    receipts: async () => new Set((await store.receipts()).map(({ opId }) => opId)),
  };
}
