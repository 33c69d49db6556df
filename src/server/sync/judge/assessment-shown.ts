/**
 * Where everything of one assessment shows. When its subject moves to another hamlet, ends, or stands again, all of it
 * follows in the same transaction: nothing stays behind in a scope that may no longer read it (`protocol.md` §5).
 */
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import { commentRowSchema, type CommentRow } from '#protocol/draft-rows.ts';
import type { Scope } from '#protocol/exchange.ts';
import { officeScope, scopesOfSubject, type Subject } from '../../identity/scopes.ts';
import type { AssessmentRecord, CommentRecord } from '../../store/tables/assessment.ts';
import { bury, project } from '../project.ts';
import { photoScopes, showPhoto } from './photo-rows.ts';
import { readFields } from './registers.ts';
import { isPublished, lastMoveOf, readersOf, returnOf, scopesOfScores, scoresRow } from './review-rows.ts';
import type { ShowBench } from './judge.ts';
import { assessmentRow, submissionRow, submittedBody } from './submission-rows.ts';

const commentRow = (comment: CommentRecord): CommentRow =>
  commentRowSchema.parse({
    id: comment.comment_id,
    assessmentId: comment.assessment_id,
    ...(comment.criterion_id === null ? {} : { criterionId: comment.criterion_id }),
    text: comment.text,
    byName: comment.by_name,
    byRole: comment.by_role,
    at: comment.at,
  });

export interface Audience {
  /** Who it is shown to from now on; null = nobody. */
  subject: Subject | null;
  /** Scopes it showed in until now. */
  before: readonly Scope[];
}

/** Shows all of an assessment's rows to `subject`'s scopes, and takes them from those it leaves. */
export async function showAssessment(
  { transaction, ledger }: ShowBench,
  assessment: AssessmentRecord,
  { subject, before }: Audience,
): Promise<void> {
  const { assessment_id: assessmentId, subject_kind: kind } = assessment;
  /** `value` null: there is nothing to show, or nobody to show it to. */
  const show = async <Entity extends RowEntity>(
    entity: Entity,
    id: string,
    { value, scopes }: { value: RowValue<Entity> | null; scopes: (subject: Subject) => Scope[] },
  ): Promise<void> => {
    const row = { entity, id, rev: ledger.nextRev() };
    if (subject === null || value === null) await bury(transaction, { ...row, scopes: before });
    else await project(transaction, { ...row, value, scopes: scopes(subject), scopesBefore: before });
  };

  const moves = await transaction.move.of(assessmentId);
  const submissions = await transaction.submission.of(assessmentId);
  for (const submission of submissions) {
    const id = submission.submission_id;
    const body = subject === null ? null : await submittedBody(transaction, id);
    // While the return stands, the assessment's own row says it.
    const isAnswered = submissions.some(({ round }) => round > submission.round);
    const returned = isAnswered ? returnOf(moves, id) : undefined;
    await show('submission', id, {
      value: body === null ? null : submissionRow(assessment, submission, body, returned),
      scopes: readersOf,
    });
    const scores = await transaction.score.alive(id);
    if (scores.length > 0)
      await show('scores', id, {
        value: scoresRow(submission, scores),
        scopes: (of) => scopesOfScores(of, isPublished(moves, id)),
      });
  }
  for (const comment of await transaction.comment.of(assessmentId))
    await show('comment', comment.comment_id, { value: commentRow(comment), scopes: scopesOfSubject });
  for (const photo of await transaction.photo.of(assessmentId)) {
    if (photo.removed === 1) continue;
    if (subject !== null) await showPhoto({ transaction, ledger }, photo, { subject, scopesBefore: before });
    else await show('photo', photo.op_id, { value: null, scopes: photoScopes });
  }
  const fields = kind === 'household' ? {} : await readFields(transaction, assessmentId);
  if (Object.keys(fields).length > 0)
    await show('answers', assessmentId, {
      value: { assessmentId, fields },
      // A draft is its author's: the office reads what was sent.
      scopes: (of) => scopesOfSubject(of).filter((scope) => scope !== officeScope),
    });
  if (submissions.length > 0)
    await show('assessment', assessmentId, {
      value: assessmentRow(assessment, submissions, lastMoveOf(assessment, moves)),
      scopes: scopesOfSubject,
    });
}
