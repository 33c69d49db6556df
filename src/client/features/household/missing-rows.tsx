/** Unanswered questions, first on the review: the form may be sent with them, and says what that means. */
import type { Criterion } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { review } from '#client/messages/sending.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import { ReviewRow, ReviewRows } from './review-row.tsx';

interface MissingRowsProps {
  /** All, in the order of the screens. */
  criteria: readonly Criterion[];
  missing: readonly Criterion[];
  onEdit: (place: string) => void;
}

export function MissingRows({ criteria, missing, onEdit }: MissingRowsProps) {
  const done = criteria.length - missing.length;
  return (
    <Sheet title={fill(review.answered, { xong: done, tong: criteria.length })}>
      {missing.length > 0 && (
        <ReviewRows>
          {missing.map((criterion) => {
            const number = criteria.indexOf(criterion) + 1;
            return (
              <ReviewRow
                key={criterion.id}
                name={`${number}. ${criterion.shortText}`}
                answer={review.unanswered}
                glyph="draft"
                action={review.answer}
                spoken={fill(review.answerSpoken, { so: number })}
                onAct={() => onEdit(criterion.id)}
              />
            );
          })}
        </ReviewRows>
      )}
      {missing.length > 0 && <p className="soft">{review.stillFine}</p>}
    </Sheet>
  );
}
