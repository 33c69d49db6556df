/** `comment.add`: append only; both sides of an assessment read it. */
import { operationAllowed } from '#protocol/policy.ts';
import { relationTo, scopesOfSubject } from '../../identity/scopes.ts';
import { project } from '../project.ts';
import { applied, refused, type Judge } from './judge.ts';
import { findAssessment } from './subject.ts';

export const judgeCommentAdd: Judge<'comment.add'> = async (bench, { opId, args }) => {
  const { transaction, author, ledger, receivedAt } = bench;
  const assessment = await findAssessment(transaction, args.assessmentId);
  if (assessment === null) return refused('UNKNOWN_SUBJECT');
  const { subject } = assessment;
  if (!operationAllowed('comment.add', author.role, relationTo(author.binding, subject)))
    return refused('NOT_PERMITTED');

  await transaction.comment.insert({
    comment_id: opId,
    assessment_id: args.assessmentId,
    criterion_id: args.criterionId ?? null,
    text: args.text,
    by_name: author.name,
    by_role: author.role,
    at: receivedAt,
  });
  await project(transaction, {
    entity: 'comment',
    id: opId,
    rev: ledger.nextRev(),
    value: { id: opId, ...args, byName: author.name, byRole: author.role, at: receivedAt },
    scopes: scopesOfSubject(subject),
  });
  return applied;
};
