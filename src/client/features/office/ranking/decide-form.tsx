/** The council's word on equals, as its minutes have it. */
import { useState, type FormEvent } from 'react';
import { fill } from '#client/messages/fill.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import styles from './ranking.module.css';

const words = rankingWords.decide;
const REASON_MAX = 2000;

export interface Decision {
  order: string[];
  reason: string;
  /** `YYYY-MM-DD`. */
  date: string;
}

interface DecideFormProps {
  equals: readonly string[];
  today: string;
  nameOf: (subjectId: string) => string;
  onSave: (decision: Decision) => Promise<void>;
  onClose: () => void;
}

const raised = (order: readonly string[], at: number): string[] => {
  const next = [...order];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at - 1, 0, one);
  return next;
};

export function DecideForm({ equals, today, nameOf, onSave, onClose }: DecideFormProps) {
  const [order, setOrder] = useState<readonly string[]>(equals);
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(today);
  const [problem, setProblem] = useState<'reason' | 'date' | 'failed' | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') return setProblem('reason');
    if (date === '') return setProblem('date');
    onSave({ order: [...order], reason: reason.trim(), date }).then(onClose, () => setProblem('failed'));
  };
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{words.intro}</p>
        <ol className={styles.order} aria-label={words.order}>
          {order.map((subjectId, at) => (
            <li key={subjectId}>
              <span>
                {at + 1}. {nameOf(subjectId)}
              </span>
              {at > 0 && (
                <button
                  type="button"
                  className={controls.button}
                  aria-label={fill(words.up, { name: nameOf(subjectId) })}
                  onClick={() => setOrder(raised(order, at))}
                >
                  ↑
                </button>
              )}
            </li>
          ))}
        </ol>
        <TextArea
          label={words.reason}
          rows={3}
          maxLength={REASON_MAX}
          value={reason}
          error={problem === 'reason' ? words.reasonNeeded : undefined}
          onChange={(text) => {
            setReason(text);
            setProblem(null);
          }}
        />
        <TextField
          label={words.date}
          type="date"
          value={date}
          error={problem === 'date' ? words.dateNeeded : undefined}
          onChange={setDate}
        />
        {problem === 'failed' && <p role="alert">{rankingWords.failed}</p>}
        <div className={styles.ways}>
          <button type="submit" className={controls.mainButton}>
            {words.save}
          </button>
          <button type="button" className={controls.button} onClick={onClose}>
            {rankingWords.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
