/** A form nobody has written in yet. */
import type { DraftRow } from '#client/db/model.ts';
import { aDraft } from '../client-core/makers.ts';

export const firstDraft = (
  assessmentId: string,
  subjectKind: 'hamlet' | 'household',
  subjectId: string,
): DraftRow =>
  aDraft({
    id: assessmentId,
    assessmentId,
    subjectKind,
    subjectId,
    subjectName: subjectKind === 'hamlet' ? 'Xóm' : 'Gia đình',
    criteriaSet: `${subjectKind}@1`,
  });
