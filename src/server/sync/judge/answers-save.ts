/** `answers.save`: the open draft of a hamlet or unit travels, so that a lost phone loses little. */
import { operationAllowed } from '#protocol/policy.ts';
import { relationTo, scopesOfSubject } from '../../identity/scopes.ts';
import { project } from '../project.ts';
import { applied, quarantined, refused, type Judge } from './judge.ts';
import { isConflict, readFields, writeField } from './registers.ts';
import { findAssessment } from './subject.ts';

export const judgeAnswersSave: Judge<'answers.save'> = async (bench, { opId, args }) => {
  const { transaction, facts, author, ledger } = bench;
  const assessment = await findAssessment(transaction, args.assessmentId);
  if (assessment === null) return refused('UNKNOWN_SUBJECT');
  const { subject } = assessment;
  if (!operationAllowed('answers.save', author.role, relationTo(author.binding, subject)))
    return refused('NOT_PERMITTED');
  const known = facts.fieldsOf.get(subject.kind);
  const changes = Object.entries(args.changes);
  if (changes.length === 0 || changes.some(([criterionId]) => known?.has(criterionId) !== true))
    return quarantined('ARGS_INVALID');

  for (const [criterionId, change] of changes)
    await writeField(transaction, { assessmentId: args.assessmentId, criterionId, opId, ...change });

  const fields = await readFields(transaction, args.assessmentId);
  await project(transaction, {
    entity: 'answers',
    id: args.assessmentId,
    rev: ledger.nextRev(),
    value: { assessmentId: args.assessmentId, fields },
    // A draft is its author's: the office reads what was sent.
    scopes: scopesOfSubject(subject).filter((scope) => scope !== 'office'),
  });
  return changes.some(([criterionId]) => isConflict(fields[criterionId])) ? { verdict: 'conflict' } : applied;
};
