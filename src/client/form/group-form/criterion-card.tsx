/**
 * One criterion: code, question, help, control, points now and why. Subscribes to its own value and to the number it is
 * out of, nothing else, so that a keystroke renders one card.
 */
import { memo, useEffect, useId, useRef } from 'react';
import { useController, useWatch, type Control } from 'react-hook-form';
import { checkCriterionWords } from './card-words.ts';
import type { Criterion } from '#domain/criteria.ts';
import type { Answers } from '#domain/answers.ts';
import { scoreCriterion, type CriterionScore } from '#domain/score-criterion.ts';
import { explain } from '#domain/explain.ts';
import { formatNumber, formatPercent, formatPoints } from '#domain/vietnamese/format.ts';
import { isNotApplicable } from '#client/form/question-parts.ts';
import { GuideLink } from '#client/form/guide-link.tsx';
import { fill } from '#client/messages/fill.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { EvidenceList } from '#client/form/evidence/evidence-list.tsx';
import { LastYearNote } from '#client/form/last-year.tsx';
import { CriterionPhotos } from '#client/form/photo-field/criterion-photos.tsx';
import { FieldControl } from './field-controls.tsx';
import { fieldKey } from './field-key.ts';
import { splitValues, type FieldValue, type FormValues } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';
import { AskNote } from './ask-note.tsx';
import { OtherPhones } from './other-phones.tsx';
import { SharedLink } from './shared-link.tsx';
import { SuggestionBox } from './suggestion-box.tsx';
import styles from './group-form.module.css';

interface CardProps {
  criterion: Criterion;
  control: Control<FormValues>;
  /** Brought into view: where "Sửa mục …" leads. */
  focused: boolean;
}

function pointsNow({ status, points, maxPoints }: CriterionScore): string {
  if (status === 'notApplicable') return groupWords.pointsNotApplicable;
  const max = formatPoints(maxPoints);
  return status === 'missing'
    ? fill(groupWords.pointsNotYet, { max })
    : fill(groupWords.points, { points: formatPoints(points), max });
}

/** The value of this card alone, with the shared number it is out of, as scoring takes them. */
function useCardAnswers(criterion: Criterion, control: Control<FormValues>, value: FieldValue): Answers {
  const { given } = useSheet();
  const shared = criterion.type === 'ratio' ? criterion.sharedQuestion : undefined;
  // Hooks cannot be conditional: a criterion without a shared number watches its own value again.
  const sharedValue = useWatch({ control, name: fieldKey(shared ?? criterion.id) });
  const own = splitValues({ [fieldKey(criterion.id)]: value }).answers;
  const denominator = shared === undefined ? {} : splitValues({ [fieldKey(shared)]: sharedValue }).answers;
  return { ...own, ...denominator, ...given };
}

function NotApplicable({
  criterion,
  value,
  onChange,
}: {
  criterion: Criterion;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
}) {
  const before = useRef<FieldValue>(undefined);
  const reason = criterion.notApplicable;
  const label = criterion.screen.options.find(({ kind }) => kind === 'na')?.label ?? reason;
  if (reason === undefined) return null;
  if (typeof value === 'object' && 'na' in value) {
    return (
      <Notice tone="plain" title={fill(groupWords.notApplicable, { reason: value.na })}>
        <p>{groupWords.notApplicableOn}</p>
        <Button small onClick={() => onChange(before.current)}>
          {groupWords.undoNotApplicable}
        </Button>
      </Notice>
    );
  }
  return (
    <Button
      small
      wide
      onClick={() => {
        before.current = value;
        onChange({ na: reason });
      }}
    >
      {label}
    </Button>
  );
}

function CriterionCardInner({ criterion, control, focused }: CardProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { field } = useController({ control, name: fieldKey(criterion.id) });
  const value = field.value ?? undefined;
  const change = (next: FieldValue): void => field.onChange(next ?? null);
  const facts = useSheet();
  const answers = useCardAnswers(criterion, control, value);
  const result = scoreCriterion(criterion, answers);
  const words = checkCriterionWords(criterion, answers, facts);
  const given = facts.given[criterion.id];
  const answer = answers[criterion.id];
  const why = result.why;
  const shared = criterion.sharedQuestion === undefined ? undefined : answers[criterion.sharedQuestion];
  const outOf = typeof shared === 'number' ? shared : undefined;

  useEffect(() => {
    if (!focused) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [focused]);

  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <p className={styles.codeLine}>
        <span className="code">{criterion.code}</span>
        <span>{pointsNow(result)}</span>
      </p>
      <h3 ref={heading} id={headingId} tabIndex={-1} className={styles.question}>
        {criterion.screen.question}
      </h3>
      <p className="soft">{criterion.screen.help}</p>
      <AskNote criterion={criterion} />
      {given === undefined ? (
        <>
          {!isNotApplicable(answer) && (
            <FieldControl
              criterion={criterion}
              value={value}
              onChange={change}
              labelledBy={headingId}
              error={words?.severity === 'block' ? words.message : undefined}
              outOf={outOf}
            />
          )}
          <NotApplicable criterion={criterion} value={value} onChange={change} />
        </>
      ) : (
        <p className={styles.given}>
          {typeof given === 'boolean'
            ? given
              ? groupWords.autoOnTimeYes
              : groupWords.autoOnTimeNo
            : fill(groupWords.autoForms, {
                n: typeof given === 'object' && 'n' in given ? formatNumber(given.n) : 0,
              })}
        </p>
      )}
      {why.kind === 'ratio' && (
        <p className={styles.saying}>
          {fill(groupWords.ratioSaying, {
            n: formatNumber(why.n),
            d: formatNumber(why.d),
            percent: formatPercent(why.n, why.d),
          })}
        </p>
      )}
      {words?.severity === 'warn' && <Notice tone="wait">{words.message}</Notice>}
      {why.kind === 'missingDenominator' && <SharedLink criterion={criterion} />}
      {words?.severity === 'block' && given !== undefined && <Notice tone="hand">{words.message}</Notice>}
      {given === undefined && (
        <>
          <OtherPhones criterion={criterion} value={value} />
          <SuggestionBox criterion={criterion} value={value} why={why} outOf={outOf} onUse={change} />
        </>
      )}
      {result.status === 'scored' && <p className="soft">{explain(why, criterion)}</p>}
      <LastYearNote id={criterion.id} answer={answer} />
      <CriterionPhotos criterion={criterion} />
      <EvidenceList criterion={criterion} />
      <details className={styles.more}>
        <summary>{groupWords.more}</summary>
        <p>{criterion.help}</p>
        <p>{fill(groupWords.rule, { rule: criterion.rule })}</p>
        <p>{fill(groupWords.evidence, { evidence: criterion.evidence })}</p>
        <GuideLink id={criterion.guide} />
        {given === undefined && value !== undefined && (
          <Button small kind="quiet" onClick={() => change(undefined)}>
            {fill(groupWords.clear, { code: criterion.code })}
          </Button>
        )}
      </details>
    </section>
  );
}

export const CriterionCard = memo(CriterionCardInner);
