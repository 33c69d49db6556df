/** Rows of the review: what is missing first, then every answer by group with its way back. */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Criterion } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/hamlet.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { Button } from '#client/ui/button.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { placeOf, type Place } from './place.ts';
import { useSheet } from './sheet-context.tsx';
import styles from './group-form.module.css';

const title = ({ code, shortText }: Criterion): string => `${code}. ${shortText}`;

export function MissingRows({ missing, go }: { missing: readonly string[]; go: (place: Place) => void }) {
  const { set } = useSheet();
  const criteria = criteriaOf(set);
  if (missing.length === 0) return <p>{fill(reviewWords.allAnswered, { total: criteria.length })}</p>;
  return (
    <Sheet title={fill(reviewWords.missingTitle, { n: missing.length })}>
      <ul className={styles.rows}>
        {criteria
          .filter(({ id }) => missing.includes(id))
          .map((criterion) => (
            <li key={criterion.id}>
              <div>
                <p>{title(criterion)}</p>
                <p className={styles.missing}>
                  <Glyph state="draft" />
                  {reviewWords.unanswered}
                </p>
              </div>
              <Button
                small
                aria-label={fill(reviewWords.answerItem, { code: criterion.code })}
                onClick={() => go(placeOf(set, criterion.id))}
              >
                {reviewWords.answer}
              </Button>
            </li>
          ))}
      </ul>
      <p className="soft">{reviewWords.missingNote}</p>
    </Sheet>
  );
}

export function AnswerRows({ answers, go }: { answers: Answers; go: (place: Place) => void }) {
  const { set, given } = useSheet();
  const groups = set.groups.filter(({ criteria }) => criteria.some(({ id }) => answers[id] !== undefined));
  return (
    <>
      {groups.map(({ code, name, criteria }) => (
        <section key={code}>
          <h2 className={styles.group}>
            {code}. {name}
          </h2>
          <ul className={styles.rows}>
            {criteria
              .filter(({ id }) => answers[id] !== undefined)
              .map((criterion) => (
                <li key={criterion.id}>
                  <div>
                    <p>{title(criterion)}</p>
                    <p className={styles.answer}>{answerWords(criterion, answers[criterion.id], answers)}</p>
                  </div>
                  {given[criterion.id] === undefined && (
                    <Button
                      kind="quiet"
                      small
                      aria-label={fill(reviewWords.editItem, { code: criterion.code })}
                      onClick={() => go(placeOf(set, criterion.id))}
                    >
                      {reviewWords.edit}
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
