/** A paper made for many names at once (a letter, a notice): its own fields, whom it is for, and one button for all. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { Frame } from './frame.tsx';
import { PickTable, type Column } from './pick-table.tsx';
import { usePicked } from './use-picked.ts';

interface PickFormProps {
  words: Record<'make' | 'explain' | 'nothing' | 'tableName' | 'save', string>;
  /** Who may be on it. */
  waiting: readonly AwardEntry[];
  columns: readonly Column[];
  /** Its own fields say all that is needed. */
  isWhole: boolean;
  onSave: (entries: readonly AwardEntry[]) => void;
  /** `isAsked`: it was pressed once, so what is missing is named. */
  fields: (isAsked: boolean) => ReactNode;
}

export function PickForm({ words, waiting, columns, isWhole, onSave, fields }: PickFormProps) {
  const picked = usePicked(waiting);
  const [isAsked, setAsked] = useState(false);
  const n = picked.entries.length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isWhole && n > 0) onSave(picked.entries);
  };
  return (
    <Frame title={words.make} explain={words.explain}>
      {waiting.length === 0 ? (
        <EmptyState title={words.nothing} />
      ) : (
        <form className={styles.form} onSubmit={submit} noValidate>
          <div className={styles.fields}>{fields(isAsked)}</div>
          <PickTable
            name={words.tableName}
            entries={waiting}
            picked={picked.ids}
            onToggle={picked.toggle}
            columns={columns}
          />
          {isAsked && n === 0 && <p role="alert">{awardForms.nobody}</p>}
          <Button small kind="main" type="submit" className={styles.act}>
            {fill(words.save, { n })}
          </Button>
        </form>
      )}
    </Frame>
  );
}
