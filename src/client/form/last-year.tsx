/** Marks on answers brought over from an earlier campaign, until their person confirms or changes them. */
import { createContext, useContext, type ReactNode } from 'react';
import type { Answer, Answers } from '#domain/answers.ts';
import { textOf } from '#client/db/answer-text.ts';
import type { DraftRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { lastYearWords } from '#client/messages/unit.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';

type Marks = NonNullable<DraftRow['lastYear']>;

/** A mark stands while the answer is the one that was brought: what was typed since is the person's own. */
export const isMarked = (marks: Marks | undefined, id: string, answer: Answer | undefined): boolean =>
  answer !== undefined && marks?.answers[id] === textOf(answer);

interface LastYear {
  marks: Marks;
  /** Where they are confirmed. */
  href: string;
}
const LastYearContext = createContext<LastYear | null>(null);

export const LastYearProvider = ({ value, children }: { value: LastYear | null; children: ReactNode }) => (
  <LastYearContext value={value}>{children}</LastYearContext>
);

/** Under the question. */
export function LastYearNote({ id, answer }: { id: string; answer: Answer | undefined }) {
  const lastYear = useContext(LastYearContext);
  if (lastYear === null || !isMarked(lastYear.marks, id, answer)) return null;
  return (
    <Notice
      tone="wait"
      actions={
        <LinkButton small href={lastYear.href}>
          {lastYearWords.noteConfirm}
        </LinkButton>
      }
    >
      <p>{fill(lastYearWords.note, { year: lastYear.marks.year })}</p>
    </Notice>
  );
}

/** Before *Gửi*. */
export function LastYearReview({ answers }: { answers: Answers }) {
  const lastYear = useContext(LastYearContext);
  if (lastYear === null) return null;
  const { marks, href } = lastYear;
  const n = Object.keys(marks.answers).filter((id) => isMarked(marks, id, answers[id])).length;
  if (n === 0) return null;
  return (
    <Notice
      tone="wait"
      title={fill(lastYearWords.reviewTitle, { n, year: marks.year })}
      actions={
        <LinkButton small href={href}>
          {lastYearWords.noteConfirm}
        </LinkButton>
      }
    >
      <p>{lastYearWords.reviewText}</p>
    </Notice>
  );
}
