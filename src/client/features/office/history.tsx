/** Rounds of the same assessment, the family's own beside what was typed for it. */
import { Link } from 'wouter';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { office } from '#client/messages/office.ts';
import { cx } from '#client/ui/cx.ts';
import styles from './history.module.css';
import sheets from './sheet.module.css';
import { LastMove } from './moves/last-move.tsx';
import { submissionPath } from './paths.ts';
import type { SubmissionView } from './use-submission.ts';
import { when } from './when.ts';

export function History({ view }: { view: SubmissionView }) {
  const { history: submissions, submission: shown, assessment, set } = view;
  const shownId = shown.id;
  return (
    <section className={sheets.sheet}>
      <h2>{office.historyTitle}</h2>
      {submissions.length < 2 ? (
        <p className={sheets.note}>{office.historyOnly}</p>
      ) : (
        <table className={cx(styles.history, sheets.figures)}>
          <thead>
            <tr>
              <th scope="col">{office.header.round}</th>
              <th scope="col">{office.columns.channel}</th>
              <th scope="col">{office.columns.received}</th>
              <th scope="col" className={sheets.right}>
                {office.columns.score}
              </th>
            </tr>
          </thead>
          <tbody>
            {submissions.map((submission) => (
              <tr key={submission.id} aria-current={submission.id === shownId ? 'true' : undefined}>
                <td>{submission.round}</td>
                <th scope="row">
                  {submission.id === shownId ? (
                    `${office.channels[submission.channel]} (${office.historyNow})`
                  ) : (
                    <Link href={submissionPath(submission.id)}>{office.channels[submission.channel]}</Link>
                  )}
                  <span className={sheets.why}>{submission.current ? office.current : office.replaced}</span>
                </th>
                <td>{when(submission.receivedAt)}</td>
                <td className={sheets.right}>{formatPoints(submission.selfScore)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {assessment && <LastMove assessment={assessment.value} set={set} />}
    </section>
  );
}
