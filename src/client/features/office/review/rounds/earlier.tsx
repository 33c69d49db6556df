/** One criterion in the earlier sendings: what was answered then, what was asked, what was scored. */
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Notice } from '#client/ui/notice.tsx';
import { when } from '../../when.ts';
import type { Review } from '../read/use-review.ts';
import styles from '../pane/pane.module.css';
import { sendingBefore, type CriterionView } from '../view/criteria-view.ts';
import { askedBefore } from './asked.ts';

const { rounds: words } = reviewWords;

export function Earlier({ each, review }: { each: CriterionView; review: Review }) {
  const { around, rows } = review;
  const { criterion, before } = each;
  const last = sendingBefore(around);
  const asked = askedBefore(around);
  const ask = asked?.items.get(criterion.id);
  const scored = rows.earlier.flatMap(({ id, value }) => {
    const round = around.history.find((sending) => sending.id === id)?.round ?? 0;
    return (value.fields[criterion.id] ?? []).map((score) => ({ ...score, round }));
  });
  if (before === null && ask === undefined && scored.length === 0) return null;
  return (
    <div>
      {asked !== null && ask !== undefined && (
        <Notice
          tone="word"
          title={fill(words.asked, { by: asked.byName || reviewWords.score.me, when: when(asked.at) })}
        >
          <p>{ask}</p>
        </Notice>
      )}
      {before !== null && last !== null && (
        <>
          <p className={styles.old}>
            {fill(words.before, { n: last.round })}:{' '}
            <s>{answerWords(criterion, before[criterion.id], before)}</s>
          </p>
          <p className={styles.new}>
            {fill(words.before, { n: around.submission.round })}:{' '}
            {answerWords(criterion, around.submission.snapshot[criterion.id], around.submission.snapshot)}
          </p>
        </>
      )}
      {scored.map(({ opId, points, reasonCode, reason, round }) => (
        <p key={opId}>
          {fill(words.earlier, {
            n: round,
            points: reasonCode === NOT_APPLICABLE ? reviewWords.notApplicableLong : formatPoints(points),
          })}
          {reason !== '' && `: ${reason}`}
        </p>
      ))}
    </div>
  );
}
