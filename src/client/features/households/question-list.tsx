/** One group of the family's questions, drawn with the same controls as on the family's own phone. */
import { useId } from 'react';
import type { Answer, Answers } from '#domain/answers.ts';
import type { AnswerIssue } from '#domain/check-answers.ts';
import type { CriteriaGroup, CriteriaSet, SharedQuestion } from '#domain/criteria.ts';
import type { DraftRow } from '#client/db/model.ts';
import { outOfOf } from '#client/form/light-check.ts';
import { QuestionField } from '#client/form/question-field.tsx';
import { screenOf, type Question } from '#client/form/question-parts.ts';
import { fill } from '#client/messages/fill.ts';
import { proxyWords } from '#client/messages/households.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { questionNumbers } from './question-numbers.ts';
import styles from './households.module.css';

export type OnAnswer = (id: string, value: Answer | undefined, ticks?: string[]) => void;

interface OneProps {
  id: string;
  question: Question;
  number: number | undefined;
  draft: DraftRow;
  issue: AnswerIssue | undefined;
  onAnswer: OnAnswer;
}

function One({ id, question, number, draft, issue, onAnswer }: OneProps) {
  const headingId = useId();
  const screen = screenOf(question);
  return (
    <Sheet>
      <div className={styles.question}>
        {number !== undefined && <p className={styles.number}>{fill(proxyWords.question, { n: number })}</p>}
        <h2 id={headingId}>{screen.question}</h2>
        <p className="soft">{screen.help}</p>
        <QuestionField
          {...question}
          value={draft.answers[id]}
          ticks={draft.ticks[id] ?? []}
          onChange={(value, ticks) => onAnswer(id, value, ticks)}
          labelledBy={headingId}
          outOf={outOfOf(question, draft.answers)}
          error={issue?.severity === 'block' ? issue.message : undefined}
        />
        {issue?.severity === 'warn' && <Notice tone="wait">{issue.message}</Notice>}
      </div>
    </Sheet>
  );
}

interface QuestionListProps {
  set: CriteriaSet;
  group: CriteriaGroup;
  draft: DraftRow;
  issues: readonly AnswerIssue[];
  onAnswer: OnAnswer;
}

/** Shared questions stand right before the first criterion of the form that needs them. */
const sharedHere = (
  set: CriteriaSet,
  group: CriteriaGroup,
  criterionId: string,
): SharedQuestion | undefined =>
  set.sharedQuestions.find((question) => {
    const first = set.groups
      .flatMap(({ criteria }) => criteria)
      .find(({ sharedQuestion }) => sharedQuestion === question.id);
    return first?.id === criterionId && group.criteria.includes(first);
  });

export function QuestionList({ set, group, draft, issues, onAnswer }: QuestionListProps) {
  const numbers = questionNumbers(set);
  const issueOf = (id: string): AnswerIssue | undefined =>
    issues.find(({ criterionId }) => criterionId === id);
  return (
    <>
      {group.criteria.map((criterion) => {
        const shared = sharedHere(set, group, criterion.id);
        return (
          <div key={criterion.id} className={styles.form}>
            {shared && (
              <One
                id={shared.id}
                question={{ sharedQuestion: shared }}
                number={undefined}
                draft={draft}
                issue={issueOf(shared.id)}
                onAnswer={onAnswer}
              />
            )}
            <One
              id={criterion.id}
              question={{ criterion }}
              number={numbers.get(criterion.id)}
              draft={draft}
              issue={issueOf(criterion.id)}
              onAnswer={onAnswer}
            />
          </div>
        );
      })}
    </>
  );
}

/** Answers with one changed; a cleared one is absent. */
export function withAnswer(answers: Answers, id: string, value: Answer | undefined): Answers {
  const { [id]: _gone, ...rest } = answers;
  return value === undefined ? rest : { ...rest, [id]: value };
}
