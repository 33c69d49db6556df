/** On the home of a verified form: what the commune gave, beside what was claimed, and the way to the items. */
import { formatPoints } from '#domain/vietnamese/format.ts';
import { communeScoreWords as words } from '#client/messages/commune-score.ts';
import { fill } from '#client/messages/fill.ts';
import { LinkButton } from '#client/ui/button.tsx';
import type { CommuneScore } from './commune-score.ts';
import styles from './subject.module.css';

export function CommuneScoreCard({ score, href }: { score: CommuneScore; href?: string }) {
  const { total, self, changed } = score;
  return (
    <section className={styles.score} aria-label={words.title}>
      <p className={styles.number}>{formatPoints(total.normalised)}</p>
      <p className={styles.of}>
        {words.of}
        <br />
        {changed.length === 0
          ? words.same
          : fill(words.self, { self: formatPoints(self), n: changed.length })}
      </p>
      {total.grade !== null && (
        <p className={styles.scale}>{fill(words.grade, { grade: total.grade.name })}</p>
      )}
      {href !== undefined && (
        <div className={styles.scale}>
          <LinkButton wide href={href}>
            {words.open}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
