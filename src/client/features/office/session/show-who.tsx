/** The two ways in, and what to do when neither works. Used to begin a session and to show oneself once more. */
import { Fingerprint } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { SessionState } from '#protocol/session.ts';
import { sessionWords } from '#client/messages/session.ts';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import { Button } from '#client/ui/button.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import styles from './session.module.css';
import {
  codeFault,
  knowsPasskeys,
  passwordFault,
  showByPasskey,
  showByPassword,
  type Shown,
} from './show.ts';

const { show: words } = sessionWords;

interface ShowWhoProps {
  ceremony: 'signIn' | 'confirm';
  session: OfficerSession;
  ways: SessionState['ways'];
  onShown: (state: SessionState) => void;
}

/** One question at a time, and its trouble in words. A question ends with the place where it was asked. */
export function useShowing(onShown: (state: SessionState) => void) {
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const asked = useRef<AbortController>(undefined);
  useEffect(() => () => asked.current?.abort(), []);
  const ask = async (question: (signal: AbortSignal) => Promise<Shown>): Promise<boolean> => {
    if (isAsking) return false;
    setAsking(true);
    setTrouble(undefined);
    const mine = new AbortController();
    asked.current = mine;
    const answer = await question(mine.signal);
    asked.current = undefined;
    setAsking(false);
    if (answer.kind === 'shown') onShown(answer.state);
    else setTrouble(answer.words);
    return answer.kind === 'shown';
  };
  return { isAsking, trouble, ask };
}

export function ShowWho({ ceremony, session, ways, onShown }: ShowWhoProps) {
  const { isAsking, trouble, ask } = useShowing(onShown);
  const hasPasskey = ways.passkey && knowsPasskeys();
  const [isOther, setOther] = useState(false);
  if (!ways.passkey && !ways.password)
    return (
      <Notice tone="hand" title={words.neither}>
        <p>{words.neitherText}</p>
      </Notice>
    );
  const isByPassword = ways.password && (isOther || !hasPasskey);
  const passkey = (
    <Button
      kind={isByPassword ? 'plain' : 'main'}
      wide
      icon={<Fingerprint aria-hidden="true" />}
      aria-busy={isAsking}
      onClick={() => {
        setOther(false);
        void ask((signal) => showByPasskey(session, ceremony, signal));
      }}
    >
      {ceremony === 'signIn' ? words.passkey : words.passkeyConfirm}
    </Button>
  );
  return (
    <div className={styles.ways}>
      {trouble !== undefined && <FieldError text={trouble} />}
      {isByPassword ? (
        <>
          <PasswordForm {...{ ceremony, session, isAsking, ask }} />
          {hasPasskey && passkey}
        </>
      ) : (
        <>
          {hasPasskey ? passkey : <p>{sessionWords.trouble.unsupported}</p>}
          {hasPasskey && (
            <p className="soft" role="status">
              {isAsking ? words.passkeyWaits : words.passkeyHelp}
            </p>
          )}
          {ways.password && (
            <Button wide onClick={() => setOther(true)}>
              {words.otherWay}
            </Button>
          )}
        </>
      )}
      <details className={styles.lost}>
        <summary>{words.lost}</summary>
        <p>{words.lostText}</p>
      </details>
    </div>
  );
}

interface PasswordFormProps extends Pick<ShowWhoProps, 'ceremony' | 'session'> {
  isAsking: boolean;
  ask: (question: (signal: AbortSignal) => Promise<Shown>) => Promise<boolean>;
}

function PasswordForm({ ceremony, session, isAsking, ask }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isPressed, setPressed] = useState(false);
  const faults = { password: passwordFault(password), code: codeFault(code) };
  const press = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPressed(true);
    if (faults.password !== undefined || faults.code !== undefined) return;
    // A code is used once: the next try needs the next one.
    if (!(await ask(() => showByPassword(session, ceremony, password, code)))) {
      setCode('');
      setPressed(false);
    }
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void press(event)}>
      <TextField
        label={words.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={isPressed ? faults.password : undefined}
      />
      <CodeField label={words.code} value={code} onChange={setCode} isPressed={isPressed} />
      <Button kind="main" wide type="submit" aria-busy={isAsking}>
        {ceremony === 'signIn' ? words.go : words.confirm}
      </Button>
    </form>
  );
}

interface CodeFieldProps {
  label: string;
  value: string;
  onChange: (code: string) => void;
  isPressed: boolean;
}

export const CodeField = ({ label, value, onChange, isPressed }: CodeFieldProps) => (
  <TextField
    label={label}
    help={words.codeHelp}
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={7}
    value={value}
    // Apps show it in two groups of three.
    onChange={(text) => onChange(text.replace(/\s/g, ''))}
    error={isPressed ? codeFault(value) : undefined}
  />
);
