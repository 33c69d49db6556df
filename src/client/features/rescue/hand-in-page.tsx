/** Handing in a file another phone exported: chosen, sent as it is, unread; numbers come back, nothing of anybody's. */
import { useId, useState, type ChangeEvent, type ReactNode } from 'react';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { RESCUE_BYTES_MAX, RESCUE_SUFFIX, type RescueReply } from '#protocol/rescue.ts';
import { fill } from '#client/messages/fill.ts';
import { rescueWords } from '#client/messages/rescue.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { RescueHandIn } from '#client/workspace.ts';
import { handInWords } from './hand-in-words.ts';
import styles from './hand-in.module.css';

interface HandInPageProps {
  handIn: (bytes: Uint8Array<ArrayBuffer>) => Promise<RescueHandIn>;
  back: string;
  /** An officer's import takes files of revoked phones too. */
  isOffice: boolean;
  /** What people left on this phone, sealed. */
  children?: ReactNode;
}

const MB = 1024 * 1024;

type Step =
  | { kind: 'resting' }
  | { kind: 'sending' }
  | { kind: 'failed'; words: string }
  | { kind: 'taken'; reply: RescueReply };

/** Why this file is not even sent; null when it may be. */
function oddWords({ size }: File): string | null {
  if (size === 0) return rescueWords.empty;
  if (size > RESCUE_BYTES_MAX) return fill(rescueWords.tooLarge, { mb: formatNumber(RESCUE_BYTES_MAX / MB) });
  return null;
}

function Taken({ reply }: { reply: RescueReply }) {
  const figures = [
    [rescueWords.taken, reply.taken],
    [rescueWords.known, reply.known],
    [rescueWords.needsLook, reply.needsLook],
  ] as const;
  return (
    <Sheet title={rescueWords.takenTitle}>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <p>{rescueWords.takenWhat}</p>
    </Sheet>
  );
}

export function HandInPage({ handIn, back, isOffice, children }: HandInPageProps) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [step, setStep] = useState<Step>({ kind: 'resting' });
  const isSending = step.kind === 'sending';

  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const chosen = target.files?.[0] ?? null;
    const odd = chosen === null ? null : oddWords(chosen);
    setFile(odd === null ? chosen : null);
    setStep(odd === null ? { kind: 'resting' } : { kind: 'failed', words: odd });
    // The same file may be chosen again after it was mended.
    target.value = '';
  };

  async function press(): Promise<void> {
    if (file === null || isSending) return;
    setStep({ kind: 'sending' });
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      // Taken away meanwhile: a memory card pulled out.
      return setStep({ kind: 'failed', words: rescueWords.unreadable });
    }
    const answer = await handIn(bytes);
    if (answer.kind !== 'taken') return setStep({ kind: 'failed', words: handInWords(answer) });
    setFile(null);
    setStep({ kind: 'taken', reply: answer.reply });
  }

  const send = isOffice ? rescueWords.importFile : rescueWords.handIn;
  return (
    <Page
      head={<Bar title={rescueWords.title} back={back} />}
      foot={
        file !== null && (
          <Dock>
            <Button kind="main" aria-busy={isSending} onClick={() => void press()}>
              {send}
            </Button>
          </Dock>
        )
      }
    >
      <p>{fill(isOffice ? rescueWords.officeIntro : rescueWords.intro, { suffix: RESCUE_SUFFIX })}</p>
      {!isOffice && <p>{rescueWords.unread}</p>}
      <label className={cx(styles.file, file === null && styles.first)} htmlFor={id}>
        {step.kind === 'taken' ? rescueWords.another : rescueWords.choose}
        {/* No `accept`: phones grey out endings they do not know. */}
        <input id={id} type="file" onChange={choose} />
      </label>
      {file !== null && <p className={styles.name}>{fill(rescueWords.chosen, { name: file.name })}</p>}
      <div role="status">
        {isSending && <p>{rescueWords.handingIn}</p>}
        {step.kind === 'taken' && <Taken reply={step.reply} />}
      </div>
      {step.kind === 'failed' && (
        <Notice tone="hand">
          <p role="alert">{step.words}</p>
        </Notice>
      )}
      {children}
    </Page>
  );
}
