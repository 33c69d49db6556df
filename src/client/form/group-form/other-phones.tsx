/** Another phone of the same hamlet wrote something else: both are kept, side by side, and either phone may give way. */
import type { Answer } from '#domain/answers.ts';
import type { Criterion } from '#domain/criteria.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { conflictWords } from '#client/messages/hamlet.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { FieldValue } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';

interface OtherPhonesProps {
  criterion: Criterion;
  value: FieldValue;
  onUse: (value: FieldValue) => void;
}

export function OtherPhones({ criterion, value, onUse }: OtherPhonesProps) {
  const { conflicts, given } = useSheet();
  const mine = JSON.stringify(value ?? null);
  const others = (conflicts[criterion.id] ?? []).filter((other) => JSON.stringify(other) !== mine);
  if (others.length === 0) return null;
  const words = (answer: Answer | null): string => answerWords(criterion, answer ?? undefined, given);
  return (
    <Notice tone="hand" title={conflictWords.title}>
      <p>{conflictWords.text}</p>
      {others.map((other) => (
        <Button key={JSON.stringify(other)} kind="hand" wide onClick={() => onUse(other ?? undefined)}>
          {fill(conflictWords.use, { answer: words(other) })}
        </Button>
      ))}
    </Notice>
  );
}
