/** The one tea-edged card: what would raise the score most, at most by how much, and the button to it. */
import { ArrowRight } from 'lucide-react';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { RollupSuggestion } from '#domain/rollup.ts';
import { formatNumber, formatPoints } from '#domain/vietnamese/format.ts';
import { placeOf, writePlace } from '#client/form/group-form/place.ts';
import type { NextStep } from '#client/form/group-form/next-step.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import styles from './subject.module.css';

interface NextStepCardProps {
  set: CriteriaSet;
  /** Null when every criterion a person fills is filled. */
  step: NextStep | null;
  normalised: number;
  suggestion: RollupSuggestion | undefined;
  /** Path of the form. */
  form: string;
}

/** The next class up, when the step could reach it. */
const gradeReached = (set: CriteriaSet, normalised: number, gain: number) =>
  [...set.grades]
    .sort((a, b) => b.min - a.min)
    .find(({ min }) => min > normalised && min <= normalised + gain);

export function NextStepCard({ set, step, normalised, suggestion, form }: NextStepCardProps) {
  if (step === null) {
    return (
      <Sheet tone="next">
        <p className={styles.what}>{homeWords.reviewTitle}</p>
        <p>{homeWords.reviewWhat}</p>
        <LinkButton kind="main" wide href={`${form}${writePlace({ kind: 'review' })}`} icon={<ArrowRight />}>
          {homeWords.reviewButton}
        </LinkButton>
      </Sheet>
    );
  }
  const { criterion, focus, gain } = step;
  const grade = gradeReached(set, normalised, gain);
  const shown = suggestion?.propose === 'figures' && suggestion.coverage.forms > 0 ? suggestion : undefined;
  const why = [
    shown && fill(homeWords.nextSuggestion, { n: formatNumber(shown.n), d: formatNumber(shown.d) }),
    grade && fill(homeWords.nextGrade, { min: formatNumber(grade.min / 100), grade: grade.name }),
  ].filter((line) => line !== undefined);
  return (
    <Sheet tone="next">
      <p className={styles.gain}>
        <span>{homeWords.nextTitle}</span>
        <span>{fill(homeWords.nextGain, { points: formatPoints(gain) })}</span>
      </p>
      <h2 className={styles.what}>
        {fill(homeWords.nextWhat, { code: criterion.code, text: criterion.shortText })}
      </h2>
      {why.length > 0 && <p>{why.join(' ')}</p>}
      <LinkButton kind="main" wide href={`${form}${writePlace(placeOf(set, focus))}`}>
        {homeWords.nextButton}
        <ArrowRight />
      </LinkButton>
    </Sheet>
  );
}
