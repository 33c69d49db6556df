/** What the commune asks to mend: its words in full, then question by question with the way to each. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { textOf } from '#client/db/answer-text.ts';
import { placeOf, writePlace } from '#client/form/group-form/place.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import type { Answers } from '#domain/answers.ts';
import { fill } from '#client/messages/fill.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { LastMove } from './round.ts';
import styles from './returned-items.module.css';

interface ReturnedItemsProps {
  move: LastMove;
  facts: SheetFacts;
  answers: Answers;
  /** Path of the form. */
  form: string;
}

/** Answered differently than in what was sent; a photo more is not seen here. */
const isMended = (id: string, { sent }: SheetFacts, answers: Answers): boolean =>
  sent !== null && textOf(sent[id]) !== textOf(answers[id]);

export function ReturnedItems({ move, facts, answers, form }: ReturnedItemsProps) {
  const items = move.items ?? [];
  const named = new Map(criteriaOf(facts.set).map((criterion) => [criterion.id, criterion]));
  const by = fill(roundWords.returnedBy, {
    by: move.byName,
    time: formatTime(move.at),
    date: formatDate(move.at),
  });
  return (
    <Sheet
      title={
        items.length === 0
          ? roundWords.returnedTitleNone
          : fill(roundWords.returnedTitle, { n: items.length })
      }
    >
      <Notice tone="word" title={by}>
        <p>{move.reason}</p>
        <p>{roundWords.returnedRest}</p>
      </Notice>
      <ol className={styles.items}>
        {items.map(({ criterionId, ask }) => {
          const criterion = named.get(criterionId);
          const code = criterion?.code ?? criterionId;
          const mended = isMended(criterionId, facts, answers);
          return (
            <li key={criterionId}>
              <p>
                <b>{fill(roundWords.item, { code, name: criterion?.shortText ?? '' })}</b>
              </p>
              <p>{ask}</p>
              <p className={styles.state}>
                <Glyph state={mended ? 'received' : 'returned'} />
                {mended ? roundWords.mended : roundWords.notMended}
              </p>
              <LinkButton small href={`${form}${writePlace(placeOf(facts.set, criterionId))}`}>
                {fill(roundWords.mend, { code })}
              </LinkButton>
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}

/** The next of them that still says what it said. */
export const nextToMend = ({ move, facts, answers }: Omit<ReturnedItemsProps, 'form'>): string | undefined =>
  (move.items ?? []).find(({ criterionId }) => !isMended(criterionId, facts, answers))?.criterionId;
