/** One person's page beside what the office says of it. */
import { useEffect, useId, useRef } from 'react';
import { Printer } from 'lucide-react';
import { nominationAspects } from '#protocol/subject-records.ts';
import { fill } from '#client/messages/fill.ts';
import { officePaperWords } from '#client/messages/office-papers.ts';
import { nominationWords } from '#client/messages/unit.ts';
import controls from '../controls.module.css';
import office from '../office.module.css';
import sheets from '../sheet.module.css';
import { AspectChoice } from './aspect-choice.tsx';
import type { Words } from './judgement.ts';
import type { NominationEntry } from './read-papers.ts';
import styles from './papers.module.css';

const { people } = officePaperWords;
const parts = ['contribution', 'result', 'evidence'] as const;
const NOTE_MAX = 2000;

interface NominationViewProps {
  entry: NominationEntry;
  words: Words;
  isUnsaved: boolean;
  canJudge: boolean;
  isLast: boolean;
  onChange: (words: Words) => void;
  onSave: () => void;
}

export function NominationView(props: NominationViewProps) {
  const { entry, words, isUnsaved, canJudge, isLast, onChange, onSave } = props;
  const { value } = entry.row;
  const heading = useRef<HTMLHeadingElement>(null);
  const noteId = useId();
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [entry.row.id]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !canJudge) return;
      event.preventDefault();
      onSave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canJudge, onSave]);
  return (
    <article className={styles.view}>
      <div className={sheets.sheet}>
        <h2 ref={heading}>{value.personName}</h2>
        <p>
          {value.position}. {fill(people.by, { subject: entry.subjectName })}.
        </p>
        {parts
          .filter((part) => value[part] !== '')
          .map((part) => (
            <section key={part}>
              <h3>{nominationWords[part]}</h3>
              <p className={styles.text}>{value[part]}</p>
            </section>
          ))}
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={() => window.print()}>
            <Printer className={office.icon} aria-hidden="true" strokeWidth={2.25} />
            {people.print}
          </button>
        </div>
      </div>
      <section className={`${sheets.sheet} ${styles.judge}`} aria-label={people.judgement}>
        <h2>{people.judgement}</h2>
        {!canJudge && <p>{people.readOnly}</p>}
        <div>
          {nominationAspects.map((aspect) => (
            <AspectChoice
              key={aspect}
              aspect={aspect}
              value={words.aspects[aspect]}
              canChange={canJudge}
              onChange={(mark) => onChange({ ...words, aspects: { ...words.aspects, [aspect]: mark } })}
            />
          ))}
        </div>
        <label htmlFor={noteId}>
          <b>{people.note}</b>
        </label>
        <textarea
          id={noteId}
          rows={2}
          maxLength={NOTE_MAX}
          disabled={!canJudge}
          value={words.note}
          aria-describedby={`${noteId}-help`}
          onChange={(event) => onChange({ ...words, note: event.target.value })}
        />
        <p id={`${noteId}-help`} className={sheets.note}>
          {people.noteHelp}
        </p>
        {canJudge && (
          <div className={styles.ways}>
            <button type="button" className={controls.mainButton} onClick={onSave}>
              {isLast ? people.saveLast : people.save} <kbd>Ctrl Enter</kbd>
            </button>
            {isUnsaved && <span className="tone-honey">{people.unsaved}</span>}
          </div>
        )}
      </section>
    </article>
  );
}
