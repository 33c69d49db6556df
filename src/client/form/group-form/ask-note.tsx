/** Beside the question: what the commune asks to mend, in its own words and in full, and what was sent before. */
import type { Criterion } from '#domain/criteria.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { Notice } from '#client/ui/notice.tsx';
import { useSheet } from './sheet-context.tsx';

export function AskNote({ criterion }: { criterion: Criterion }) {
  const { asks, sent } = useSheet();
  const ask = asks[criterion.id];
  if (ask === undefined) return null;
  const head = fill(roundWords.returnedBy, {
    by: ask.byName,
    time: formatTime(ask.at),
    date: formatDate(ask.at),
  });
  return (
    <Notice tone="word" title={head}>
      <p>{ask.text}</p>
      {sent !== null && (
        <p>{fill(roundWords.sentBefore, { answer: answerWords(criterion, sent[criterion.id], sent) })}</p>
      )}
    </Notice>
  );
}
