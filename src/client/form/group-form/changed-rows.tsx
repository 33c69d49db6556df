/** Sending again: what is different now from what was sent, old beside new. */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { answerWords, sharedWords } from '#client/form/answer-words.ts';
import { textOf } from '#client/db/answer-text.ts';
import { fill } from '#client/messages/fill.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import { useSheet } from './sheet-context.tsx';
import styles from './changed-rows.module.css';

interface Change {
  id: string;
  name: string;
  before: string;
  now: string;
}

interface ChangedRowsProps {
  answers: Answers;
  /** Not while the commune is at it, nor once it has judged. */
  maySend: boolean;
}

export function ChangedRows({ answers, maySend }: ChangedRowsProps) {
  const { set, sent, given } = useSheet();
  if (sent === null) return null;
  // What the machine or the commune gives is nobody's change.
  const isChanged = (id: string): boolean =>
    given[id] === undefined && textOf(sent[id]) !== textOf(answers[id]);
  const changes: Change[] = [
    ...set.sharedQuestions
      .filter(({ id }) => isChanged(id))
      .map((question) => ({
        id: question.id,
        name: question.screen.question,
        before: sharedWords(question, sent[question.id]),
        now: sharedWords(question, answers[question.id]),
      })),
    ...criteriaOf(set)
      .filter(({ id }) => isChanged(id))
      .map((criterion) => ({
        id: criterion.id,
        name: `${criterion.code}. ${criterion.shortText}`,
        before: answerWords(criterion, sent[criterion.id], sent),
        now: answerWords(criterion, answers[criterion.id], answers),
      })),
  ];
  if (changes.length === 0)
    return (
      <p>
        {roundWords.changedNone}
        {maySend && ` ${roundWords.sendsAnyway}`}
      </p>
    );
  return (
    <Sheet title={fill(roundWords.changedTitle, { n: changes.length })}>
      <ul className={styles.changes}>
        {changes.map(({ id, name, before, now }) => (
          <li key={id}>
            <p>{name}</p>
            <dl>
              <div className={styles.before}>
                <dt>{roundWords.before}</dt>
                <dd>
                  <s>{before}</s>
                </dd>
              </div>
              <div className={styles.now}>
                <dt>{roundWords.now}</dt>
                <dd>
                  <b>{now}</b>
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
