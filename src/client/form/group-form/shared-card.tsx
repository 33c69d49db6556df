/** A number several criteria are out of: asked once, or read from the commune's record. */
import { memo, useEffect, useId, useRef } from 'react';
import { useController, type Control } from 'react-hook-form';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { SharedQuestion } from '#domain/criteria.ts';
import { checkAnswers } from '#domain/check-answers.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { chooseWords } from '#client/messages/choosing.ts';
import { fill } from '#client/messages/fill.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { NumberField } from '#client/ui/number-field.tsx';
import { fieldKey } from './field-key.ts';
import type { FormValues } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';
import styles from './group-form.module.css';

interface SharedCardProps {
  question: SharedQuestion;
  control: Control<FormValues>;
  focused: boolean;
}

function SharedCardInner({ question, control, focused }: SharedCardProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { set, given, known, conflicts, choosePath } = useSheet();
  const { field } = useController({ control, name: fieldKey(question.id) });
  const fixed = given[question.id];
  const value = fixed ?? (typeof field.value === 'number' ? field.value : undefined);
  const codes = criteriaOf(set)
    .filter(({ sharedQuestion }) => sharedQuestion === question.id)
    .map(({ code }) => code)
    .join(', ');
  const issue =
    value === undefined
      ? undefined
      : checkAnswers({ ...set, groups: [], consistency: [] }, { [question.id]: value }, known).find(
          ({ criterionId }) => criterionId === question.id,
        );

  useEffect(() => {
    if (!focused) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [focused]);

  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <p className="soft">{fill(groupWords.sharedAsk, { codes })}</p>
      <h3 ref={heading} id={headingId} tabIndex={-1} className={styles.question}>
        {question.screen.question}
      </h3>
      {typeof fixed === 'number' ? (
        <>
          <p className={styles.figure}>{formatNumber(fixed)}</p>
          <p className="soft">{groupWords.sharedGiven}</p>
        </>
      ) : (
        <NumberField
          label={groupWords.sharedLabel}
          help={question.screen.help}
          value={typeof field.value === 'number' ? field.value : null}
          onChange={(next) => field.onChange(next)}
          error={issue?.message}
        />
      )}
      {conflicts[question.id] !== undefined && (
        <Notice tone="hand" title={chooseWords.cardTitle}>
          <p>{chooseWords.cardText}</p>
          <LinkButton kind="hand" wide href={choosePath(question.id)}>
            {chooseWords.go}
          </LinkButton>
        </Notice>
      )}
    </section>
  );
}

export const SharedCard = memo(SharedCardInner);
