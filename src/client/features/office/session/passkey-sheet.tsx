/** The passkeys of this officer: made, named, seen, taken away; never the last way in. */
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { SessionState } from '#protocol/session.ts';
import { fill } from '#client/messages/fill.ts';
import { sessionWords } from '#client/messages/session.ts';
import { FieldError } from '#client/ui/field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import { when } from '../when.ts';
import { Confirm } from './confirm.tsx';
import type { PartProps } from './part-props.ts';
import { machineName } from './machine-name.ts';
import styles from './session.module.css';
import { addPasskey, knowsPasskeys, replyWords } from './show.ts';
import { useShowing } from './show-who.tsx';

const { page: words, trouble: troubles } = sessionWords;

type Passkey = NonNullable<SessionState['session']>['passkeys'][number];

const nameOf = ({ label }: Passkey): string => label || words.unnamed;

/** `clocks` of the commune: a key that was never used says so. */
const usedWords = ({ createdAt, usedAt }: Passkey): string =>
  usedAt <= createdAt ? words.never : when(usedAt);

interface PasskeySheetProps extends PartProps {
  passkeys: readonly Passkey[];
  /** Something else on the page is being done: no filled button here. */
  isAside: boolean;
}

export function PasskeySheet(props: PasskeySheetProps) {
  const { session, state, tell, say, passkeys } = props;
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const [trouble, setTrouble] = useState<string>();
  const isLast = passkeys.length === 1 && !state.ways.password;
  const remove = async (passkey: Passkey): Promise<void> => {
    setLeaving(null);
    setTrouble(undefined);
    const reply = await session.gate.through('removeKey', () => session.remove({ passkey: passkey.id }));
    if (reply.kind !== 'answered') return setTrouble(replyWords(reply, troubles.lastWay, 'not-allowed'));
    say(fill(words.removed, { label: nameOf(passkey) }));
    tell(reply.value);
  };
  return (
    <section className={sheets.sheet} aria-labelledby="khoa-cua-may">
      <h2 id="khoa-cua-may">{words.passkeys}</h2>
      <p>{words.passkeysText}</p>
      {passkeys.length === 0 ? (
        <p>{words.passkeysNone}</p>
      ) : (
        <ul className={styles.keys} aria-label={words.passkeys}>
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <div>
                <b>{nameOf(passkey)}</b>
                {passkey.isBackedUp && `, ${words.backedUp}`}
                <span className={sheets.why}>
                  {words.columns.made}: {formatDate(passkey.createdAt)}. {words.columns.used}:{' '}
                  {usedWords(passkey)}.
                </span>
              </div>
              {isLast ? (
                <span className={sheets.why}>{troubles.lastWay}</span>
              ) : (
                <button
                  type="button"
                  className={controls.button}
                  aria-label={fill(words.remove, { label: nameOf(passkey) })}
                  onClick={() => setLeaving(passkey)}
                >
                  {words.removeShort}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isLast && <p>{words.one}</p>}
      {trouble !== undefined && <FieldError text={trouble} />}
      <AddPasskey {...props} />
      <Confirm
        isOpen={leaving !== null}
        title={leaving === null ? '' : fill(words.removeTitle, { label: nameOf(leaving) })}
        text={words.removeText}
        go={words.removeShort}
        onGo={() => leaving !== null && void remove(leaving)}
        onClose={() => setLeaving(null)}
      />
    </section>
  );
}

const addWords = (n: number): string => (n === 0 ? words.add : n === 1 ? words.addSecond : words.addMore);

function AddPasskey({ session, state, tell, say, passkeys, isAside }: PasskeySheetProps) {
  const [label, setLabel] = useState(() => machineName(navigator.userAgent));
  const { isAsking, trouble, ask } = useShowing(tell);
  if (!knowsPasskeys()) return <p>{troubles.unsupported}</p>;
  const isNext = !isAside && passkeys.length + (state.ways.password ? 1 : 0) < 2;
  const add = async (): Promise<void> => {
    say('');
    const name = label.trim();
    if (await ask((signal) => addPasskey(session, name, signal)))
      say(fill(words.added, { label: name || words.unnamed }));
  };
  return (
    <div className={styles.form}>
      <TextField
        label={words.label}
        help={words.labelHelp}
        maxLength={80}
        value={label}
        onChange={setLabel}
      />
      {trouble !== undefined && <FieldError text={trouble} />}
      <div className={styles.acts}>
        <button
          type="button"
          className={isNext ? controls.mainButton : controls.button}
          aria-busy={isAsking}
          onClick={() => void add()}
        >
          <KeyRound className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {addWords(passkeys.length)}
        </button>
        <span role="status">{isAsking ? sessionWords.show.passkeyWaits : ''}</span>
      </div>
    </div>
  );
}
