/**
 * While a locked profile is open, what it has not sent is also kept encrypted to the commune: should the key be destroyed
 * or forgotten, the words are not lost, and nobody on this phone can read them.
 */
import type { LeftFile, LockStore } from '#client/db/lock-store.ts';
import { onChange } from '#client/db/on-change.ts';
import type { Environment } from '#client/sync/environment.ts';
import type { Workspace } from '#client/workspace.ts';

const SETTLES_MS = 400;
const TABLES = ['outbox', 'meta'] as const;

type Source = Pick<Workspace, 'profile' | 'exportRescue' | 'outbox'>;

/** How the unsent stand now: the file put anew, or taken away where nothing waits. */
export async function refreshLeft(
  { profile, exportRescue }: Source,
  store: LockStore,
  { clock }: Pick<Environment, 'clock'>,
): Promise<void> {
  const made = await exportRescue();
  if (made.kind === 'nothingWaits') return store.removeLeft(profile.id);
  if (made.kind === 'noCommuneKey') return;
  const { name, bytes, operations } = made;
  const { id: profileId, title } = profile;
  const kept: LeftFile = {
    kind: 'left',
    profileId,
    title,
    name,
    bytes,
    operations,
    madeAt: clock.now(),
    isAlone: false,
  };
  await store.putLeft(kept);
}

/** Until the returned function is called, which resolves when the last refreshing is over. */
export function keepLeft(source: Source, store: LockStore, environment: Environment): () => Promise<void> {
  const { timers } = environment;
  let handle: object | undefined;
  let known = '';
  let running = Promise.resolve();
  const refresh = async (): Promise<void> => {
    // Most writes to these tables are counters: only another set of unsent operations is a reason.
    const waiting = (await source.outbox()).filter(({ result }) => result === undefined);
    const now = waiting.map(({ hash }) => hash).join(' ');
    if (now === known) return;
    await refreshLeft(source, store, environment);
    known = now;
  };
  const soon = (): void => {
    if (handle !== undefined) timers.clear(handle);
    handle = timers.set(SETTLES_MS, () => {
      handle = undefined;
      running = running.then(refresh).catch(environment.onError);
    });
  };
  const stop = onChange(TABLES, soon);
  soon();
  return async () => {
    stop();
    if (handle !== undefined) timers.clear(handle);
    await running;
  };
}
