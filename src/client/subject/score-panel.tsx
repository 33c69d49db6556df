/** The one number of the home screen, with its scale: solid = have, hatched = what the next step could add. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { NextStep } from '#domain/next-steps.ts';
import type { ScoreSheet } from '#domain/score.ts';
import { formatNumber, formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { ScoreScale } from '#client/ui/score-scale.tsx';
import styles from './subject.module.css';

const codeOf = (set: CriteriaSet, { criterionId }: NextStep): string =>
  criteriaOf(set).find(({ id }) => id === criterionId)?.code ?? '';

export function ScorePanel({
  set,
  result,
  step,
}: {
  set: CriteriaSet;
  result: ScoreSheet;
  step: NextStep | null;
}) {
  const { normalised } = result;
  const total = result.criteria.length;
  const score = formatPoints(normalised);
  const [next] = set.grades.filter(({ min }) => min > normalised).sort((a, b) => a.min - b.min);
  const label = [
    fill(homeWords.scaleLabel, { score }),
    step &&
      fill(homeWords.scaleMay, { code: codeOf(set, step), score: formatPoints(normalised + step.gain) }),
    next && fill(homeWords.scaleNext, { grade: next.name, min: formatNumber(next.min / 100) }),
  ];
  return (
    <section className={styles.score} aria-label={homeWords.scoreLabel}>
      <p className={styles.number}>{score}</p>
      <p className={styles.of}>
        {homeWords.score}
        <br />
        {fill(homeWords.filled, { n: total - result.missing.length, total })}
      </p>
      <div className={styles.scale}>
        <ScoreScale
          have={normalised}
          may={step?.gain ?? 0}
          // In words below: a label at the mark would run off a phone's edge.
          ticks={next ? [{ at: next.min, label: '' }] : []}
          label={label.join('')}
        />
        {next && (
          <p className="soft" aria-hidden="true">
            {fill(homeWords.nextGradeMark, { grade: next.name, min: formatNumber(next.min / 100) })}
          </p>
        )}
      </div>
    </section>
  );
}
