/** One paper or address under its question. */
import type { Evidence } from '#protocol/subject-records.ts';
import { evidenceWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { headWords } from './evidence-words.ts';
import styles from './evidence.module.css';

/** Head, extract, address: what the office and the review show too. */
export function EvidenceText({ value }: { value: Evidence }) {
  const head = headWords(value);
  return (
    <>
      {head !== '' && (
        <p>
          <b>{head}</b>
        </p>
      )}
      <p>{value.extract}</p>
      {value.url !== undefined && (
        <p>
          <a href={value.url} target="_blank" rel="noreferrer">
            {value.url}
            <span className="spoken-only"> ({evidenceWords.office.opens})</span>
          </a>
        </p>
      )}
    </>
  );
}

interface EvidenceItemProps {
  value: Evidence;
  isLocked: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

export function EvidenceItem({ value, isLocked, onEdit, onRemove }: EvidenceItemProps) {
  const name = value.extract;
  return (
    <li className={styles.item}>
      <EvidenceText value={value} />
      {!isLocked && (
        <div className={styles.acts}>
          <Button small onClick={onEdit} aria-label={fill(evidenceWords.editNamed, { name })}>
            {evidenceWords.edit}
          </Button>
          <Button
            small
            kind="quiet"
            onClick={onRemove}
            aria-label={fill(evidenceWords.removeNamed, { name })}
          >
            {evidenceWords.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
