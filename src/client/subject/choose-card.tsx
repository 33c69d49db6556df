/** The question, every value with who wrote it and what it is worth, and a third way: write it anew. Nothing is chosen. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Answers } from '#domain/answers.ts';
import type { FieldValue } from '#client/form/group-form/field-value.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { chooseWords } from '#client/messages/choosing.ts';
import { ValueChoice } from '#client/ui/value-choice.tsx';
import type { FieldConflict } from '#client/workspace.ts';
import {
  authorWords,
  mergedText,
  pointsWords,
  valueWords,
  type Chosen,
  type Question,
} from './choices-of.ts';
import { WriteAnew, whatWasWritten } from './write-anew.tsx';
import styles from './choose.module.css';

interface ChooseCardProps {
  question: Question;
  choices: FieldConflict['choices'];
  facts: SheetFacts;
  answers: Answers;
  onChosen: (chosen: Chosen) => void;
}

const againWords = (question: Question, isText: boolean): string => {
  if (isText) return chooseWords.merge;
  return question.kind === 'shared' || question.of.type === 'ratio' || question.of.type === 'count'
    ? chooseWords.againNumber
    : chooseWords.again;
};

export function ChooseCard({ question, choices, facts, answers, onChosen }: ChooseCardProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [picked, setPicked] = useState<number | 'anew' | null>(null);
  const merged = mergedText(choices);
  const [written, setWritten] = useState<FieldValue>(merged ?? undefined);
  useEffect(() => {
    heading.current?.focus();
  }, []);

  const pick = (at: number | 'anew'): void => {
    setPicked(at);
    onChosen(
      at === 'anew'
        ? whatWasWritten(question, written, facts, answers)
        : { kind: 'answer', answer: choices[at]?.value },
    );
  };
  const write = (value: FieldValue): void => {
    setWritten(value);
    onChosen(whatWasWritten(question, value, facts, answers));
  };
  return (
    <>
      <h2 ref={heading} id={id} tabIndex={-1} className={styles.question}>
        {question.of.screen.question}
      </h2>
      <div role="radiogroup" aria-labelledby={id} className={styles.choices}>
        {choices.map((choice, at) => (
          <ValueChoice
            key={JSON.stringify(choice.value ?? null)}
            name={id}
            value={valueWords(question, choice.value, answers)}
            figure={pointsWords(question, choice.value, answers)}
            line={authorWords(choice)}
            chosen={picked === at}
            onChoose={() => pick(at)}
          />
        ))}
        <ValueChoice
          name={id}
          value={againWords(question, merged !== null)}
          chosen={picked === 'anew'}
          onChoose={() => pick('anew')}
        />
      </div>
      {picked === 'anew' && (
        <>
          {merged !== null && <p>{chooseWords.mergeHow}</p>}
          <WriteAnew
            question={question}
            facts={facts}
            answers={answers}
            value={written}
            labelledBy={id}
            onChange={write}
          />
        </>
      )}
    </>
  );
}
