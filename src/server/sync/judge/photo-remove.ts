/**
 * `photo.remove`: takes a photo from the forms its author may write, one question of one form at the narrowest. It
 * removes what was there when it came; the same picture added later is another photo. The picture stays until it is
 * erased, as every version of an answer does.
 */
import { operationAllowed, operationPolicy } from '#protocol/policy.ts';
import { relationTo } from '../../identity/scopes.ts';
import type { PhotoRecord } from '../../store/tables/photo.ts';
import { applied, refused, type Bench, type Judge } from './judge.ts';
import { showPhoto } from './photo-rows.ts';
import { findAssessment, type OpenAssessment } from './subject.ts';

/** May this author take photos from this form, now? */
function mayRemove({ author }: Bench, { subject, state }: OpenAssessment): 'yes' | 'no' | 'notNow' {
  const rule = operationAllowed('photo.remove', author.role, relationTo(author.binding, subject));
  if (rule === undefined) return 'no';
  return rule.states?.includes(state) === false ? 'notNow' : 'yes';
}

export const judgePhotoRemove: Judge<'photo.remove'> = async (bench, { args }) => {
  const { transaction, author } = bench;
  if (!operationPolicy['photo.remove'].some(({ role }) => role === author.role))
    return refused('NOT_PERMITTED');
  if (args.assessmentId !== undefined) {
    const named = await findAssessment(transaction, args.assessmentId);
    if (named === null) return refused('UNKNOWN_SUBJECT');
    const may = mayRemove(bench, named);
    if (may !== 'yes') return refused(may === 'no' ? 'NOT_PERMITTED' : 'STATE_GUARD');
  }

  const meant = (await transaction.photo.ofPicture(args.photoId)).filter(
    ({ removed, assessment_id, criterion_id }) =>
      removed === 0 &&
      (args.assessmentId ?? assessment_id) === assessment_id &&
      (args.criterionId ?? criterion_id) === criterion_id,
  );
  const going: { photo: PhotoRecord; form: OpenAssessment }[] = [];
  let isHeld = false;
  for (const photo of meant) {
    const form = await findAssessment(transaction, photo.assessment_id);
    // Forms of others are left as they are, and nothing tells whether there are any.
    const may = form === null ? 'no' : mayRemove(bench, form);
    if (form !== null && may === 'yes') going.push({ photo, form });
    isHeld ||= may === 'notNow';
  }
  // Some of what was meant lies with the commune now: all or nothing, so that a verdict tells one thing.
  if (isHeld) return refused('STATE_GUARD');
  for (const { photo, form } of going) {
    await transaction.photo.remove(photo.op_id);
    await showPhoto(bench, { ...photo, removed: 1 }, form);
  }
  return applied;
};
