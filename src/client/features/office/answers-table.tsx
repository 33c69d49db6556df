/** Answers group by group: code, criterion, what was said, points out of the most, and why. */
import type { ReactNode } from 'react';
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet, Criterion, SharedQuestion } from '#domain/criteria.ts';
import { explain } from '#domain/explain.ts';
import type { CriterionScore } from '#domain/score-criterion.ts';
import type { ScoreSheet } from '#domain/score.ts';
import { formatNumber, formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { answerWords, sharedWords } from '#client/form/answer-words.ts';
import styles from './answers.module.css';
import sheets from './sheet.module.css';

const pointsOf = ({ status, points, maxPoints }: CriterionScore): string =>
  fill(status === 'scored' ? office.pointsOf : office.noPoints, {
    points: formatPoints(points),
    max: formatPoints(maxPoints),
  });

interface AnswersTableProps {
  set: CriteriaSet;
  sheet: ScoreSheet;
  snapshot: Answers;
  /** What lies beside an answer: its photos. */
  beside?: (criterion: Criterion) => ReactNode;
}

function SharedRow({ question, snapshot }: { question: SharedQuestion; snapshot: Answers }) {
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {question.screen.question}
      </th>
      <td colSpan={2}>
        <b>{sharedWords(question, snapshot[question.id])}</b>
      </td>
    </tr>
  );
}

export function AnswersTable({ set, sheet, snapshot, beside }: AnswersTableProps) {
  const scores = new Map(sheet.criteria.map((criterion) => [criterion.id, criterion]));
  const totals = new Map(sheet.groups.map((group) => [group.code, group]));
  const answered = sheet.criteria.length - sheet.missing.length;
  return (
    <div className={sheets.tablewrap}>
      <table className={styles.answers} aria-label={office.answers}>
        <thead>
          <tr>
            <th scope="col">{office.code}</th>
            <th scope="col">{office.criterion}</th>
            <th scope="col">{office.answer}</th>
            <th scope="col" className={sheets.right}>
              {office.ofMax}
            </th>
          </tr>
        </thead>
        {set.sharedQuestions.length > 0 && (
          <tbody>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={4}>
                {office.sharedTitle}
              </th>
            </tr>
            {set.sharedQuestions.map((question) => (
              <SharedRow key={question.id} question={question} snapshot={snapshot} />
            ))}
          </tbody>
        )}
        {set.groups.map((group) => {
          const total = totals.get(group.code);
          return (
            <tbody key={group.code}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={3}>
                  {group.code} {group.name}
                </th>
                <td className={sheets.right}>
                  {total &&
                    fill(office.groupTotal, {
                      earned: formatPoints(total.earned),
                      max: formatPoints(total.applicableMax),
                    })}
                </td>
              </tr>
              {group.criteria.map((criterion) => {
                const scored = scores.get(criterion.id);
                return (
                  <tr key={criterion.id}>
                    <td className={sheets.code}>{criterion.code}</td>
                    <th scope="row">{criterion.text}</th>
                    <td>
                      <b>{answerWords(criterion, snapshot[criterion.id], snapshot)}</b>
                      {scored && <span className={sheets.why}>{explain(scored.why, criterion)}</span>}
                      {beside?.(criterion)}
                    </td>
                    <td className={sheets.right}>{scored && pointsOf(scored)}</td>
                  </tr>
                );
              })}
            </tbody>
          );
        })}
      </table>
      <p className={styles.totals}>
        <span>
          {office.total} <b>{formatPoints(sheet.normalised)}</b>
        </span>
        <span>
          {fill(office.rawTotal, {
            earned: formatPoints(sheet.earned),
            max: formatPoints(sheet.applicableMax),
          })}
        </span>
        <span>
          {fill(office.answered, { done: formatNumber(answered), all: formatNumber(sheet.criteria.length) })}
        </span>
        {sheet.notApplicable.length > 0 && (
          <span>{fill(office.naCount, { count: formatNumber(sheet.notApplicable.length) })}</span>
        )}
      </p>
    </div>
  );
}
