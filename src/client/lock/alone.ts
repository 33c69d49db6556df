/**
 * One profile, several windows: what rewrites or deletes its database needs it for itself. A window that has it open
 * holds a share of a lock; whoever needs it alone calls out, and the others close it.
 */
import type { Environment } from '#client/sync/environment.ts';
import { lockName } from '#client/sync/cycle.ts';

const CALL = 'thidua-nhuong';
const WAIT_MS = 15_000;
const openName = (profileId: string): string => `thidua-mo:${profileId}`;

/** Holds a share until the returned function is called; without Web Locks there is nothing to hold. */
export function holdOpen(profileId: string): () => void {
  let release = (): void => {};
  if ('locks' in navigator) {
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    navigator.locks.request(openName(profileId), { mode: 'shared' }, () => held).catch(reportError);
  }
  return () => release();
}

/** Calls back when another window needs this profile for itself. */
export function onCall(profileId: string, listener: () => void): () => void {
  if (!('BroadcastChannel' in globalThis)) return () => {};
  const channel = new BroadcastChannel(CALL);
  channel.addEventListener('message', ({ data }) => data === profileId && listener());
  return () => channel.close();
}

function callOut(profileId: string): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(CALL);
  channel.postMessage(profileId);
  channel.close();
}

/**
 * Runs `body` while no other window has the profile open and no engine, the worker's included, is at it. `held`: another
 * window did not let go in time. The caller's own share must be released before.
 */
export async function alone<T>(
  profileId: string,
  { locks }: Pick<Environment, 'locks'>,
  body: () => Promise<T>,
): Promise<{ kind: 'done'; value: T } | { kind: 'held' }> {
  callOut(profileId);
  const withEngine = async (): Promise<{ kind: 'done'; value: T }> => ({
    kind: 'done',
    value: await locks.request(lockName(profileId), { ifAvailable: false }, () => body()),
  });
  if (!('locks' in navigator)) return withEngine();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), WAIT_MS);
  try {
    return await navigator.locks.request(openName(profileId), { signal: giveUp.signal }, () => {
      clearTimeout(timer);
      return withEngine();
    });
  } catch (error) {
    if (giveUp.signal.aborted) return { kind: 'held' };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
