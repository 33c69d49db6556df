/** The words themselves: for the loudspeaker with the time they take, and for Zalo. */
import { useState } from 'react';
import { readingSeconds, SYLLABLES_A_MINUTE, syllablesOf } from '#domain/exemplars/reading.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { passOn } from '#client/form/hand-over.ts';
import { fill } from '#client/messages/fill.ts';
import { bulletinWords as words } from '#client/messages/office-bulletin.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { TextArea } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import type { BulletinDraft } from './bulletin-draft.ts';
import styles from './exemplars.module.css';
import { lengthWords } from './length-words.ts';

const SCRIPT_MAX = 20_000;

interface TextsProps {
  draft: BulletinDraft;
  canWrite: boolean;
  onChange: (part: Partial<BulletinDraft>) => void;
}

function reads(script: string, wanted: number): string {
  const seconds = readingSeconds(script);
  const over = seconds - wanted;
  return (
    fill(words.reads, { length: lengthWords(seconds), syllables: formatNumber(syllablesOf(script)) }) +
    (over > 0 ? ` ${fill(words.over, { length: lengthWords(over) })}` : '')
  );
}

export function BulletinTexts({ draft: { script, post, seconds }, canWrite, onChange }: TextsProps) {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => setSaid((await copyText(script)) ? words.copied : words.refused);
  const share = async (): Promise<void> => {
    const over = await passOn({ text: post });
    setSaid(over === 'cancelled' ? '' : words[over]);
  };
  return (
    <section className={`${sheet.sheet} ${styles.script}`}>
      <TextArea
        label={words.script}
        help={fill(words.scriptHelp, { rate: SYLLABLES_A_MINUTE })}
        maxLength={SCRIPT_MAX}
        readOnly={!canWrite}
        value={script}
        onChange={(next) => onChange({ script: next })}
      />
      <p role="status">{script !== '' && reads(script, seconds)}</p>
      <div className={shared.ways}>
        <button
          type="button"
          className={controls.button}
          disabled={script === ''}
          onClick={() => void copy()}
        >
          {words.copyScript}
        </button>
        <span role="status">{said}</span>
      </div>
      <div className={styles.post}>
        <TextArea
          label={words.post}
          maxLength={SCRIPT_MAX}
          readOnly={!canWrite}
          value={post}
          onChange={(next) => onChange({ post: next })}
        />
      </div>
      <div className={shared.ways}>
        <button type="button" className={controls.button} disabled={post === ''} onClick={() => void share()}>
          {words.copyPost}
        </button>
      </div>
    </section>
  );
}
