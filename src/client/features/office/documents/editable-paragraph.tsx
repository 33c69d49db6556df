/** A paragraph as it will be printed; changed in place, shown as somebody's own, brought back by one press. */
import { useState } from 'react';
import type { Paragraph } from '#domain/papers/document.ts';
import { otherNumbers } from '#domain/papers/numbers-in.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments } from '#client/messages/office-documents.ts';
import { TextArea } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import styles from './paper-page.module.css';

const { paragraph: words } = officeDocuments;

/** `text` null: what the facts give again. True once it is kept. */
export type EditParagraph = (id: string, text: string | null) => Promise<boolean>;

interface EditableParagraphProps {
  paragraph: Paragraph;
  onEdit: EditParagraph | undefined;
}

export function EditableParagraph({ paragraph, onEdit }: EditableParagraphProps) {
  const { id, lead, text, drafted, isOwn, wanted } = paragraph;
  const [typed, setTyped] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (typed !== null && onEdit !== undefined && (await onEdit(id, typed === drafted ? null : typed)))
      setTyped(null);
  };
  if (typed !== null && onEdit !== undefined)
    return (
      <div className={styles.editing}>
        <TextArea
          label={wanted ?? words.label}
          help={words.help}
          rows={6}
          maxLength={20_000}
          value={typed}
          onChange={setTyped}
        />
        {drafted !== '' && <p className={styles.drafted}>{fill(words.drafted, { text: drafted })}</p>}
        <div className={shared.ways}>
          <button type="button" className={controls.button} onClick={() => void save()}>
            {words.save}
          </button>
          <button type="button" className={controls.textButton} onClick={() => setTyped(null)}>
            {words.cancel}
          </button>
        </div>
      </div>
    );
  const differing = isOwn && drafted !== '' ? otherNumbers(drafted, text) : [];
  return (
    <div className={styles.paragraph} data-own={isOwn || undefined}>
      {text === ''
        ? onEdit !== undefined && isOwn && <p className={styles.left}>{words.left}</p>
        : text.split('\n').map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <p key={at} className={styles.body}>
              {lead !== undefined && at === 0 && <b>{lead} </b>}
              {line}
            </p>
          ))}
      {onEdit !== undefined && (
        <div className={styles.tools}>
          {isOwn && <span className={styles.own}>{words.own}</span>}
          <button type="button" className={controls.textButton} onClick={() => setTyped(text)}>
            {wanted !== undefined && text === '' ? fill(words.write, { what: wanted }) : words.edit}
          </button>
          {isOwn && (
            <button type="button" className={controls.textButton} onClick={() => void onEdit(id, null)}>
              {words.back}
            </button>
          )}
        </div>
      )}
      {onEdit !== undefined && differing.length > 0 && (
        <p className={styles.numbers}>{fill(words.numbers, { list: differing.join('; ') })}</p>
      )}
    </div>
  );
}
