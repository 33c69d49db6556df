/** Beside a hamlet's or unit's sheet: its plan with its pages, its report, and whom it puts forward. */
import { Link } from 'wouter';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { fill } from '#client/messages/fill.ts';
import { officePaperWords as words } from '#client/messages/office-papers.ts';
import { planWords } from '#client/messages/unit.ts';
import { Evidence } from '../photos/evidence.tsx';
import sheets from '../sheet.module.css';
import { NOMINATIONS_PATH } from './paths.ts';
import type { SubjectPapers as Papers } from './read-papers.ts';
import styles from './papers.module.css';

interface SubjectPapersProps {
  papers: Papers;
  isUnit: boolean;
  planPages: readonly PhotoRow[];
}

const planAsked = { code: planWords.pagesCode, text: planWords.pages };

export function SubjectPapers({ papers, isUnit, planPages }: SubjectPapersProps) {
  const { plan, narrative, nominations } = papers;
  return (
    <section className={sheets.sheet} aria-labelledby="ho-so">
      <h2 id="ho-so">{words.title}</h2>
      {isUnit && (
        <div>
          <h3>{words.plan}</h3>
          {plan === undefined ? (
            <p>{words.planNone}</p>
          ) : (
            <>
              <p>
                <b>
                  {fill(plan.value.number === '' ? planWords.savedUnnumbered : planWords.saved, {
                    number: plan.value.number,
                    date: formatDate(noonOf(plan.value.date)),
                  })}
                </b>
                . {plan.value.extract}
              </p>
              <ol className={styles.targets}>
                {plan.value.targets.map(({ id, text, measure }) => (
                  <li key={id}>
                    {text}
                    {measure !== '' && <b>: {measure}</b>}
                  </li>
                ))}
              </ol>
            </>
          )}
          <Evidence criterion={planAsked} photos={planPages} />
        </div>
      )}
      <div>
        <h3>{words.narrative}</h3>
        {narrative === undefined || narrative.value.paragraphs.length === 0 ? (
          <p>{words.narrativeNone}</p>
        ) : (
          <details>
            <summary>{fill(words.narrativeOpen, { n: narrative.value.paragraphs.length })}</summary>
            {narrative.value.paragraphs.map(({ id, heading, text }) => (
              <div key={id} className={styles.paragraph}>
                {heading !== '' && <h4>{heading}</h4>}
                <p className={styles.text}>{text}</p>
              </div>
            ))}
          </details>
        )}
      </div>
      <div>
        <h3>{words.nominations}</h3>
        {nominations.length === 0 ? (
          <p>{words.nominationsNone}</p>
        ) : (
          <ul className={styles.people}>
            {nominations.map(({ id, value }) => (
              <li key={id}>
                <Link href={`${NOMINATIONS_PATH}?ca-nhan=${id}`}>{value.personName}</Link>, {value.position}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
