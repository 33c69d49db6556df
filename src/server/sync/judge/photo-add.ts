/** `photo.add`: the words of a photo. The picture itself comes by its own way, before or after (`server/photos`). */
import {
  PHOTO_BYTES_MAX,
  PHOTO_PIXELS_MAX,
  PHOTOS_PER_ASSESSMENT,
  PHOTOS_PER_CRITERION,
  PLAN_PAGES_MAX,
} from '#protocol/photo.ts';
import { operationAllowed } from '#protocol/policy.ts';
import { PLAN_PAGES } from '#protocol/subject-records.ts';
import { relationTo } from '../../identity/scopes.ts';
import { applied, quarantined, refused, type Judge } from './judge.ts';
import { ownerOf, showPhoto } from './photo-rows.ts';
import { findAssessment } from './subject.ts';

export const judgePhotoAdd: Judge<'photo.add'> = async (bench, { opId, args }) => {
  const { transaction, facts, author, receivedAt } = bench;
  const { assessmentId, criterionId, photoId, bytes, mime, w, h } = args;
  const found = await findAssessment(transaction, assessmentId);
  if (found === null) return refused('UNKNOWN_SUBJECT');
  const { subject, state } = found;
  const rule = operationAllowed('photo.add', author.role, relationTo(author.binding, subject));
  if (rule === undefined) return refused('NOT_PERMITTED');
  if (rule.states?.includes(state) === false) return refused('STATE_GUARD');

  // A photo's id is its hash as sent; one that claims otherwise could stand for another's picture.
  if (photoId !== args.sha256 || bytes > PHOTO_BYTES_MAX || w * h > PHOTO_PIXELS_MAX)
    return quarantined('ARGS_INVALID');
  const isPlanPage = subject.kind === 'unit' && criterionId === PLAN_PAGES;
  if (!isPlanPage && facts.fieldsOf.get(subject.kind)?.has(criterionId) !== true)
    return quarantined('ARGS_INVALID');

  const living = (await transaction.photo.of(assessmentId)).filter(({ removed }) => removed === 0);
  const here = living.filter(({ criterion_id }) => criterion_id === criterionId);
  const most = isPlanPage ? PLAN_PAGES_MAX : PHOTOS_PER_CRITERION;
  if (living.length >= PHOTOS_PER_ASSESSMENT || here.length >= most) return refused('LIMIT');

  const photo = {
    op_id: opId,
    assessment_id: assessmentId,
    criterion_id: criterionId,
    photo_id: photoId,
    owner: ownerOf(author.binding),
    bytes,
    mime,
    w,
    h,
    by_name: author.name,
    at: receivedAt,
    removed: 0,
  } as const;
  await transaction.photo.insert(photo);
  await showPhoto(bench, photo, { subject });
  return applied;
};
