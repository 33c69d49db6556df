/** The pictures of a criterion that takes them: photos, and the pages of a file; where its sheet has a desk for them. */
import type { Criterion } from '#domain/criteria.ts';
import { PdfField } from '#client/form/evidence/pdf-field.tsx';
import { takesPictures } from '#client/form/evidence/takes-papers.ts';
import { evidenceWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { PhotoField } from './photo-field.tsx';
import { roomFor, usePhotoDesk } from './photo-desk.tsx';

export function CriterionPhotos({ criterion }: { criterion: Criterion }) {
  const seam = usePhotoDesk();
  if (seam === null || !takesPictures(criterion)) return null;
  const { desk } = seam;
  return (
    <>
      <PhotoField criterion={criterion} {...seam} />
      {!desk.isLocked && criterion.evidenceKinds.includes('document') && (
        <PdfField
          name={fill(evidenceWords.summaryOf, { code: criterion.code })}
          room={roomFor(desk, criterion.id)}
          add={(jpeg) => desk.add(criterion.id, jpeg)}
        />
      )}
    </>
  );
}
