/** When the engine tries, waits, and gives way; the cycle itself is a function of the test. */
import { expect, test, vi } from 'vitest';
import { retryMs } from '#client/sync/backoff.ts';
import type { CycleOutcome } from '#client/sync/cycle-context.ts';
import { createEngine, type Engine } from '#client/sync/engine.ts';
import type { Environment } from '#client/sync/environment.ts';
import { createPhone, untilTrue } from './surroundings.ts';

const noNetwork: CycleOutcome = { kind: 'unreachable', reason: 'noNetwork' };
const unused = (): Promise<Response> => Promise.reject(new TypeError('unused'));

function anEngine(
  outcomes: (CycleOutcome | Error)[],
  over: { isWaiting?: boolean; environment?: Partial<Environment> } = {},
) {
  const phone = createPhone(50);
  const tab = phone.tab(unused, over.environment);
  const cycle = vi.fn<() => Promise<CycleOutcome>>(async () => {
    const next = outcomes.shift() ?? { kind: 'done' };
    if (next instanceof Error) throw next;
    return next;
  });
  const engine: Engine = createEngine({
    environment: tab.environment,
    lock: 'lock',
    cycle,
    isWaiting: async () => over.isWaiting ?? true,
    pollMs: () => 300_000,
  });
  const cycles = (count: number): Promise<void> =>
    untilTrue(() => cycle.mock.calls.length >= count && phone.timers.waiting().length > 0);
  return { phone, tab, engine, cycle, cycles };
}

test('while somebody looks on and something waits, a network that is back is noticed within five seconds', async () => {
  const { phone, engine, cycles } = anEngine(Array.from({ length: 12 }, () => noNetwork));
  engine.wake('start');
  for (let tries = 1; tries <= 12; tries++) {
    await cycles(tries);
    const [ms = 0] = phone.timers.waiting();
    expect(ms).toBeGreaterThanOrEqual(2000);
    expect(ms).toBeLessThanOrEqual(5000);
    phone.timers.fireNext();
  }
  await untilTrue(() => engine.phase().kind === 'idle');
});

test('out of sight it backs off up to five minutes with full jitter', () => {
  const facts = { isVisible: false, isWaiting: true };
  const most = [1, 2, 3, 8, 30].map((attempt) => retryMs(noNetwork, { ...facts, attempt, luck: 0.999_999 }));
  expect(most).toEqual([4000, 8000, 16_000, 300_000, 300_000]);
  expect(retryMs(noNetwork, { ...facts, attempt: 8, luck: 0 })).toBe(1000);
});

test('it waits at least as long as a busy server asks for', () => {
  const facts = { attempt: 1, isVisible: true, isWaiting: true, luck: 0 };
  expect(retryMs({ kind: 'busy', retryAfterMs: 90_000 }, facts)).toBe(90_000);
  // But never longer than an hour.
  expect(retryMs({ kind: 'busy', retryAfterMs: 90_000_000 }, facts)).toBe(3_600_000);
});

test('the phase says what it waits for and when it tries again; a tap tries at once', async () => {
  const { phone, engine, cycle, cycles } = anEngine([
    noNetwork,
    { kind: 'unreachable', reason: 'captivePortal' },
  ]);
  const phases: string[] = [];
  engine.onPhase(() => phases.push(engine.phase().kind));
  engine.wake('sealed');
  await cycles(1);
  const [ms] = phone.timers.waiting();
  expect(engine.phase()).toEqual({ kind: 'waiting', reason: 'noNetwork', at: phone.clock.now() + (ms ?? 0) });
  engine.wake('hand');
  await cycles(2);
  expect(engine.phase()).toMatchObject({ kind: 'waiting', reason: 'captivePortal' });
  engine.wake('hand');
  await untilTrue(() => engine.phase().kind === 'idle');
  expect(cycle).toHaveBeenCalledTimes(3);
  expect(phases).toEqual(['exchanging', 'waiting', 'exchanging', 'waiting', 'exchanging', 'idle']);
});

test('trying again by itself does not show as sending', async () => {
  const { phone, engine, cycles } = anEngine([noNetwork, noNetwork]);
  engine.wake('start');
  await cycles(1);
  const seen: string[] = [];
  engine.onPhase(() => seen.push(engine.phase().kind));
  phone.timers.fireNext();
  await cycles(2);
  expect(seen).toEqual(['waiting', 'waiting']);
});

test.each([{ kind: 'needsScan' }, { kind: 'codeRefused' }] as const)(
  'after $kind only a person helps: no timer is set',
  async (outcome) => {
    const { phone, engine } = anEngine([outcome]);
    engine.wake('start');
    await untilTrue(() => engine.phase().kind === 'waiting');
    expect(engine.phase()).toEqual({ kind: 'waiting', reason: outcome.kind, at: null });
    expect(phone.timers.waiting()).toEqual([]);
  },
);

test('with another tab at work it waits for the lock once, then runs once more', async () => {
  const { tab, engine, cycle } = anEngine([]);
  let release = (): void => {};
  const other = tab.environment.locks.request(
    'lock',
    { ifAvailable: false },
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  await untilTrue(() => true);
  for (let tap = 0; tap < 5; tap++) engine.wake('sealed');
  expect(cycle).not.toHaveBeenCalled();
  release();
  await other;
  await untilTrue(() => cycle.mock.calls.length === 2 && engine.phase().kind === 'idle');
});

test('coming online is spread over five seconds; becoming visible is not', async () => {
  const { phone, tab, engine, cycle } = anEngine([]);
  tab.wake('online');
  expect(phone.timers.waiting()[0]).toBeLessThanOrEqual(5000);
  expect(cycle).not.toHaveBeenCalled();
  tab.wake('visible');
  await untilTrue(() => cycle.mock.calls.length === 1 && engine.phase().kind === 'idle');
});

test('a bug in a cycle is reported and the engine goes on', async () => {
  const { phone, engine, cycles } = anEngine([new Error('bug')]);
  engine.wake('start');
  await cycles(1);
  expect(phone.errors.map(String)).toEqual(['Error: bug']);
  expect(engine.phase()).toMatchObject({ kind: 'waiting', reason: 'busy' });
  phone.timers.fireNext();
  await untilTrue(() => engine.phase().kind === 'idle');
});

test('a cycle that hangs is given up after three minutes without a move, and the next one gets the lock', async () => {
  const phone = createPhone(51);
  const tab = phone.tab(unused);
  const moves: (() => void)[] = [];
  const engine = createEngine({
    environment: tab.environment,
    lock: 'lock',
    cycle: async (onProgress) => {
      moves.push(onProgress);
      return moves.length === 1 ? new Promise<CycleOutcome>(() => {}) : { kind: 'done' };
    },
    isWaiting: async () => true,
    pollMs: () => 300_000,
  });
  engine.wake('start');
  await untilTrue(() => moves.length === 1);
  expect(phone.timers.waiting()).toEqual([180_000]);
  phone.clock.turn(170_000);
  moves[0]?.();
  expect(phone.timers.waiting()).toEqual([180_000]);
  phone.timers.fireNext();
  await untilTrue(() => engine.phase().kind === 'waiting');
  expect(phone.errors.map(String)).toEqual(['Error: a cycle hung and was given up']);
  phone.timers.fireNext();
  await untilTrue(() => moves.length === 2 && engine.phase().kind === 'idle');
  // What is left of the one given up watches over nothing any more.
  moves[0]?.();
  expect(phone.timers.waiting()).toEqual([60_000]);
  await engine.stop();
});

test('a stopped engine hears nothing more', async () => {
  const { phone, tab, engine, cycle } = anEngine([]);
  await engine.stop();
  engine.wake('hand');
  tab.wake('visible');
  await untilTrue(() => true);
  expect(cycle).not.toHaveBeenCalled();
  expect(phone.timers.waiting()).toEqual([]);
});
