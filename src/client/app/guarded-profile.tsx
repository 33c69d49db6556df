/**
 * One person's part of this phone, behind its lock where it has one (heads, units, the office; a family has none and
 * loads nothing of it). What needs the profile closed — putting the lock on, taking it off, leaving — happens here,
 * where it is not open.
 */
import { lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { createLockStore, type LockRow, type LockWay } from '#client/db/lock-store.ts';
import type { Guard } from '#client/features/lock/guard.ts';
import { onCall } from '#client/lock/alone.ts';
import { browserSight, whenLongHidden } from '#client/lock/hidden.ts';
import type { LockOutcome } from '#client/lock/lock-profile.ts';
import type { OpenStore } from '#client/lock/vault-opener.ts';
import { common } from '#client/messages/common.ts';
import { lockWords } from '#client/messages/lock.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import { asError } from './as-error.ts';
import { forgetChosen } from './chosen-profile.ts';
import { OpenedProfile, type OpenedProfileProps } from './opened-profile.tsx';

const LockPage = lazy(async () => ({
  default: (await import('#client/features/lock/lock-page.tsx')).LockPage,
}));
const LeavingPage = lazy(async () => ({
  default: (await import('#client/features/lock/leaving-page.tsx')).LeavingPage,
}));
const WorkingPage = lazy(async () => ({
  default: (await import('#client/features/lock/plain-pages.tsx')).WorkingPage,
}));
const YieldedPage = lazy(async () => ({
  default: (await import('#client/features/lock/plain-pages.tsx')).YieldedPage,
}));
const WipedPage = lazy(async () => ({
  default: (await import('#client/features/lock/wiped-page.tsx')).WipedPage,
}));
const lockings = () => import('#client/lock/lock-profile.ts');
const openers = () => import('#client/lock/vault-opener.ts');

type Key = Uint8Array<ArrayBuffer>;
type Stage =
  | { kind: 'asking' }
  | { kind: 'open'; lock: LockRow | null; key: Key | null; openStore: OpenStore | null }
  | { kind: 'locked'; lock: LockRow }
  | { kind: 'working'; words: string }
  | { kind: 'leaving'; key: Key | null; openStore: OpenStore | null }
  | { kind: 'gone'; why: 'tries' | 'forgot' }
  /** Another window needs it for itself. */
  | { kind: 'yielded' };

const OPEN: Stage = { kind: 'open', lock: null, key: null, openStore: null };

/** Words for what did not work; the data are as they were. */
const troubleOf = (kind: 'held' | 'failed'): string => lockWords[kind];

export const GuardedProfile = (props: OpenedProfileProps) =>
  props.profile.role === 'household' ? <OpenedProfile {...props} /> : <Guarded {...props} />;

function Guarded(props: OpenedProfileProps) {
  const { profile, pocket, build } = props;
  const { id: profileId } = profile;
  const [stage, setStage] = useState<Stage>({ kind: 'asking' });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const store = useMemo(() => createLockStore(indexedDB), []);
  const around = useMemo(
    (): Omit<Surroundings, 'openStore'> => ({
      environment: createBrowserEnvironment(build),
      pocket,
      indexedDB,
      IDBKeyRange,
    }),
    [build, pocket],
  );
  const parts = useMemo(() => ({ profileId, around, store }), [profileId, around, store]);
  const fail = useCallback((error: unknown) => setFailure(asError(error)), []);
  const ask = useCallback(async (): Promise<void> => {
    const lock = await store.lock(profileId);
    setStage(lock === undefined ? OPEN : { kind: 'locked', lock });
  }, [store, profileId]);
  useEffect(() => {
    ask().catch(fail);
    // What this window does with the profile while it is closed is no call to let go of it.
    return onCall(profileId, () =>
      setStage((now) => (now.kind === 'open' || now.kind === 'locked' ? { kind: 'yielded' } : now)),
    );
  }, [ask, fail, profileId]);

  const openBy = useCallback(
    async (key: Key): Promise<void> => {
      const [{ sealRows }, { vaultOpener }] = await Promise.all([lockings(), openers()]);
      const sealed = await sealRows(parts, key);
      const lock = await store.lock(profileId);
      if (sealed.kind !== 'locked') throw new Error('not opened by its key', { cause: sealed });
      setStage({ kind: 'open', lock: lock ?? null, key, openStore: vaultOpener(profileId, key, around) });
    },
    [parts, profileId, around, store],
  );
  const lockNow = useCallback(async (): Promise<void> => {
    (await openers()).shutVault(profileId);
    await ask();
  }, [ask, profileId]);
  /** With the profile closed; `after` says what is shown then. */
  const closed = (words: string, work: () => Promise<void>): void => {
    setTrouble(null);
    setStage({ kind: 'working', words });
    work().catch(fail);
  };

  const isLocked = stage.kind === 'open' && stage.lock !== null;
  const hiddenMs = stage.kind === 'open' ? (stage.lock?.hiddenMs ?? null) : null;
  useEffect(() => {
    if (!isLocked || hiddenMs === null) return undefined;
    return whenLongHidden(hiddenMs, () => void lockNow().catch(fail), browserSight);
  }, [isLocked, hiddenMs, lockNow, fail]);

  if (failure !== null) throw failure;
  switch (stage.kind) {
    case 'asking':
      return (
        <p role="status" className="spoken-only">
          {common.loading}
        </p>
      );
    case 'yielded':
      return <YieldedPage />;
    case 'working':
      return <WorkingPage title={lockWords.title} words={stage.words} />;
    case 'locked':
      return (
        <LockPage
          title={profile.title}
          lock={stage.lock}
          store={store}
          chance={around.environment.chance}
          onOpen={(key) => void openBy(key).catch(fail)}
          onGone={(why) => setStage({ kind: 'gone', why })}
        />
      );
    case 'gone':
      return <WipedPage parts={{ profile, around, store }} why={stage.why} onLeft={forgetChosen} />;
    case 'leaving': {
      const whole = stage.openStore === null ? around : { ...around, openStore: stage.openStore };
      return (
        <LeavingPage
          parts={{ profile, around: whole, store }}
          onStay={() => (stage.key === null ? setStage(OPEN) : void openBy(stage.key).catch(fail))}
          onLeft={forgetChosen}
        />
      );
    }
    case 'open': {
      const { lock, key, openStore } = stage;
      const settle = async (outcome: LockOutcome): Promise<void> => {
        if (outcome.kind === 'locked') return openBy(outcome.key);
        setTrouble(troubleOf(outcome.kind));
        await ask();
      };
      const guard: Guard = {
        way: lock?.way.kind ?? null,
        trouble,
        putOn: (way: LockWay, by: CryptoKey) =>
          closed(lockWords.puttingOn, async () =>
            settle(await (await lockings()).lockProfile(parts, way, by)),
          ),
        takeOff: () =>
          key !== null &&
          closed(lockWords.takingOff, async () => {
            const outcome = await (await lockings()).unlockForGood(parts, key);
            if (outcome.kind === 'off') return setStage(OPEN);
            setTrouble(troubleOf(outcome.kind));
            await openBy(key);
          }),
        lockNow: () => void lockNow().catch(fail),
        leave: () => setStage({ kind: 'leaving', key, openStore }),
      };
      return (
        <OpenedProfile {...props} guard={guard} {...(openStore !== null && { openStore, locks: store })} />
      );
    }
  }
}
