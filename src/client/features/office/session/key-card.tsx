/** On Hôm nay, while nothing leads back in but a link that is spent. */
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { sessionWords } from '#client/messages/session.ts';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import { KEY_PATH } from './paths.ts';
import { useSession } from './session-seam.tsx';
import styles from './session.module.css';

const { card: words } = sessionWords;

export function KeyCard() {
  const state = useSession()?.state;
  const [isHidden, setHidden] = useState(false);
  if (isHidden || state?.session === undefined || state.ways.passkey || state.ways.password) return null;
  return (
    <section className={`${sheets.sheet} ${styles.card}`} aria-labelledby="dat-khoa">
      <h2 id="dat-khoa">{words.title}</h2>
      <p>{words.text}</p>
      <div className={styles.acts}>
        <Link className={controls.button} href={KEY_PATH}>
          <KeyRound className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {words.go}
        </Link>
        <button type="button" className={controls.textButton} onClick={() => setHidden(true)}>
          {words.hide}
        </button>
      </div>
    </section>
  );
}
