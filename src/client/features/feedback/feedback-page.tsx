/** The public's page: a word to the standing office, and what it answered. A shared phone shows nobody's earlier words. */
import { useState } from 'react';
import { WarnId } from '#client/form/warn-id.tsx';
import { feedbackWords as words } from '#client/messages/feedback.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Page } from '#client/ui/page.tsx';
import { askFeedbackState, sendFeedback } from './ask-commune.ts';
import { LookUp, type AskState } from './look-up.tsx';
import { WriteForm, type SendWords } from './write-form.tsx';
import styles from './feedback.module.css';

export interface FeedbackPageProps {
  /** Given in tests; the network and this tab's own storage otherwise. */
  send?: SendWords;
  ask?: AskState;
  storage?: Storage;
}

export function FeedbackPage({
  send = sendFeedback,
  ask = askFeedbackState,
  storage = sessionStorage,
}: FeedbackPageProps) {
  const [code, setCode] = useState('');
  return (
    <Page head={<Bar title={words.title} back="/" />}>
      <div className={styles.page} id="noi-dung">
        <WarnId />
        <p>{words.intro}</p>
        <p>{words.next}</p>
        <WriteForm send={send} storage={storage} onCode={setCode} />
        <LookUp ask={ask} known={code} />
      </div>
    </Page>
  );
}
