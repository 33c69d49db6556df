/**
 * Anyone may learn from a receipt code whether the commune holds that submission: a state and a time, never content.
 * The code stands in the fragment of the receipt's QR, so that it is in no server's log before the person asks.
 */
import { useCallback, useEffect, useId, useState, type FormEvent } from 'react';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { receiptCodeOf, spellCode } from '#protocol/code.ts';
import type { ReceiptState } from '#protocol/public.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import { check } from '#client/messages/check.ts';
import { feedbackWords } from '#client/messages/feedback.ts';
import { fill } from '#client/messages/fill.ts';
import { stateWords } from '#client/messages/states.ts';
import type { Reply } from '#client/sync/transport.ts';
import { Bar } from '#client/ui/bar.tsx';
import { PUBLIC_FEEDBACK_PATH } from '#client/subject/feedback-path.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { askReceiptState } from './ask-receipt-state.ts';
import styles from './check-page.module.css';
import { readReceiptCode, type ReadCode } from './read-receipt-code.ts';

/** A code of the right form for the help line, made as every other. */
const EXAMPLE = spellCode(receiptCodeOf(CHAIN_START));

type Step =
  | { kind: 'idle' }
  | { kind: 'misread'; sentence: string }
  | { kind: 'asking' }
  | { kind: 'answered'; code: string; answer: Reply<ReceiptState> };

function misreadSentence(read: Exclude<ReadCode, { kind: 'code' }>): string {
  switch (read.kind) {
    case 'tooShort':
      return fill(check.incomplete, { count: String(read.count) });
    case 'tooLong':
      return fill(check.tooLong, { count: String(read.count) });
    case 'wrongLetter':
      return fill(check.wrongLetter, { letter: read.letter });
    case 'wrongCheck':
      return check.wrongCheck;
  }
}

export interface CheckPageProps {
  /** Given in tests; the network otherwise. */
  ask?: (code: string) => Promise<Reply<ReceiptState>>;
}

export function CheckPage({ ask = askReceiptState }: CheckPageProps) {
  const id = useId();
  const [typed, setTyped] = useState(() => spellFragment());
  const [step, setStep] = useState<Step>({ kind: 'idle' });

  const question = useCallback(
    async (text: string) => {
      const read = readReceiptCode(text);
      if (read.kind !== 'code') {
        setStep({ kind: 'misread', sentence: misreadSentence(read) });
        return;
      }
      setStep({ kind: 'asking' });
      setStep({ kind: 'answered', code: read.code, answer: await ask(read.code) });
    },
    [ask],
  );

  useEffect(() => {
    const fromAddress = () => {
      const code = spellFragment();
      if (code === '') return;
      setTyped(code);
      void question(code);
    };
    fromAddress();
    window.addEventListener('hashchange', fromAddress);
    return () => window.removeEventListener('hashchange', fromAddress);
  }, [question]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void question(typed);
  };
  const wrong = step.kind === 'misread';
  return (
    <div className={styles.page}>
      <Bar title={check.title} back="/" />
      <main className={styles.main} id="noi-dung">
        <p>{check.intro}</p>
        <form className={styles.form} onSubmit={submit} noValidate>
          <label htmlFor={id}>{check.label}</label>
          <input
            id={id}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby={`${id}-help`}
            aria-invalid={wrong || undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          <p id={`${id}-help`} className={wrong ? styles.problem : styles.help}>
            {wrong ? step.sentence : fill(check.help, { example: EXAMPLE })}
          </p>
          <Button type="submit" kind="main" wide>
            {step.kind === 'answered' ? check.again : check.ask}
          </Button>
        </form>
        <div role="status">
          {step.kind === 'asking' && <p>{check.asking}</p>}
          {step.kind === 'answered' && <Answer code={step.code} answer={step.answer} />}
        </div>
        <LinkButton kind="quiet" href={PUBLIC_FEEDBACK_PATH}>
          {feedbackWords.link}
        </LinkButton>
      </main>
    </div>
  );
}

function spellFragment(): string {
  const code = decodeFragment(window.location.hash.replace(/^#/, ''));
  return code === '' ? '' : spellCode(code.replaceAll('-', ''));
}

/** A fragment somebody typed may hold a stray per cent sign, which is no code and no reason to fail. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function Answer({ code, answer }: { code: string; answer: Reply<ReceiptState> }) {
  switch (answer.kind) {
    case 'answered':
      return <Found state={answer.value} />;
    case 'refused':
      return (
        <Notice tone="wait">
          {answer.problem.code === 'not-found' ? fill(check.notFound, { code: spellCode(code) }) : check.busy}
        </Notice>
      );
    case 'unreachable':
      return (
        <Notice tone="wait">{answer.reason === 'captivePortal' ? check.captivePortal : check.offline}</Notice>
      );
  }
}

function Found({ state }: { state: ReceiptState }) {
  const when = `${formatTime(state.receivedAt)} ngày ${formatDate(state.receivedAt)}`;
  return (
    <section className={styles.found}>
      <p className={styles.state}>
        <Glyph state={state.state} />
        <b>{stateWords[state.state]}</b>
      </p>
      <p>{check.states[state.state]}</p>
      <p>{fill(check.received, { code: spellCode(state.code), when })}</p>
      {state.channel === 'proxy' && <p>{check.proxy}</p>}
      {state.superseded && <p>{check.superseded}</p>}
    </section>
  );
}
