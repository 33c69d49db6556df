/** Writing a word to the office. Sending needs the network; without it the words stay in the field. */
import { useState, type FormEvent } from 'react';
import { chance } from '#client/app/platform.ts';
import { fill } from '#client/messages/fill.ts';
import { feedbackWords as words } from '#client/messages/feedback.ts';
import { spellCode } from '#protocol/code.ts';
import {
  FEEDBACK_CONTACT_MAX,
  FEEDBACK_TEXT_MAX,
  FEEDBACK_TEXT_MIN,
  type FeedbackReceipt,
  type FeedbackRequest,
} from '#protocol/feedback.ts';
import { newNonce } from '#client/sync/nonce.ts';
import type { Reply } from '#client/sync/transport.ts';
import { Button } from '#client/ui/button.tsx';
import { copyText } from '#client/ui/copy-text.ts';
import { Notice } from '#client/ui/notice.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import styles from './feedback.module.css';
import { keepFeedback, nothingKept, readKept, type KeptFeedback } from './kept-feedback.ts';

export type SendWords = (request: FeedbackRequest) => Promise<Reply<FeedbackReceipt>>;

interface WriteFormProps {
  send: SendWords;
  storage: Storage;
  onCode: (code: string) => void;
}

type Step =
  | { kind: 'writing' }
  | { kind: 'sending' }
  | { kind: 'sent'; code: string }
  | { kind: 'trouble'; text: string };

interface Faults {
  text?: string;
  contact?: string;
}

function faultsOf(text: string, contact: string): Faults {
  return {
    ...(text.length < FEEDBACK_TEXT_MIN && { text: words.tooShort }),
    ...(text.length > FEEDBACK_TEXT_MAX && { text: fill(words.tooLong, { count: text.length }) }),
    ...(contact.length > FEEDBACK_CONTACT_MAX && { contact: words.contactTooLong }),
  };
}

function troubleWords(reply: Exclude<Reply<FeedbackReceipt>, { kind: 'answered' }>): string {
  if (reply.kind === 'unreachable')
    return reply.reason === 'captivePortal' ? words.captivePortal : words.offline;
  const { code, retryAfter = 60, title } = reply.problem;
  if (code === 'too-many-attempts') return fill(words.tooMany, { minutes: Math.ceil(retryAfter / 60) });
  return code === 'busy' || code === 'server-error' ? words.busy : fill(words.refused, { why: title });
}

export function WriteForm({ send, storage, onCode }: WriteFormProps) {
  const [kept, setKept] = useState(() => readKept(storage));
  const [isKept, setIsKept] = useState(true);
  const [faults, setFaults] = useState<Faults>({});
  const [step, setStep] = useState<Step>({ kind: 'writing' });

  const keep = (next: KeptFeedback): void => {
    setKept(next);
    setIsKept(keepFeedback(storage, next));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const text = kept.text.normalize('NFC').trim();
    const contact = kept.contact.normalize('NFC').trim();
    const found = faultsOf(text, contact);
    setFaults(found);
    if (Object.keys(found).length > 0 || step.kind === 'sending') return;
    const nonce = kept.nonce || newNonce(chance);
    keep({ ...kept, nonce });
    setStep({ kind: 'sending' });
    const reply = await send({ v: 1, nonce, text, ...(contact !== '' && { contact }) });
    if (reply.kind !== 'answered') {
      setStep({ kind: 'trouble', text: troubleWords(reply) });
      return;
    }
    keep(nothingKept);
    setStep({ kind: 'sent', code: reply.value.code });
    onCode(reply.value.code);
  };
  if (step.kind === 'sent') return <Sent code={step.code} onAnother={() => setStep({ kind: 'writing' })} />;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        label={words.text}
        help={words.textHelp}
        error={faults.text}
        rows={6}
        value={kept.text}
        onChange={(text) => keep({ ...kept, text, nonce: '' })}
      />
      <TextField
        label={words.contact}
        help={words.contactHelp}
        error={faults.contact}
        autoComplete="tel"
        value={kept.contact}
        onChange={(contact) => keep({ ...kept, contact, nonce: '' })}
      />
      <p className={styles.soft}>{words.limits}</p>
      <p className={styles.soft}>{isKept ? words.kept : words.notKept}</p>
      <div role="status">
        {step.kind === 'sending' && <p>{words.sending}</p>}
        {step.kind === 'trouble' && <Notice tone="wait">{step.text}</Notice>}
      </div>
      <Button kind="main" wide type="submit">
        {words.send}
      </Button>
    </form>
  );
}

function Sent({ code, onAnother }: { code: string; onAnother: () => void }) {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    setSaid((await copyText(spellCode(code))) ? words.copied : words.copyFailed);
  };
  return (
    <section className={styles.sent} aria-label={words.sentTitle}>
      <div role="status">
        <h2>{words.sentTitle}</h2>
        <p>{words.sent}</p>
        <p className={styles.code}>{spellCode(code)}</p>
      </div>
      <p>{words.keep}</p>
      <Button wide onClick={() => void copy()}>
        {words.copy}
      </Button>
      <p role="status">{said}</p>
      <Button kind="quiet" onClick={onAnother}>
        {words.another}
      </Button>
    </section>
  );
}
