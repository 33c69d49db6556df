/** One tick a question: filled when answered, outlined where one is. */
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { household } from '#client/messages/household.ts';
import { cx } from '#client/ui/cx.ts';
import styles from './question-page.module.css';
import { criteriaInOrder } from './steps.ts';

export function ProgressTicks({ set, answers, now }: { set: CriteriaSet; answers: Answers; now: string }) {
  const ids = criteriaInOrder(set).map(({ id }) => id);
  const done = ids.filter((id) => answers[id] !== undefined).length;
  return (
    <div role="img" aria-label={fill(household.progress, { xong: done, tong: ids.length })}>
      <ol className={styles.ticks} aria-hidden="true">
        {ids.map((id) => (
          <li key={id} className={cx(answers[id] !== undefined && styles.done, id === now && styles.now)} />
        ))}
      </ol>
    </div>
  );
}
