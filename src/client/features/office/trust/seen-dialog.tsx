/** "Đã xem, không có gì": who looked, and what was found in a few words. */
import { useState, type FormEvent } from 'react';
import { trustWords } from '#client/messages/office-trust.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import styles from './trust.module.css';

const words = trustWords.signals;
const NAME_MAX = 200;
const NOTE_MAX = 2000;

interface SeenDialogProps {
  title: string;
  /** Who looked last time; '' = nobody yet. */
  who: string;
  onSave: (seen: { who: string; note: string }) => Promise<boolean>;
  onClose: () => void;
}

export function SeenDialog({ title, who: first, onSave, onClose }: SeenDialogProps) {
  const [who, setWho] = useState(first);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (who.trim() === '') return;
    if (await onSave({ who: who.trim(), note: note.trim() })) onClose();
    else setFailed(true);
  };
  return (
    <Dialog open title={words.seenDialog} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p>
          <b>{title}</b>
        </p>
        <p>{words.seenIntro}</p>
        <TextField
          label={words.who}
          maxLength={NAME_MAX}
          value={who}
          error={isTried && who.trim() === '' ? words.whoNeeded : undefined}
          onChange={setWho}
        />
        <TextArea
          label={words.note}
          help={words.noteHelp}
          rows={2}
          maxLength={NOTE_MAX}
          value={note}
          onChange={setNote}
        />
        {isFailed && <p role="alert">{trustWords.failed}</p>}
        <div className={shared.ways}>
          <button type="submit" className={controls.mainButton}>
            {words.mark}
          </button>
          <button type="button" className={controls.button} onClick={onClose}>
            {trustWords.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
