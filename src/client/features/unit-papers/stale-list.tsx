/** Every paper of which this phone and another wrote different things. */
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { EvidenceText } from '#client/form/evidence/evidence-item.tsx';
import { fill } from '#client/messages/fill.ts';
import { paperWords, planWords } from '#client/messages/unit.ts';
import { StaleCard } from '#client/subject/stale-card.tsx';
import type { OwnPapers } from './read-papers.ts';
import styles from './papers.module.css';

export function StaleList({ rows }: { rows: OwnPapers }) {
  const workspace = useWorkspace();
  const { stale, plan, narrative, nominations, evidence } = rows;
  return (
    <>
      {stale.plan.map((each) => (
        <StaleCard
          key={each.opId}
          name={paperWords.plan}
          stale={each}
          row={plan}
          put={(id, value, rev) => workspace.putRecord('plan', id, value, rev)}
          show={({ number, date, extract, targets }) => (
            <>
              <p>
                {fill(number === '' ? planWords.savedUnnumbered : planWords.saved, {
                  number,
                  date: formatDate(noonOf(date)),
                })}
              </p>
              <p>{extract}</p>
              {targets.map(({ id, text, measure }) => (
                <p key={id}>
                  {text} {measure}
                </p>
              ))}
            </>
          )}
        />
      ))}
      {stale.narrative.map((each) => (
        <StaleCard
          key={each.opId}
          name={paperWords.narrative}
          stale={each}
          row={narrative}
          put={(id, value, rev) => workspace.putRecord('narrative', id, value, rev)}
          show={({ paragraphs }) =>
            paragraphs.map(({ id, heading, text }) => (
              <p key={id} className={styles.text}>
                {heading !== '' && <b>{heading}. </b>}
                {text}
              </p>
            ))
          }
        />
      ))}
      {stale.nomination.map((each) => (
        <StaleCard
          key={each.opId}
          name={paperWords.nominations}
          stale={each}
          row={nominations.find(({ id }) => id === each.id)}
          put={(id, value, rev) => workspace.putRecord('nomination', id, value, rev)}
          show={({ personName, position, contribution, result, evidence: shown }) => (
            <>
              <p>
                <b>{personName}</b>, {position}
              </p>
              <p className={styles.text}>{contribution}</p>
              <p className={styles.text}>{result}</p>
              {shown !== '' && <p className={styles.text}>{shown}</p>}
            </>
          )}
        />
      ))}
      {stale.evidence.map((each) => (
        <StaleCard
          key={each.opId}
          name={paperWords.evidenceTitle}
          stale={each}
          row={evidence.find(({ id }) => id === each.id)}
          put={(id, value, rev) => workspace.putRecord('evidence', id, value, rev)}
          show={(value) => <EvidenceText value={value} />}
        />
      ))}
    </>
  );
}
