/** The one tea-edged card: what would raise the score most, what exactly it takes, and the button to it. */
import { ArrowRight } from 'lucide-react';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { NextStep } from '#domain/next-steps.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { GuideLink } from '#client/form/guide-link.tsx';
import { writePlace } from '#client/form/group-form/place.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { stepWords } from '#client/messages/next-steps.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { stepButton, stepGain, stepNeed, stepPath, stepTitle } from './step-words.ts';
import styles from './subject.module.css';

interface NextStepCardProps {
  set: CriteriaSet;
  /** Null when there is nothing left to fill: then the card leads to the review. */
  step: NextStep | null;
  normalised: number;
  /** Path of the form. */
  form: string;
}

/** The next class up, when the step reaches it. */
const gradeReached = (set: CriteriaSet, normalised: number, gain: number) =>
  [...set.grades]
    .sort((a, b) => b.min - a.min)
    .find(({ min }) => min > normalised && min <= normalised + gain);

export function NextStepCard({ set, step, normalised, form }: NextStepCardProps) {
  const criterion = criteriaOf(set).find(({ id }) => id === step?.criterionId);
  if (step === null || criterion === undefined) {
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
  const grade = gradeReached(set, normalised, step.gain);
  const gradeWords = step.exact ? stepWords.grade : stepWords.gradeAtMost;
  const why = [
    stepNeed(criterion, step),
    grade && fill(gradeWords, { min: formatNumber(grade.min / 100), grade: grade.name }),
    !step.feasible && stepWords.notInTime,
  ].filter((line) => typeof line === 'string');
  return (
    <Sheet tone="next">
      <p className={styles.gain}>
        <span>{stepWords.title}</span>
        <span>{stepGain(step)}</span>
      </p>
      <h2 className={styles.what}>{stepTitle(criterion, step)}</h2>
      <p>{why.join(' ')}</p>
      <LinkButton kind="main" wide href={stepPath(set, step, form)}>
        {stepButton(step)}
        <ArrowRight />
      </LinkButton>
      <GuideLink id={step.guide} />
    </Sheet>
  );
}
