/** In front of a locked profile: nothing of it is in memory, and nothing but its name is shown. */
import { useEffect, useState, type FormEvent } from 'react';
import type { LockRow, LockStore } from '#client/db/lock-store.ts';
import type { Chance } from '#protocol/ids.ts';
import { PIN_DIGITS } from '#client/lock/keys.ts';
import { waited } from '#client/lock/tries.ts';
import { unlockByPasskey, unlockByPin, type Unlocked } from '#client/lock/unlock.ts';
import { fill } from '#client/messages/fill.ts';
import { lockWords } from '#client/messages/lock.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Page } from '#client/ui/page.tsx';
import { ForgotPage } from './forgot-page.tsx';
import { PinField } from './pin-field.tsx';
import { waitWords } from './wait-words.ts';

const TICK_MS = 1000;

export interface LockPageProps {
  title: string;
  lock: LockRow;
  store: LockStore;
  chance: Chance;
  /** `key`: of the rows. */
  onOpen: (key: Uint8Array<ArrayBuffer>) => void;
  /** The key is destroyed, by wrong tries or by the person's word. */
  onGone: (why: 'tries' | 'forgot') => void;
}

/** Counts the wait down while the page is looked at; one window alone does, so that ten are no faster. */
function useWait(profileId: string, first: number, store: LockStore): [number, (ms: number) => void] {
  const [waitMs, setWait] = useState(first);
  const isWaiting = waitMs > 0;
  useEffect(() => {
    if (!isWaiting) return undefined;
    let isOver = false;
    const count = (): Promise<void> =>
      new Promise((resolve) => {
        const timer = setInterval(() => {
          if (isOver) {
            clearInterval(timer);
            return resolve();
          }
          if (document.visibilityState === 'visible')
            store
              .changeLock(profileId, (row) => waited(row, TICK_MS))
              .then((row) => !isOver && setWait(row?.waitMs ?? 0), reportError);
        }, TICK_MS);
      });
    const name = `thidua-doi:${profileId}`;
    if ('locks' in navigator) navigator.locks.request(name, count).catch(reportError);
    else void count();
    return () => {
      isOver = true;
    };
  }, [isWaiting, profileId, store]);
  return [waitMs, setWait];
}

const troubleOf = (answer: Unlocked): string => {
  switch (answer.kind) {
    case 'wrong':
      return answer.left === 1 ? lockWords.wrongLast : fill(lockWords.wrong, { n: answer.left });
    case 'cancelled':
      return lockWords.notOpened;
    case 'unfit':
      return lockWords.passkeyUnfit;
    default:
      return '';
  }
};

export function LockPage({ title, lock, store, chance, onOpen, onGone }: LockPageProps) {
  const { profileId, way } = lock;
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [hasForgotten, setForgotten] = useState(false);
  const [waitMs, setWait] = useWait(profileId, lock.waitMs, store);
  const isPin = way.kind === 'pin';

  async function open(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (busy || waitMs > 0) return;
    if (isPin && pin.length < PIN_DIGITS) return setTrouble(lockWords.short);
    setBusy(true);
    try {
      const answer = isPin ? await unlockByPin(store, profileId, pin) : await unlockByPasskey(lock, chance);
      setPin('');
      if (answer.kind === 'open') return onOpen(answer.key);
      if (answer.kind === 'gone') return onGone('tries');
      setTrouble(troubleOf(answer));
      if (answer.kind === 'wrong' || answer.kind === 'wait') setWait(answer.waitMs);
    } catch (error) {
      reportError(error);
      setTrouble(lockWords.failed);
    } finally {
      setBusy(false);
    }
  }

  if (hasForgotten)
    return (
      <ForgotPage
        profileId={profileId}
        store={store}
        onBack={() => setForgotten(false)}
        onYes={() => onGone('forgot')}
      />
    );
  return (
    <Page
      head={<Bar title={lockWords.lockedTitle} />}
      foot={
        <Dock>
          <Button kind="main" aria-busy={busy} aria-disabled={waitMs > 0} onClick={() => void open()}>
            {busy ? lockWords.opening : isPin ? lockWords.open : lockWords.openByPasskey}
          </Button>
        </Dock>
      }
    >
      <p>{fill(lockWords.lockedWhat, { ten: title })}</p>
      {isPin && (
        <form onSubmit={(event) => void open(event)}>
          <PinField label={lockWords.pin} value={pin} onChange={setPin} />
        </form>
      )}
      {trouble !== '' && <FieldError text={trouble} />}
      {waitMs > 0 && <p role="timer">{fill(lockWords.wait, { luc: waitWords(waitMs) })}</p>}
      <Button kind="quiet" onClick={() => setForgotten(true)}>
        {lockWords.forgot}
      </Button>
      <LinkButton kind="quiet" href="/">
        {lockWords.other}
      </LinkButton>
    </Page>
  );
}
