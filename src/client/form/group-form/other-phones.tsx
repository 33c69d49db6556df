/** Another phone of the same subject wrote something else: both are kept, and a person chooses on the page for it. */
import type { Criterion } from '#domain/criteria.ts';
import { textOf } from '#client/db/answer-text.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { chooseWords } from '#client/messages/choosing.ts';
import { fill } from '#client/messages/fill.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { fieldKey } from './field-key.ts';
import { splitValues, type FieldValue } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';

export function OtherPhones({ criterion, value }: { criterion: Criterion; value: FieldValue }) {
  const { conflicts, given, choosePath } = useSheet();
  const living = conflicts[criterion.id];
  if (living === undefined) return null;
  const mine = textOf(splitValues({ [fieldKey(criterion.id)]: value }).answers[criterion.id]);
  return (
    <Notice tone="hand" title={chooseWords.cardTitle}>
      {living
        .filter((other) => textOf(other ?? undefined) !== mine)
        .map((other) => (
          <p key={JSON.stringify(other)}>
            {fill(chooseWords.cardOther, {
              answer: other === null ? chooseWords.cleared : answerWords(criterion, other, given),
            })}
          </p>
        ))}
      <p>{chooseWords.cardText}</p>
      <LinkButton kind="hand" wide href={choosePath(criterion.id)}>
        {chooseWords.go}
      </LinkButton>
    </Notice>
  );
}
