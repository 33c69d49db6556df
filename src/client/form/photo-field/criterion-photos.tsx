/** The photo field of a criterion that takes photos, where its sheet has a desk for them. */
import type { Criterion } from '#domain/criteria.ts';
import { PhotoField } from './photo-field.tsx';
import { usePhotoDesk } from './photo-desk.tsx';

export function CriterionPhotos({ criterion }: { criterion: Criterion }) {
  const seam = usePhotoDesk();
  if (seam === null || !criterion.evidenceKinds.includes('photo')) return null;
  return <PhotoField criterion={criterion} {...seam} />;
}
