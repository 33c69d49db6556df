/** The second way: a password and the codes of an authenticator app, for machines without a passkey. */
import { useState, type FormEvent } from 'react';
import { PASSWORD_LENGTH_MIN } from '#protocol/session.ts';
import { fill } from '#client/messages/fill.ts';
import { sessionWords } from '#client/messages/session.ts';
import { FieldError } from '#client/ui/field.tsx';
import { QrCode } from '#client/ui/qr-code.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import { Confirm } from './confirm.tsx';
import type { PartProps } from './part-props.ts';
import styles from './session.module.css';
import { codeFault, passwordFault, replyWords } from './show.ts';
import { CodeField } from './show-who.tsx';

const { page: words, trouble: troubles } = sessionWords;

interface PasswordSheetProps extends PartProps {
  isSetting: boolean;
  setSetting: (isSetting: boolean) => void;
}

export function PasswordSheet(props: PasswordSheetProps) {
  const { session, state, tell, say, isSetting, setSetting } = props;
  const [isLeaving, setLeaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSet = state.ways.password;
  const remove = async (): Promise<void> => {
    setLeaving(false);
    setTrouble(undefined);
    const reply = await session.gate.through('removeKey', () => session.remove({ password: true }));
    if (reply.kind !== 'answered') return setTrouble(replyWords(reply, troubles.lastWay, 'not-allowed'));
    say(words.passwordRemoved);
    tell(reply.value);
  };
  return (
    <section className={sheets.sheet} aria-labelledby="mat-khau">
      <h2 id="mat-khau">{words.password}</h2>
      <p>{isSet ? words.passwordOn : words.passwordOff}</p>
      {trouble !== undefined && <FieldError text={trouble} />}
      {isSetting ? (
        <SetUp {...props} onEnd={() => setSetting(false)} />
      ) : (
        <div className={styles.acts}>
          <button type="button" className={controls.button} onClick={() => setSetting(true)}>
            {isSet ? words.change : words.setUp}
          </button>
          {isSet && state.ways.passkey && (
            <button type="button" className={controls.textButton} onClick={() => setLeaving(true)}>
              {words.removePassword}
            </button>
          )}
          {isSet && !state.ways.passkey && <span className={sheets.why}>{troubles.lastWay}</span>}
        </div>
      )}
      <Confirm
        isOpen={isLeaving}
        title={words.removePasswordTitle}
        text={words.removePasswordText}
        go={words.removePassword}
        onGo={() => void remove()}
        onClose={() => setLeaving(false)}
      />
    </section>
  );
}

/** The key inside the address an app scans, in groups, for whoever types it. */
const secretOf = (uri: string): string =>
  (/[?&]secret=([A-Z2-7]+)/.exec(uri)?.[1] ?? '').replace(/(.{4})(?=.)/g, '$1 ');

function SetUp({ session, tell, say, onEnd }: PartProps & { onEnd: () => void }) {
  const [password, setPassword] = useState('');
  const [uri, setUri] = useState<string>();
  const [code, setCode] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const ask = async (): Promise<void> => {
    const given = uri === undefined ? undefined : code;
    const reply = await session.gate.through('setPassword', () => session.newPassword(password, given));
    if (reply.kind !== 'answered') {
      setCode('');
      return setTrouble(
        uri === undefined
          ? replyWords(reply, troubles.weak, 'not-allowed')
          : replyWords(reply, troubles.wrongPassword),
      );
    }
    setPressed(false);
    if (reply.value.uri !== undefined) return setUri(reply.value.uri);
    const state = await session.state(true);
    if (state.kind === 'answered') tell(state.value);
    say(words.passwordSet);
    onEnd();
  };
  const press = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPressed(true);
    setTrouble(undefined);
    const fault = uri === undefined ? passwordFault(password) : codeFault(code);
    if (fault !== undefined || isAsking) return;
    setAsking(true);
    await ask();
    setAsking(false);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void press(event)}>
      {uri === undefined ? (
        <TextField
          label={words.newPassword}
          help={fill(words.newPasswordHelp, { n: String(PASSWORD_LENGTH_MIN) })}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={isPressed ? passwordFault(password) : undefined}
        />
      ) : (
        <>
          <div>
            <b>{words.scan}</b>
            <p>{words.scanText}</p>
          </div>
          <div className={styles.qr}>
            <QrCode text={uri} label={words.qr} />
          </div>
          <p>
            {words.typed} <span className={styles.secret}>{secretOf(uri)}</span>
          </p>
          <p>
            <a href={uri}>{words.openApp}</a>
          </p>
          <CodeField label={words.firstCode} value={code} onChange={setCode} isPressed={isPressed} />
        </>
      )}
      {trouble !== undefined && <FieldError text={trouble} />}
      <div className={styles.acts}>
        <button type="submit" className={controls.mainButton} aria-busy={isAsking}>
          {uri === undefined ? words.next : words.finish}
        </button>
        <button type="button" className={controls.textButton} onClick={onEnd}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
