/** Those drawn, in the order drawn; on paper with places for the result and a signature. */
import { Link } from 'wouter';
import { formatDate } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import { submissionPath } from '../paths.ts';
import sheets from '../sheet.module.css';
import { newVisitPath, visitPath } from './paths.ts';
import { isSeenMark, type Sample, type Visit } from './read-trust.ts';
import type { TrustSeam } from './trust-frame.tsx';
import styles from './trust.module.css';

const words = trustWords.draw;
/** To be written by hand. */
const BLANK = '\u00a0';

export function SampleTable({ seam, sample }: { seam: TrustSeam; sample: Sample }) {
  const { subjectKind: kind, chosen } = sample.value;
  const visits = new Map<string, Visit>();
  for (const visit of seam.rows.visits)
    if (!isSeenMark(visit) && visit.value.sampleId === sample.id && !visits.has(visit.value.subjectId))
      visits.set(visit.value.subjectId, visit);
  const showsHamlet = kind === 'household';
  return (
    <div className={`${sheets.tablewrap} ${styles.scroll}`}>
      <table className={shared.table} aria-label={words.chosen}>
        <thead>
          <tr>
            <th scope="col" className={sheets.right}>
              {words.columns.order}
            </th>
            <th scope="col">{words.columns.name}</th>
            {showsHamlet && <th scope="col">{words.columns.hamlet}</th>}
            <th scope="col" className={styles.screen}>
              {words.columns.form}
            </th>
            <th scope="col" className={styles.screen}>
              {words.columns.visit}
            </th>
            <th scope="col" className={styles.paper}>
              {words.columns.result}
            </th>
            <th scope="col" className={styles.paper}>
              {words.columns.sign}
            </th>
          </tr>
        </thead>
        <tbody>
          {chosen.map((id, at) => {
            const name = seam.subjects.nameOf(kind, id) ?? words.gone;
            const form = seam.subjects.formOf(id);
            const visit = visits.get(id);
            return (
              <tr key={id}>
                <td className={sheets.right} data-head={words.columns.order}>
                  {at + 1}
                </td>
                <th scope="row">{name}</th>
                {showsHamlet && (
                  <td data-head={words.columns.hamlet}>
                    {seam.subjects.nameOf('hamlet', seam.subjects.hamletOf(kind, id)) ?? ''}
                  </td>
                )}
                <td className={styles.screen}>
                  {form ? (
                    <Link href={submissionPath(form.id)} aria-label={fill(words.openNamed, { name })}>
                      {words.open}
                    </Link>
                  ) : (
                    words.noForm
                  )}
                </td>
                <td className={styles.screen}>
                  <VisitCell seam={seam} sample={sample} subjectId={id} name={name} visit={visit} />
                </td>
                <td className={styles.paper}>{BLANK}</td>
                <td className={styles.paper}>{BLANK}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface VisitCellProps {
  seam: TrustSeam;
  sample: Sample;
  subjectId: string;
  name: string;
  visit: Visit | undefined;
}

function VisitCell({ seam, sample, subjectId, name, visit }: VisitCellProps) {
  if (visit) {
    const { conclusion, date } = visit.value;
    return (
      <Link href={visitPath(visit.id)}>
        {trustWords.visits.conclusions[conclusion]}, {formatDate(noonOf(date))}
      </Link>
    );
  }
  if (!seam.canVisit) return null;
  return (
    <Link
      className={controls.textButton}
      href={newVisitPath({ kind: sample.value.subjectKind, subjectId, sampleId: sample.id })}
      aria-label={fill(words.planNamed, { name })}
    >
      {words.plan}
    </Link>
  );
}
