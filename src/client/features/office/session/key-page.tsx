/** Khóa của tôi: this session, the passkeys, the password, each with what it is for. */
import { useState } from 'react';
import { formatTime } from '#domain/vietnamese/format.ts';
import type { SessionState } from '#protocol/session.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { sessionWords } from '#client/messages/session.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { FieldError } from '#client/ui/field.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import { Confirm } from './confirm.tsx';
import type { PartProps } from './part-props.ts';
import { PasskeySheet } from './passkey-sheet.tsx';
import { PasswordSheet } from './password-sheet.tsx';
import { useSession, type SessionSeam } from './session-seam.tsx';
import { replyWords } from './show.ts';
import styles from './session.module.css';

const { page: words } = sessionWords;

export function KeyPage() {
  const seam = useSession();
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        {seam && <Body seam={seam} />}
      </main>
    </>
  );
}

function Body({ seam }: { seam: SessionSeam }) {
  const { session, state, isCutOff, refresh, open, need } = seam;
  const [said, setSaid] = useState('');
  const [isSetting, setSetting] = useState(false);
  if (isCutOff || session === undefined || state === undefined)
    return isCutOff ? (
      <EmptyState
        title={words.offline}
        action={
          <button type="button" className={controls.mainButton} onClick={() => void refresh()}>
            {words.again}
          </button>
        }
      >
        <p>{words.offlineText}</p>
      </EmptyState>
    ) : (
      <p role="status">{words.reading}</p>
    );
  if (state.session === undefined)
    return (
      <EmptyState
        title={words.ended}
        action={
          need !== null && (
            <button type="button" className={controls.mainButton} onClick={open}>
              {sessionWords.signIn.go}
            </button>
          )
        }
      />
    );
  const parts = { session, state, tell: seam.tell, say: setSaid };
  return (
    <div className={styles.page}>
      <p role="status" className={said === '' ? styles.said : undefined}>
        <b>{said}</b>
      </p>
      <PasskeySheet {...parts} passkeys={state.session.passkeys} isAside={isSetting} />
      <PasswordSheet {...parts} isSetting={isSetting} setSetting={setSetting} />
      <ThisSession {...parts} living={state.session} />
    </div>
  );
}

function ThisSession({
  session,
  state: { ways },
  living,
  tell,
}: PartProps & { living: NonNullable<SessionState['session']> }) {
  const workspace = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const canComeBack = ways.passkey || ways.password;
  const end = async (): Promise<void> => {
    setOpen(false);
    const reply = await session.end();
    if (reply.kind !== 'answered') return setTrouble(replyWords(reply, sessionWords.trouble.failed));
    tell(reply.value);
    // What waits, and what is asked for, meets the end at once.
    workspace.sendNow();
  };
  return (
    <section className={sheets.sheet} aria-labelledby="phien">
      <h2 id="phien">{words.session}</h2>
      <p>{fill(words.sessionText, { name: living.name, when: formatTime(living.endsAt) })}</p>
      <p>{canComeBack ? words.signOutHelp : words.signOutNoWay}</p>
      {trouble !== undefined && <FieldError text={trouble} />}
      {canComeBack && (
        <div>
          <button type="button" className={controls.button} onClick={() => setOpen(true)}>
            {words.signOut}
          </button>
        </div>
      )}
      <Confirm
        isOpen={isOpen}
        title={words.signOutTitle}
        text={words.signOutHelp}
        go={words.signOutGo}
        onGo={() => void end()}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}
