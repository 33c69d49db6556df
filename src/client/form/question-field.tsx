/**
 * One question's answer, drawn by its control. Writes whole answers only; a number that cannot be right is written all
 * the same and the words under it say so.
 */
import { useState } from 'react';
import type { Answer } from '#domain/answers.ts';
import { formMessages } from '#client/messages/form.ts';
import { Checklist } from '#client/ui/checklist.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Stepper } from '#client/ui/stepper.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import { NotApplicable } from './not-applicable.tsx';
import { PeopleHere, PeopleOf, PeopleSaid } from './people-of.tsx';
import {
  countOf,
  isNotApplicable,
  levelOf,
  optionsOf,
  screenOf,
  textOf,
  type Question,
} from './question-parts.ts';
import styles from './question-field.module.css';

export type QuestionFieldProps = Question & {
  value: Answer | undefined;
  /** Entries ticked; the answer of a checklist is only their number. */
  ticks?: readonly string[];
  onChange: (value: Answer | undefined, ticks?: string[]) => void;
  /** Id of the question's heading. */
  labelledBy: string;
  /** Shared denominator, where the question has one. */
  outOf?: number | undefined;
  onEditOutOf?: (() => void) | undefined;
  /** What is off and what to do, in words. */
  error?: string | undefined;
  /** Worth a second look; not in the way. */
  warning?: string | undefined;
};

function YesNoOrLevels(props: QuestionFieldProps) {
  const { value, onChange, labelledBy } = props;
  const screen = screenOf(props);
  const yesNo = optionsOf(screen, 'yesno').map((option) => ({
    value: String(option.value),
    label: option.label,
  }));
  if (yesNo.length > 0) {
    return (
      <ChoiceGroup
        labelledBy={labelledBy}
        options={yesNo}
        value={typeof value === 'boolean' ? String(value) : null}
        onChange={(chosen) => onChange(chosen === 'true')}
      />
    );
  }
  const levels = optionsOf(screen, 'level').map((option) => ({ value: option.level, label: option.label }));
  const hasText = screen.control === 'choiceText';
  return (
    <ChoiceGroup
      labelledBy={labelledBy}
      options={levels}
      value={levelOf(value)}
      onChange={(level) => onChange(hasText ? { text: textOf(value), level } : { level })}
      small
    />
  );
}

/** Text goes with a level; it is asked for once a level is chosen, so that no typed word is without its place. */
function LevelsAndText(props: QuestionFieldProps) {
  const { value, onChange } = props;
  const level = levelOf(value);
  return (
    <>
      <YesNoOrLevels {...props} />
      {level !== null && (
        <TextArea
          label={formMessages.tellMore}
          maxLength={4000}
          rows={3}
          value={textOf(value)}
          onChange={(text) => onChange({ text, level })}
        />
      )}
    </>
  );
}

function Ticks(props: QuestionFieldProps) {
  const { value, ticks = [], onChange, labelledBy } = props;
  const screen = screenOf(props);
  const [none] = optionsOf(screen, 'none');
  return (
    <Checklist
      labelledBy={labelledBy}
      options={optionsOf(screen, 'tick')}
      ticked={isNotApplicable(value) ? [] : ticks}
      {...(none !== undefined && { noneLabel: none.label })}
      noneChosen={value === 0}
      onChange={(next, isNone) => onChange(next.length > 0 || isNone ? next.length : undefined, next)}
    />
  );
}

function Count(props: QuestionFieldProps) {
  const { value, onChange, labelledBy, outOf, onEditOutOf, error, warning } = props;
  const isRatio = 'criterion' in props && props.criterion.type === 'ratio';
  const shared = 'sharedQuestion' in props ? props.sharedQuestion : undefined;
  const unit =
    'criterion' in props && props.criterion.type === 'count' ? props.criterion.unit : formMessages.person;
  const count = countOf(value);
  const onPick = (next: number): void => onChange(isRatio ? { n: next } : next);
  return (
    <>
      {isRatio && <PeopleOf {...{ count, outOf, onEditOutOf, onPick }} />}
      {shared !== undefined && <PeopleHere count={count} onPick={onPick} />}
      <Stepper
        labelledBy={labelledBy}
        unit={unit}
        value={count}
        {...(shared !== undefined && { min: shared.min, max: shared.max })}
        error={error}
        onChange={(next) => onChange(next === null ? undefined : isRatio ? { n: next } : next)}
      />
      {isRatio && <PeopleSaid count={count} outOf={outOf} />}
      {shared !== undefined && <PeopleSaid count={count} outOf={null} />}
      {warning !== undefined && <Notice tone="wait">{warning}</Notice>}
    </>
  );
}

function Control(props: QuestionFieldProps) {
  switch (screenOf(props).control) {
    case 'yesno':
    case 'choice':
      return <YesNoOrLevels {...props} />;
    case 'choiceText':
      return <LevelsAndText {...props} />;
    case 'checklist':
      return <Ticks {...props} />;
    case 'stepper':
    case 'ratio':
      return <Count {...props} />;
    case 'auto':
      return <p className="soft">{formMessages.auto}</p>;
  }
}

export function QuestionField(props: QuestionFieldProps) {
  const { value, ticks, onChange } = props;
  // What stood here before "không áp dụng", given back when that was a slip.
  const [before, setBefore] = useState<{ value: Answer | undefined; ticks: readonly string[] | undefined }>();
  const criterion = 'criterion' in props ? props.criterion : undefined;
  const [option] = optionsOf(screenOf(props), 'na');
  return (
    <div className={styles.field}>
      <Control {...props} />
      {criterion?.notApplicable !== undefined && option !== undefined && (
        <NotApplicable
          label={option.label}
          chosen={isNotApplicable(value)}
          onConfirm={() => {
            setBefore({ value, ticks });
            onChange({ na: criterion.notApplicable ?? option.label }, []);
          }}
          onUndo={() => onChange(before?.value, [...(before?.ticks ?? [])])}
        />
      )}
    </div>
  );
}
