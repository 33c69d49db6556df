/** The page itself, on the screen and on paper. */
import type { Nomination } from '#protocol/subject-records.ts';
import { fill } from '#client/messages/fill.ts';
import { nominationWords } from '#client/messages/unit.ts';
import type { SheetRows } from '#client/subject/read-sheet.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import styles from './papers.module.css';

const parts = ['contribution', 'result', 'evidence'] as const;

export function NominationPaper({ value, sheet }: { value: Nomination; sheet: SheetRows }) {
  const isUnit = value.subjectKind === 'unit';
  const year = sheet.campaign?.year ?? '';
  return (
    <article className={styles.list}>
      <header className={styles.paperHead}>
        <h2>{nominationWords.paperTitle}</h2>
        <p>{fill(nominationWords.paperSubtitle, { year })}</p>
        <p>
          {fill(isUnit ? nominationWords.proposedBy : nominationWords.proposedByHamlet, {
            name: sheet.profile.title,
          })}
        </p>
      </header>
      <Sheet title={value.personName}>
        <p>
          <b>{nominationWords.position}:</b> {value.position}
        </p>
        {parts
          .filter((part) => value[part] !== '')
          .map((part) => (
            <section key={part}>
              <h3>{nominationWords[part]}</h3>
              <p className={styles.text}>{value[part]}</p>
            </section>
          ))}
      </Sheet>
      <footer className={styles.sign}>
        <b>{isUnit ? nominationWords.signer : nominationWords.signerHamlet}</b>
        <p>{nominationWords.signHint}</p>
      </footer>
    </article>
  );
}
