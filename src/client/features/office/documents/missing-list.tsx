/** What a paper would print blank, and what it could say besides, each with the place where it is entered. */
import { Link } from 'wouter';
import type { Missing } from '#domain/papers/missing.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments } from '#client/messages/office-documents.ts';
import { Notice } from '#client/ui/notice.tsx';
import styles from './documents.module.css';

const { missing: words } = officeDocuments;

export const missingWords = ({ what, wanted = [] }: Missing): string =>
  fill(words.what[what], { list: wanted.join('; ') });

/** The id of the form for head and foot, where most of it is entered. */
export const HEAD_FORM = 'dau-van-ban';

const Line = ({ missing }: { missing: Missing }) => {
  const { where } = missing;
  return (
    <li>
      {missingWords(missing)}{' '}
      {where === 'paper' ? (
        missing.what !== 'words' && (
          <a
            href={`#${HEAD_FORM}`}
            onClick={(event) => {
              event.preventDefault();
              const form = document.getElementById(HEAD_FORM);
              if (form instanceof HTMLDetailsElement) form.open = true;
              form?.querySelector('input')?.focus();
            }}
          >
            {words.here}
          </a>
        )
      ) : (
        <Link href={words.where[where].href}>{words.where[where].word}</Link>
      )}
    </li>
  );
};

export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const of = (weight: Missing['weight']) => missing.filter((each) => each.weight === weight);
  const [blanks, advice] = [of('blank'), of('advice')];
  return (
    <>
      {blanks.length > 0 ? (
        <Notice tone="hand" title={words.title}>
          <ul className={styles.missing}>
            {blanks.map((each) => (
              <Line key={each.what} missing={each} />
            ))}
          </ul>
        </Notice>
      ) : (
        <p>{words.none}</p>
      )}
      {advice.length > 0 && (
        <details className={styles.advice}>
          <summary>{words.advice}</summary>
          <ul className={styles.missing}>
            {advice.map((each) => (
              <Line key={each.what} missing={each} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
