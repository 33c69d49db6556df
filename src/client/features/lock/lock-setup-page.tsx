/** Khóa ứng dụng: what it does and what it costs, before it is put on; and taking it off. */
import { useEffect, useState, type FormEvent } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { chance } from '#client/app/platform.ts';
import { HIDDEN_MS } from '#client/lock/lock-profile.ts';
import { keyOfPin, keyOfSecret, newPinWay, pinFault } from '#client/lock/keys.ts';
import { makePasskey, mayHavePasskey } from '#client/lock/passkey.ts';
import { fill } from '#client/messages/fill.ts';
import { lockWords } from '#client/messages/lock.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Guard } from './guard.ts';
import styles from './lock.module.css';
import { PinField } from './pin-field.tsx';

const MINUTE_MS = 60_000;
const STATUS_PATH = '/tinh-trang';

/** Before the person decides. */
function BeforeWords() {
  const { profile } = useWorkspace();
  const isOffice = profile.binding?.kind === 'office';
  return (
    <>
      <p>{lockWords.what}</p>
      <p>{isOffice ? lockWords.who.office : lockWords.who.plain}</p>
      <p>{fill(lockWords.when, { phut: HIDDEN_MS / MINUTE_MS })}</p>
      <Notice tone="wait" title={lockWords.forgetTitle}>
        <p>{lockWords.forget}</p>
        <p>{lockWords.waitsShut}</p>
      </Notice>
    </>
  );
}

interface WayProps {
  guard: Guard;
}

function PinForm({ guard }: WayProps) {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [faults, setFaults] = useState<{ pin?: string; again?: string }>({});
  const [busy, setBusy] = useState(false);
  async function put(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const fault = pinFault(pin);
    if (fault !== null) return setFaults({ pin: lockWords[fault] });
    if (pin !== again) return setFaults({ again: lockWords.differs });
    setFaults({});
    setBusy(true);
    const way = newPinWay(chance);
    guard.putOn(way, await keyOfPin(pin, way));
  }
  return (
    <Sheet title={lockWords.byPin}>
      <form onSubmit={(event) => void put(event)} className={styles.form}>
        <PinField
          label={lockWords.pin}
          help={lockWords.pinHelp}
          error={faults.pin}
          value={pin}
          onChange={setPin}
        />
        <PinField label={lockWords.pinAgain} error={faults.again} value={again} onChange={setAgain} />
        <Button kind="main" wide type="submit" aria-busy={busy}>
          {lockWords.putOn}
        </Button>
      </form>
      <p className="soft">{lockWords.limits}</p>
      <p className="soft">{lockWords.before}</p>
    </Sheet>
  );
}

function PasskeyForm({ guard, onPin }: WayProps & { onPin: () => void }) {
  const { profile } = useWorkspace();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  async function put(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      const made = await makePasskey(profile.title, chance);
      if (made.kind === 'given')
        return guard.putOn(made.value.way, await keyOfSecret(made.value.secret, made.value.way.salt));
      if (made.kind === 'unfit') onPin();
      setTrouble(made.kind === 'cancelled' ? lockWords.cancelled : lockWords.unfit);
    } catch (error) {
      reportError(error);
      setTrouble(lockWords.failed);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Sheet title={lockWords.byPasskey}>
      <Button kind="main" wide aria-busy={busy} onClick={() => void put()}>
        {lockWords.putOn}
      </Button>
      {trouble !== '' && <FieldError text={trouble} />}
      <p className="soft">{lockWords.before}</p>
      <Button kind="quiet" onClick={onPin}>
        {lockWords.orPin}
      </Button>
    </Sheet>
  );
}

function LockIsOn({ guard, way }: WayProps & { way: NonNullable<Guard['way']> }) {
  return (
    <>
      <p role="status">
        <b>{lockWords.isOn[way]}</b>
      </p>
      <p>{fill(lockWords.when, { phut: HIDDEN_MS / MINUTE_MS })}</p>
      <p>{lockWords.waitsShut}</p>
      <Sheet title={lockWords.takeOff}>
        <p>{lockWords.takeOffWhat}</p>
        <Button wide onClick={guard.takeOff}>
          {lockWords.takeOff}
        </Button>
      </Sheet>
    </>
  );
}

export function LockSetupPage({ guard }: WayProps) {
  const { way, trouble } = guard;
  const [hasPasskey, setPasskey] = useState<boolean | null>(null);
  useEffect(() => {
    mayHavePasskey().then(setPasskey, () => setPasskey(false));
  }, []);
  return (
    <Page
      head={<Bar title={lockWords.title} back={STATUS_PATH} />}
      foot={
        way !== null && (
          <Dock>
            <Button kind="main" onClick={guard.lockNow}>
              {lockWords.lockNow}
            </Button>
          </Dock>
        )
      }
    >
      {trouble !== null && (
        <Notice tone="hand">
          <p role="alert">{trouble}</p>
        </Notice>
      )}
      {way !== null && <LockIsOn guard={guard} way={way} />}
      {way === null && <BeforeWords />}
      {way === null && hasPasskey === true && <PasskeyForm guard={guard} onPin={() => setPasskey(false)} />}
      {way === null && hasPasskey === false && <PinForm guard={guard} />}
    </Page>
  );
}
