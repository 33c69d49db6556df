/** Scores of this machine that have no effect: why, on which answer they were given, the answer now, and the way out. */
import { Link } from 'wouter';
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { textOf } from '#client/db/answer-text.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../../controls.module.css';
import { submissionPath } from '../../paths.ts';
import styles from '../desk/desk.module.css';
import type { RefusedScore } from './refused-scores.ts';
import { codeWords } from './score-draft.ts';

const { refused: words } = reviewWords;

const isSaid = (code: string): code is keyof typeof words.codes => Object.hasOwn(words.codes, code);
export const whyRefused = (code: VerdictCode | undefined): string =>
  code !== undefined && isSaid(code) ? words.codes[code] : fill(words.codes.other, { code: code ?? '' });

interface RefusedPanelProps {
  refused: readonly RefusedScore[];
  set: CriteriaSet;
  shown: SubmissionRow;
  /** The sending in force, when the one on screen is another. */
  newer: string | null;
  /** Points may be given here now. */
  isOpen: boolean;
  /** Puts what was given into the fields of this sending. */
  onAgain: (score: RefusedScore) => void;
  /** Gives them at once: the answer is the one they were given on. */
  onAgainAll: (scores: readonly RefusedScore[]) => void;
  onDismiss: (scores: readonly RefusedScore[]) => void;
}

/** The answer they were given on is the one that stands now. */
export const isUnchanged = ({ on, criterionId }: RefusedScore, shown: SubmissionRow): boolean =>
  on !== null && textOf(on.snapshot[criterionId]) === textOf(shown.snapshot[criterionId]);

export function RefusedPanel(props: RefusedPanelProps) {
  const { refused, set, newer, isOpen, onAgainAll, onDismiss } = props;
  const stale = refused.filter(({ code }) => code === 'STALE_BASIS');
  const others = refused.filter(({ code }) => code !== 'STALE_BASIS');
  const codes = [...new Set(others.map(({ code }) => code))];
  return (
    <>
      {stale.length > 0 && newer !== null && (
        <Notice tone="hand" title={words.staleTitle}>
          <p>
            {words.codes.STALE_BASIS} <Link href={submissionPath(newer)}>{words.openNewer}</Link>
          </p>
        </Notice>
      )}
      {stale.length > 0 && newer === null && <Stale {...props} refused={stale} />}
      {codes.map((code) => {
        const of = others.filter((score) => score.code === code);
        return (
          <Notice key={code ?? ''} tone="hand" title={fill(words.title, { n: of.length })}>
            <p role="status">{whyRefused(code)}</p>
            <Given scores={of} set={set} />
            <p className={styles.line}>
              {isOpen && (
                <button type="button" className={controls.button} onClick={() => onAgainAll(of)}>
                  {fill(words.retry, { n: of.length })}
                </button>
              )}
              <button type="button" className={controls.textButton} onClick={() => onDismiss(of)}>
                {words.dismiss}
              </button>
            </p>
          </Notice>
        );
      })}
    </>
  );
}

/** What was given, in the officer's own words: the fields below no longer hold it. */
function Given({ scores, set }: { scores: readonly RefusedScore[]; set: CriteriaSet }) {
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]));
  return (
    <ul className={styles.given}>
      {scores.map(({ opId, criterionId, points, reasonCode, reason }) => {
        const criterion = criteria.get(criterionId);
        const name = criterion === undefined ? criterionId : `${criterion.code} ${criterion.shortText}`;
        return (
          <li key={opId}>
            <b>{name}:</b>
            <span>
              {reasonCode === NOT_APPLICABLE ? codeWords(reasonCode) : formatPoints(points)}
              {reasonCode !== NOT_APPLICABLE && `, ${codeWords(reasonCode)}`}
              {reason !== '' && `. ${reason}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Stale({ refused, set, shown, isOpen, onAgain, onAgainAll, onDismiss }: RefusedPanelProps) {
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]));
  const unchanged = refused.filter((score) => isUnchanged(score, shown));
  return (
    <Notice tone="hand" title={words.staleTitle}>
      <p>{words.staleText}</p>
      <table className={styles.diff} aria-label={words.staleTitle}>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.gave}</th>
            <th scope="col">{words.atThatTime}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">
              <span className="spoken-only">{words.again}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {refused.map((score) => {
            const criterion = criteria.get(score.criterionId);
            if (criterion === undefined) return null;
            const { on } = score;
            const now = answerWords(criterion, shown.snapshot[criterion.id], shown.snapshot);
            return (
              <tr key={score.opId}>
                <th scope="row">
                  {criterion.code} {criterion.shortText}
                </th>
                <td>
                  {formatPoints(score.points)}
                  {score.reason !== '' && `. ${score.reason}`}
                </td>
                <td>{on && <del>{answerWords(criterion, on.snapshot[criterion.id], on.snapshot)}</del>}</td>
                <td>{isUnchanged(score, shown) ? words.same : <ins>{now}</ins>}</td>
                <td>
                  {isOpen && (
                    <button
                      type="button"
                      className={controls.button}
                      aria-label={fill(words.againNamed, { code: criterion.code })}
                      onClick={() => onAgain(score)}
                    >
                      {words.again}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.line}>
        {unchanged.length === 0 && words.none}
        {unchanged.length > 0 && isOpen && (
          <button type="button" className={controls.button} onClick={() => onAgainAll(unchanged)}>
            {fill(words.againAll, { n: unchanged.length })}
          </button>
        )}
        <button type="button" className={controls.textButton} onClick={() => onDismiss(refused)}>
          {words.dismiss}
        </button>
      </p>
    </Notice>
  );
}
