/** Over the desk: what was asked in the last return, by whom and when, and what the sender changed since, item by item. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { textOf } from '#client/db/answer-text.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../../controls.module.css';
import { when } from '../../when.ts';
import styles from '../desk/desk.module.css';
import type { Review } from '../read/use-review.ts';
import type { ReviewView } from '../view/criteria-view.ts';
import { askedBefore } from './asked.ts';

const { rounds: words } = reviewWords;

interface AskedLineProps {
  review: Review;
  view: ReviewView;
  onGo: (criterionId: string) => void;
}

export function AskedLine({ review, view, onGo }: AskedLineProps) {
  const { around } = review;
  const asked = askedBefore(around);
  if (asked === null) return null;
  const { submission, history } = around;
  const then = history.find(({ id }) => id === asked.submission);
  const isAnswered = then !== undefined && then.id !== submission.id;
  const criteria = criteriaOf(view.set);
  const nameOf = (id: string): string =>
    criteria.find((each) => each.id === id)?.code ??
    view.set.sharedQuestions.find((each) => each.id === id)?.screen.question ??
    id;
  const isSame = (id: string): boolean => textOf(then?.snapshot[id]) === textOf(submission.snapshot[id]);
  const who = { by: asked.byName || reviewWords.score.me, when: when(asked.at) };
  return (
    <div data-printed>
      <Notice tone="word">
        <p>
          <b>{fill(words.asked, who)}.</b> {asked.reason}
        </p>
        <ul className={styles.asked}>
          {[...asked.items].map(([id, ask]) => (
            <li key={id}>
              {criteria.some((each) => each.id === id) ? (
                <button type="button" className={controls.textButton} onClick={() => onGo(id)}>
                  {fill(words.item, { code: nameOf(id) })}
                </button>
              ) : (
                <b>{nameOf(id)}</b>
              )}
              {isAnswered && <span className={styles.done}>{isSame(id) ? words.kept : words.mended}</span>}
              <span>{ask}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
