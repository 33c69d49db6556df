/** What the office answered, by the code that was given. State and answer only: never the words themselves. */
import { useEffect, useState, type FormEvent } from 'react';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { feedbackWords as words } from '#client/messages/feedback.ts';
import { readCode, spellCode } from '#protocol/code.ts';
import { feedbackCodeOf, isFeedbackCode, type FeedbackState } from '#protocol/feedback.ts';
import type { Reply } from '#client/sync/transport.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import styles from './feedback.module.css';

export type AskState = (code: string) => Promise<Reply<FeedbackState>>;

/** A code of the right form for the help line. */
const EXAMPLE = spellCode(feedbackCodeOf(Uint8Array.of(98, 201, 45, 167, 12, 230, 94)));

type Step = { kind: 'idle' } | { kind: 'asking' } | { kind: 'answered'; reply: Reply<FeedbackState> };

/** `known`: the code just given on this page. */
export function LookUp({ ask, known }: { ask: AskState; known: string }) {
  const [typed, setTyped] = useState('');
  const [isBad, setBad] = useState(false);
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  useEffect(() => {
    if (known !== '') setTyped(spellCode(known));
  }, [known]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const code = readCode(typed);
    const isRead = isFeedbackCode(code);
    setBad(!isRead);
    if (!isRead) {
      setStep({ kind: 'idle' });
      return;
    }
    setStep({ kind: 'asking' });
    setStep({ kind: 'answered', reply: await ask(code) });
  };
  return (
    <form className={styles.look} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{words.lookTitle}</h2>
      <TextField
        label={words.code}
        help={fill(words.codeHelp, { example: EXAMPLE })}
        error={isBad ? words.badCode : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit" wide>
        {words.look}
      </Button>
      <div role="status">
        {step.kind === 'asking' && <p>{words.looking}</p>}
        {step.kind === 'answered' && <Found reply={step.reply} />}
      </div>
    </form>
  );
}

function Found({ reply }: { reply: Reply<FeedbackState> }) {
  if (reply.kind === 'unreachable') return <Notice tone="wait">{words.lookOffline}</Notice>;
  if (reply.kind === 'refused')
    return (
      <Notice tone="wait">{reply.problem.code === 'not-found' ? words.notFound : words.lookBusy}</Notice>
    );
  const { state, receivedAt, answer } = reply.value;
  return (
    <section className={styles.sent} aria-label={words.answer}>
      <p>
        <b>{words.states[state]}</b>
      </p>
      <p>{fill(words.receivedAt, { when: `${formatTime(receivedAt)} ngày ${formatDate(receivedAt)}` })}</p>
      {answer !== undefined ? (
        <p className={styles.answer}>{answer}</p>
      ) : (
        (state === 'answered' || state === 'closed') && <p>{words.noAnswer}</p>
      )}
    </section>
  );
}
