/** One signal: its figures, what it may well be, how it was reckoned, and what one can do. */
import { Link } from 'wouter';
import { formatDate } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import { submissionPath } from '../paths.ts';
import { newVisitPath } from './paths.ts';
import type { Visit } from './read-trust.ts';
import { SignalPictures } from './signal-pictures.tsx';
import { figureLines } from './signal-words.ts';
import type { Signal } from './signals.ts';
import type { TrustSeam } from './trust-frame.tsx';
import styles from './trust.module.css';

const words = trustWords.signals;
const LINKS = 3;

interface SignalItemProps {
  seam: TrustSeam;
  signal: Signal;
  /** Absent while nobody has looked into it. */
  mark?: Visit;
  onMark: () => void;
  onUnmark: (mark: Visit) => void;
}

export function SignalItem({ seam, signal, mark, onMark, onUnmark }: SignalItemProps) {
  const { check, subject, key } = signal;
  const shown = signal.forms.slice(0, LINKS);
  const nameOf = ({ subjectKind, subjectId, subjectName }: SubmissionRow): string =>
    seam.subjects.nameOf(subjectKind, subjectId) ?? subjectName;
  const name = seam.subjects.nameOf(subject.kind, subject.id) ?? '';
  return (
    <li className={styles.signal} data-signal={key}>
      <div className={shared.stack}>
        <h3>{fill(words.title, { check: words.checks[check].toLowerCase() })}</h3>
        <ul className={styles.figures}>
          {figureLines(signal, seam).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {check === 'photos' && <SignalPictures pair={signal.pair} naming={seam} />}
        <p>{words.innocent[check]}</p>
        <details className={styles.how}>
          <summary>{words.how}</summary>
          <p>{words.rules[check]}</p>
        </details>
        {mark && (
          <p className={shared.soft}>
            {fill(words.seenLine, {
              who: mark.value.inspectors,
              date: formatDate(noonOf(mark.value.date)),
            })}
            {mark.value.note !== '' && `: ${mark.value.note}`}
          </p>
        )}
      </div>
      <div className={styles.acts} data-acts="">
        {shown.map((form) => (
          <Link key={form.id} className={controls.button} href={submissionPath(form.id)}>
            {fill(words.open, { name: nameOf(form) })}
          </Link>
        ))}
        {signal.forms.length > LINKS && (
          <p className={shared.soft}>{fill(words.moreForms, { n: signal.forms.length - LINKS })}</p>
        )}
        {seam.canVisit && mark === undefined && (
          <>
            <button
              type="button"
              className={controls.button}
              data-mark=""
              aria-label={fill(words.markNamed, { check: words.checks[check], name })}
              onClick={onMark}
            >
              {words.mark}
            </button>
            <Link
              className={controls.textButton}
              href={newVisitPath({ kind: subject.kind, subjectId: subject.id, signal: key })}
            >
              {words.visit}
            </Link>
          </>
        )}
        {seam.canVisit && mark && (
          <button type="button" className={controls.button} onClick={() => onUnmark(mark)}>
            {words.again}
          </button>
        )}
      </div>
    </li>
  );
}
