/** A line over the desk: what was put off, and that a session is about to end. Nothing while all is well. */
import { formatTime } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { sessionWords } from '#client/messages/session.ts';
import { useNow } from '#client/subject/use-now.ts';
import controls from '../controls.module.css';
import { useActWords } from './session-dialog.tsx';
import { useSession, type SessionSeam } from './session-seam.tsx';
import styles from './session.module.css';

const { signIn, stepUp, idle, whole } = sessionWords;
const MINUTE_MS = 60_000;
const IDLE_SOON_MS = 5 * MINUTE_MS;
const WHOLE_SOON_MS = 10 * MINUTE_MS;

/** What is said of a session's end; null while it is far. A person at work puts the idle end off without a word. */
export function endingWords(
  session: { endsAt: number; idleAt: number } | undefined,
  now: number,
): string | null {
  if (session === undefined || now >= Math.min(session.endsAt, session.idleAt)) return null;
  if (session.idleAt < session.endsAt && session.idleAt - now <= IDLE_SOON_MS)
    return fill(idle, { when: formatTime(session.idleAt) });
  return session.endsAt - now <= WHOLE_SOON_MS ? fill(whole, { when: formatTime(session.endsAt) }) : null;
}

export function SessionNotice() {
  const seam = useSession();
  if (seam === undefined) return null;
  return seam.need !== null && seam.isPutOff ? <PutOff seam={seam} /> : <Ending seam={seam} />;
}

function PutOff({ seam }: { seam: SessionSeam }) {
  const act = useActWords(seam);
  const isSignIn = seam.need === 'sign-in';
  if (act === undefined) return null;
  return (
    <div className={styles.notice}>
      <p role="status">
        <b>{isSignIn ? signIn.notice : fill(stepUp.notice, { act })}</b>{' '}
        {isSignIn ? signIn.noticeText : stepUp.noticeText}
      </p>
      <button type="button" className={controls.button} onClick={seam.open}>
        {isSignIn ? signIn.go : stepUp.go}
      </button>
    </div>
  );
}

function Ending({ seam: { state } }: { seam: SessionSeam }) {
  const now = useNow();
  const words = endingWords(state?.session, now);
  return (
    <p role="status" className={words === null ? styles.said : styles.notice}>
      {words}
    </p>
  );
}
