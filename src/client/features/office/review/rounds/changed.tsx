/** What the sender changed since the sending before: old struck through, new in bold, question by question. */
import { textOf } from '#client/db/answer-text.ts';
import { answerWords, sharedWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import type { SubmissionView } from '../../use-submission.ts';
import sheets from '../../sheet.module.css';
import styles from '../desk/desk.module.css';
import { sendingBefore, type ReviewView } from '../view/criteria-view.ts';

const { rounds: words } = reviewWords;

export function Changed({ around, view }: { around: SubmissionView; view: ReviewView }) {
  const last = sendingBefore(around);
  if (last === null) return null;
  const { snapshot, round } = around.submission;
  const shared = view.set.sharedQuestions
    .filter(({ id }) => textOf(last.snapshot[id]) !== textOf(snapshot[id]))
    .map((question) => ({
      id: question.id,
      name: question.screen.question,
      old: sharedWords(question, last.snapshot[question.id]),
      now: sharedWords(question, snapshot[question.id]),
    }));
  const own = view.criteria
    .filter(({ before }) => before !== null)
    .map(({ criterion }) => ({
      id: criterion.id,
      name: `${criterion.code} ${criterion.shortText}`,
      old: answerWords(criterion, last.snapshot[criterion.id], last.snapshot),
      now: answerWords(criterion, snapshot[criterion.id], snapshot),
    }));
  const changes = [...shared, ...own];
  return (
    <section className={sheets.sheet}>
      <h2>
        {changes.length === 0
          ? fill(words.changedNone, { round: last.round })
          : fill(words.changedTitle, { n: changes.length, round: last.round })}
      </h2>
      {changes.length > 0 && (
        <table className={styles.diff}>
          <thead>
            <tr>
              <th scope="col">{reviewWords.refused.item}</th>
              <th scope="col">{fill(words.before, { n: last.round })}</th>
              <th scope="col">{fill(words.before, { n: round })}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ id, name, old, now }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <del>{old}</del>
                </td>
                <td>
                  <ins>{now}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
