/** Neither version is right: the form's own control, in place. What is written here has seen every other version. */
import type { Answers } from '#domain/answers.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { checkCriterionWords } from '#client/form/group-form/card-words.ts';
import { FieldControl } from '#client/form/group-form/field-controls.tsx';
import { fieldKey } from '#client/form/group-form/field-key.ts';
import { splitValues, type FieldValue } from '#client/form/group-form/field-value.ts';
import { SheetProvider, type SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { SuggestionBox } from '#client/form/group-form/suggestion-box.tsx';
import { chooseWords } from '#client/messages/choosing.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import { NumberField } from '#client/ui/number-field.tsx';
import type { Chosen, Question } from './choices-of.ts';

/** An answer that may stand, or what it still lacks. */
export function whatWasWritten(
  question: Question,
  value: FieldValue,
  facts: SheetFacts,
  answers: Answers,
): Chosen {
  const { id } = question.of;
  const answer = splitValues({ [fieldKey(id)]: value }).answers[id];
  if (answer === undefined) {
    const lacksLevel = typeof value === 'object' && 'text' in value;
    return { kind: 'unfinished', words: lacksLevel ? chooseWords.levelNeeded : chooseWords.answerNeeded };
  }
  if (question.kind === 'shared') return { kind: 'answer', answer };
  const issue = checkCriterionWords(question.of, { ...answers, [id]: answer }, facts);
  return issue?.severity === 'block'
    ? { kind: 'unfinished', words: issue.message }
    : { kind: 'answer', answer };
}

interface WriteAnewProps {
  question: Question;
  facts: SheetFacts;
  answers: Answers;
  value: FieldValue;
  labelledBy: string;
  onChange: (value: FieldValue) => void;
}

export function WriteAnew({ question, facts, answers, value, labelledBy, onChange }: WriteAnewProps) {
  if (question.kind === 'shared') {
    return (
      <NumberField
        label={groupWords.sharedLabel}
        help={question.of.screen.help}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  }
  const criterion = question.of;
  const shared = criterion.sharedQuestion === undefined ? undefined : answers[criterion.sharedQuestion];
  const outOf = typeof shared === 'number' ? shared : undefined;
  const { [criterion.id]: _, ...others } = answers;
  const written = splitValues({ [fieldKey(criterion.id)]: value }).answers;
  const { why } = scoreCriterion(criterion, { ...others, ...written });
  return (
    <SheetProvider facts={facts}>
      <FieldControl
        criterion={criterion}
        value={value}
        onChange={onChange}
        labelledBy={labelledBy}
        error={undefined}
        outOf={outOf}
      />
      <SuggestionBox criterion={criterion} value={value} why={why} outOf={outOf} onUse={onChange} />
    </SheetProvider>
  );
}
