/** A knock-out with the paper it rests on. */
import { useState, type FormEvent } from 'react';
import { knockOutKinds, type KnockOut } from '#protocol/ranking-records.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import styles from './ranking.module.css';

const words = rankingWords.knockOut;
const REASON_MAX = 2000;
const SOURCE_MAX = 400;

export type NewKnockOut = Pick<KnockOut, 'subjectId' | 'kind' | 'reason' | 'source' | 'date'>;

interface KnockOutFormProps {
  subjects: readonly { value: string; label: string }[];
  today: string;
  onSave: (knockOut: NewKnockOut) => Promise<void>;
  onClose: () => void;
}

const kindOptions = knockOutKinds.map((value) => ({ value, label: words.kinds[value] }));

export function KnockOutForm({ subjects, today, onSave, onClose }: KnockOutFormProps) {
  const [subjectId, setSubjectId] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [source, setSource] = useState('');
  const [date, setDate] = useState(today);
  const [isTried, setTried] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const needed = (isMissing: boolean): string | undefined =>
    isTried && isMissing ? words.needed : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const chosen = knockOutKinds.find((each) => each === kind);
    if (
      subjectId === null ||
      chosen === undefined ||
      reason.trim() === '' ||
      source.trim() === '' ||
      date === ''
    )
      return;
    onSave({ subjectId, kind: chosen, reason: reason.trim(), source: source.trim(), date }).then(
      onClose,
      () => setFailed(true),
    );
  };
  return (
    <Dialog open title={words.add} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{words.intro}</p>
        <SelectField
          label={words.subject}
          none={words.subjectNone}
          options={subjects}
          value={subjectId}
          error={needed(subjectId === null)}
          onChange={setSubjectId}
        />
        <SelectField
          label={words.kind}
          none={words.kindNone}
          options={kindOptions}
          value={kind}
          error={needed(kind === null)}
          onChange={setKind}
        />
        <TextArea
          label={words.reason}
          rows={2}
          maxLength={REASON_MAX}
          value={reason}
          error={needed(reason.trim() === '')}
          onChange={setReason}
        />
        <TextField
          label={words.source}
          help={words.sourceHelp}
          maxLength={SOURCE_MAX}
          value={source}
          error={needed(source.trim() === '')}
          onChange={setSource}
        />
        <TextField
          label={words.date}
          type="date"
          value={date}
          error={needed(date === '')}
          onChange={setDate}
        />
        {isFailed && <p role="alert">{rankingWords.failed}</p>}
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
