/** Papers and addresses under one answer, beside its photos. */
import type { StoredRow } from '#client/db/model.ts';
import { EvidenceText } from '#client/form/evidence/evidence-item.tsx';
import { evidenceWords } from '#client/messages/evidence.ts';
import styles from './papers.module.css';

export const PaperList = ({ papers }: { papers: readonly StoredRow<'evidence'>[] }) =>
  papers.length === 0 ? null : (
    <ul className={styles.papers} aria-label={evidenceWords.office.title}>
      {papers.map(({ id, value }) => (
        <li key={id}>
          <EvidenceText value={value} />
        </li>
      ))}
    </ul>
  );
