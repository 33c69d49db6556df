/** The question before a release: it is never taken back. */
import { useState, type FormEvent } from 'react';
import { fill } from '#client/messages/fill.ts';
import { openDataWords } from '#client/messages/office-open-data.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import styles from './open-data.module.css';

const words = openDataWords.dialog;
const NOTE_MAX = 2000;

interface ReleaseDialogProps {
  number: number;
  onRelease: (note: string) => Promise<void>;
  onClose: () => void;
}

export function ReleaseDialog({ number, onRelease, onClose }: ReleaseDialogProps) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onRelease(note.normalize('NFC').trim()).then(onClose, () => setProblem(words.failed));
  };
  return (
    <Dialog open title={fill(words.title, { n: number })} onClose={onClose}>
      <form className={styles.part} onSubmit={submit} noValidate>
        <p>{words.means}</p>
        <p>{words.forever}</p>
        <TextArea
          label={words.note}
          help={words.noteHelp}
          rows={3}
          maxLength={NOTE_MAX}
          value={note}
          error={problem === '' ? undefined : problem}
          onChange={setNote}
        />
        <div className={shared.ways}>
          <button type="submit" className={controls.mainButton}>
            {words.confirm}
          </button>
          <button type="button" className={controls.button} onClick={onClose}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
