/** A link to be sent to one person: the message, until when it works, and that their phone then waits. */
import { Copy, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CodeResponse } from '#protocol/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { linkOf } from '#client/subject/devices/shown-code.tsx';
import { copyText } from '#client/ui/copy-text.ts';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import styles from './devices.module.css';
import { DEVICES_PATH } from './paths.ts';

const { link: words } = officeDevices;

interface SentLinkProps {
  code: CodeResponse;
  place: string;
  /** '' = not known. */
  person: string;
  clockOff: number;
}

export function SentLink({ code, place, person, clockOff }: SentLinkProps) {
  const [news, setNews] = useState('');
  const template = person === '' ? words.textNobody : words.text;
  const text = fill(template, { who: person, place, link: linkOf(code) });
  const canShare = typeof navigator.share === 'function';
  const copy = async (): Promise<void> => setNews((await copyText(text)) ? words.copied : words.notCopied);
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ text });
      setNews(words.shared);
    } catch {
      // Closed without choosing anybody: nothing went anywhere.
      setNews('');
    }
  };
  return (
    <section className={sheet.sheet} aria-labelledby="lien-ket">
      <h2 id="lien-ket">{fill(words.title, { place })}</h2>
      <p>
        <b>{fill(words.until, { when: when(code.expiresAt - clockOff) })}</b>
      </p>
      <textarea className={styles.message} readOnly aria-label={words.label} value={text} />
      <div className={styles.ways}>
        <button type="button" className={controls.mainButton} onClick={() => void copy()}>
          <Copy className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {words.copy}
        </button>
        {canShare && (
          <button type="button" className={controls.button} onClick={() => void share()}>
            <Share2 className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.share}
          </button>
        )}
        <Link className={controls.button} href={DEVICES_PATH}>
          {words.toList}
        </Link>
      </div>
      <p role="status">{news}</p>
      <p>{words.only}</p>
      <p>{words.wait}</p>
    </section>
  );
}
