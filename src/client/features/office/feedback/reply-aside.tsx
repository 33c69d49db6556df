/** One word from the public: what it says, how to reach whoever said it, and what the office answers. */
import { useState, type ReactNode } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeFeedback as words } from '#client/messages/office-feedback.ts';
import type { FeedbackReply } from '#protocol/office-records.ts';
import { Button } from '#client/ui/button.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import styles from './feedback.module.css';
import type { FeedbackItem } from './read-feedback.ts';

const ANSWER_MAX = 2000;

interface ReplyAsideProps {
  item: FeedbackItem;
  canWrite: boolean;
  /** What is to be settled about this one before anything else. */
  above: ReactNode;
}

export function ReplyAside({ item, canWrite, above }: ReplyAsideProps) {
  const workspace = useWorkspace();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState<{ words: string; before?: FeedbackReply | null }>({ words: '' });
  const { id, campaignId, state, answer, reply, rev } = item;

  const put = async (value: FeedbackReply | null, next: typeof said): Promise<boolean> => {
    try {
      await workspace.putRecord('feedbackReply', id, value, rev);
      setSaid(next);
      return true;
    } catch {
      setSaid({ words: words.failed });
      return false;
    }
  };
  const mark = (next: FeedbackReply['state'], text: string): Promise<boolean> =>
    put({ id, campaignId, state: next, answer: text }, { words: words.saved[next], before: reply ?? null });
  const send = async (): Promise<void> => {
    const text = typed.trim();
    setError(
      text === ''
        ? words.needed
        : text.length > ANSWER_MAX
          ? fill(words.tooLong, { max: ANSWER_MAX })
          : undefined,
    );
    if (text === '' || text.length > ANSWER_MAX) return;
    if (await mark('answered', text)) setTyped('');
  };
  const { before } = said;
  return (
    <aside className={shared.aside} aria-label={words.columns.text}>
      {above}
      <div className={sheet.sheet}>
        <h2>{fill(words.sentAt, { when: when(item.at) })}</h2>
        <p className={styles.words}>{item.text}</p>
        <p>
          {item.contact === '' ? (
            <span className={shared.soft}>{words.noContact}</span>
          ) : (
            <>
              <b>{words.contact}:</b> {item.contact}
            </>
          )}
        </p>
        {answer !== '' && (
          <>
            <h3>{words.answered}</h3>
            <p className={styles.words}>{answer}</p>
          </>
        )}
        {item.waits && <p>{words.waits}</p>}
        {canWrite ? (
          <>
            <TextArea
              label={words.answer}
              help={words.answerHelp}
              error={error}
              rows={5}
              value={typed}
              onChange={setTyped}
            />
            <div className={shared.ways}>
              <Button small kind="main" onClick={() => void send()}>
                {answer === '' ? words.send : words.sendAgain}
              </Button>
              {state === 'received' && (
                <Button small onClick={() => void mark('read', '')}>
                  {words.markRead}
                </Button>
              )}
              {state === 'closed' ? (
                <Button small onClick={() => void mark(answer === '' ? 'read' : 'answered', answer)}>
                  {words.reopen}
                </Button>
              ) : (
                state !== 'received' && (
                  <Button small onClick={() => void mark('closed', answer)}>
                    {words.close}
                  </Button>
                )
              )}
            </div>
            {(state === 'read' || state === 'answered') && <p className={sheet.note}>{words.closeNote}</p>}
          </>
        ) : (
          <p>{words.readOnly}</p>
        )}
        {canWrite && <p className={`${sheet.note} ${styles.erase}`}>{fill(words.erase, { id })}</p>}
        <p role="status" className={shared.ways}>
          {said.words}
          {before !== undefined && (
            <Button small kind="quiet" onClick={() => void put(before, { words: words.undone })}>
              {words.undo}
            </Button>
          )}
        </p>
      </div>
    </aside>
  );
}
