/** The paragraphs in their order; one is open for writing at a time. */
import { useState, type ReactNode } from 'react';
import type { Narrative } from '#protocol/subject-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useKeptWords, useReopen } from '#client/form/kept-words.ts';
import { fill } from '#client/messages/fill.ts';
import { narrativeWords, paperWords } from '#client/messages/unit.ts';
import { Button } from '#client/ui/button.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import { FormHead } from './form-head.tsx';
import { ItemActs } from './item-acts.tsx';
import { moved, replaced } from './lists.ts';
import { UndoLine } from './undo-line.tsx';
import styles from './papers.module.css';

type Paragraph = Narrative['paragraphs'][number];
type Fields = Record<'heading' | 'text', string>;
const HEADING_MAX = 200;
const TEXT_MAX = 5000;
const NEW = 'new';

interface ParagraphFormProps {
  keptAs: string;
  before?: Paragraph;
  /** Resolves false when it did not get to disk. */
  save: (fields: Fields) => Promise<boolean>;
  onDone: () => void;
}

function ParagraphForm({ keptAs, before, save, onDone }: ParagraphFormProps) {
  const kept = useKeptWords<Fields>(keptAs, {
    heading: before?.heading ?? '',
    text: before?.text ?? '',
  });
  const [error, setError] = useState<string>();
  if (kept === null) return null;
  const { words, change, forget } = kept;
  const close = (): void => {
    forget();
    onDone();
  };
  async function press(): Promise<void> {
    const text = words.text.trim();
    if (text === '') return setError(narrativeWords.textNeeded);
    if (await save({ heading: words.heading.trim(), text })) close();
  }
  return (
    <div className={styles.form}>
      <FormHead title={before === undefined ? narrativeWords.newParagraph : narrativeWords.editParagraph} />
      <TextField
        label={narrativeWords.heading}
        maxLength={HEADING_MAX}
        value={words.heading}
        onChange={(heading) => change({ heading })}
      />
      <TextArea
        label={narrativeWords.text}
        rows={10}
        maxLength={TEXT_MAX}
        value={words.text}
        error={error}
        onChange={(text) => {
          setError(undefined);
          change({ text });
        }}
      />
      <div className={styles.ways}>
        <Button onClick={close}>{paperWords.cancel}</Button>
        <Button onClick={() => void press()}>{paperWords.save}</Button>
      </div>
    </div>
  );
}

interface NarrativeListProps {
  /** Under which half-typed words are kept. */
  owner: string;
  paragraphs: Narrative['paragraphs'];
  mayWrite: boolean;
  put: (paragraphs: Narrative['paragraphs']) => Promise<boolean>;
  addIcon: ReactNode;
  most: number;
}

export function NarrativeList({ owner, paragraphs, mayWrite, put, addIcon, most }: NarrativeListProps) {
  const workspace = useWorkspace();
  const prefix = `paragraph:${owner}:`;
  const keptAs = (id: string): string => prefix + id;
  const [open, setOpen] = useState<string | null>(null);
  useReopen(prefix, setOpen);
  const [before, setBefore] = useState<{ name: string; paragraphs: Paragraph[] } | null>(null);
  const close = (): void => setOpen(null);
  const nameOf = ({ heading }: Paragraph, at: number): string =>
    heading === '' ? fill(narrativeWords.untitled, { n: at + 1 }) : heading;
  const remove = async (paragraph: Paragraph, name: string): Promise<void> => {
    if (await put(paragraphs.filter(({ id }) => id !== paragraph.id))) setBefore({ name, paragraphs });
  };
  return (
    <>
      {before !== null && (
        <UndoLine
          text={fill(narrativeWords.removed, { name: before.name })}
          onUndo={() => void put(before.paragraphs).then((isBack) => isBack && setBefore(null))}
        />
      )}
      <ol className={styles.list}>
        {paragraphs.map((paragraph, at) => {
          const name = nameOf(paragraph, at);
          return (
            <li key={paragraph.id} className={styles.item}>
              {open === paragraph.id && mayWrite ? (
                <ParagraphForm
                  keptAs={keptAs(paragraph.id)}
                  before={paragraph}
                  save={(fields) => put(replaced(paragraphs, { ...paragraph, ...fields }))}
                  onDone={close}
                />
              ) : (
                <>
                  {paragraph.heading !== '' && <h2>{paragraph.heading}</h2>}
                  <p className={styles.text}>{paragraph.text}</p>
                  {mayWrite && (
                    <ItemActs
                      name={name}
                      words={narrativeWords}
                      at={at}
                      of={paragraphs.length}
                      onEdit={() => setOpen(paragraph.id)}
                      onRemove={() => void remove(paragraph, name)}
                      onMove={(by) => void put(moved(paragraphs, at, by))}
                    />
                  )}
                </>
              )}
            </li>
          );
        })}
      </ol>
      {mayWrite && open === NEW && (
        <ParagraphForm
          keptAs={keptAs(NEW)}
          save={(fields) => put([...paragraphs, { id: workspace.newId(), ...fields }])}
          onDone={close}
        />
      )}
      {mayWrite && open === null && (
        <div className="no-print">
          {paragraphs.length < most ? (
            <Button wide icon={addIcon} onClick={() => setOpen(NEW)}>
              {narrativeWords.addParagraph}
            </Button>
          ) : (
            <p>{fill(narrativeWords.full, { most })}</p>
          )}
        </div>
      )}
    </>
  );
}
