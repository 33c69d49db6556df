/** Every answer in plain words, group by group, each with its "Sửa". */
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { answerWords, sharedWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { review } from '#client/messages/sending.ts';
import { ReviewRow, ReviewRows } from './review-row.tsx';
import styles from './review.module.css';
import { criteriaInOrder } from './steps.ts';

interface AnswerRowsProps {
  set: CriteriaSet;
  answers: Answers;
  onEdit: (place: string) => void;
}

export function AnswerRows({ set, answers, onEdit }: AnswerRowsProps) {
  const inOrder = criteriaInOrder(set);
  const groups = set.groups.map((group) => ({
    ...group,
    answered: inOrder.filter(
      ({ id }) => answers[id] !== undefined && group.criteria.some((each) => each.id === id),
    ),
  }));
  return (
    <section>
      <h2 className="spoken-only">{review.answers}</h2>
      {set.sharedQuestions.length > 0 && (
        <>
          <h3 className={styles.head}>{review.common}</h3>
          <ReviewRows>
            {set.sharedQuestions.map((question) => (
              <ReviewRow
                key={question.id}
                name={review.people14}
                answer={sharedWords(question, answers[question.id])}
                action={answers[question.id] === undefined ? review.answer : review.change}
                spoken={fill(review.changeNamed, { ten: review.people14 })}
                onAct={() => onEdit(question.id)}
              />
            ))}
          </ReviewRows>
        </>
      )}
      {groups
        .filter(({ answered }) => answered.length > 0)
        .map((group) => (
          <div key={group.code}>
            <h3 className={styles.head}>{group.name}</h3>
            <ReviewRows>
              {group.answered.map((criterion) => {
                const number = inOrder.indexOf(criterion) + 1;
                return (
                  <ReviewRow
                    key={criterion.id}
                    name={`${number}. ${criterion.shortText}`}
                    answer={answerWords(criterion, answers[criterion.id], answers)}
                    action={review.change}
                    spoken={fill(review.changeSpoken, { so: number })}
                    onAct={() => onEdit(criterion.id)}
                  />
                );
              })}
            </ReviewRows>
          </div>
        ))}
    </section>
  );
}
