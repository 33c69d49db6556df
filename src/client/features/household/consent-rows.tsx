/** What the family agreed to, as rows of the review. */
import type { DraftRow } from '#client/db/model.ts';
import { consent as words, consentTexts } from '#client/messages/consent.ts';
import { fill } from '#client/messages/fill.ts';
import { review } from '#client/messages/sending.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import { ReviewRow, ReviewRows } from './review-row.tsx';
import { purposes, type Purpose } from '#client/subject/purposes.ts';
import { consentPlace } from './steps.ts';

const answerOf = (consent: DraftRow['consent'], purpose: Purpose): string => {
  const chosen = consent[purpose];
  if (chosen === undefined) return review.notChosen;
  return chosen.agreed ? words.agree : words.decline;
};

export function ConsentRows({
  consent,
  onEdit,
}: {
  consent: DraftRow['consent'];
  onEdit: (place: string) => void;
}) {
  return (
    <Sheet title={review.consents}>
      <ReviewRows>
        {purposes.map((purpose) => (
          <ReviewRow
            key={purpose}
            name={consentTexts[purpose].title}
            answer={answerOf(consent, purpose)}
            glyph={consent[purpose] === undefined ? 'draft' : undefined}
            action={consent[purpose] === undefined ? review.choose : review.change}
            spoken={fill(review.changeNamed, { ten: consentTexts[purpose].title })}
            onAct={() => onEdit(consentPlace(purpose))}
          />
        ))}
      </ReviewRows>
    </Sheet>
  );
}
