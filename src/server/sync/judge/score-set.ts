/**
 * `score.set`: an officer's points for one criterion of one submission, a register of its own beside the claim. They name
 * the digest of what was read: points for a sheet that has been replaced are refused, never carried over.
 */
import { criteriaOf } from '#domain/criteria-set.ts';
import { operationAllowed, operationPolicy } from '#protocol/policy.ts';
import { relationTo } from '../../identity/scopes.ts';
import { project } from '../project.ts';
import { applied, isDraining, quarantined, refused, type Judge } from './judge.ts';
import { fitsClaim, mayScore } from './rules.ts';
import { isDisputed, scopesOfScores, scoresRow } from './review-rows.ts';
import { findAssessment } from './subject.ts';

export const judgeScoreSet: Judge<'score.set'> = async (bench, { opId, args }) => {
  const { transaction, author, ledger, receivedAt } = bench;
  // Before looking: whoever never gives points learns nothing of which submissions there are.
  if (!operationPolicy['score.set'].some(({ role }) => role === author.role)) return refused('NOT_PERMITTED');
  const submission = await transaction.submission.find(args.submission);
  const found = submission && (await findAssessment(transaction, submission.assessment_id));
  if (submission === undefined || !found) return refused('UNKNOWN_SUBJECT');
  const { subject, state, row } = found;
  const rule = operationAllowed('score.set', author.role, relationTo(author.binding, subject));
  if (rule === undefined) return refused('NOT_PERMITTED');
  if (isDraining(bench)) return refused('DRAINING');
  if (rule.states?.includes(state) === false) return refused('STATE_GUARD');
  if (submission.current !== 1 || submission.digest !== args.basis) return refused('STALE_BASIS');
  const set = bench.facts.sets.get(submission.criteria_set)?.set;
  const criterion = set && criteriaOf(set).find(({ id }) => id === args.criterionId);
  if (set === undefined || criterion === undefined || args.points > criterion.maxPoints)
    return quarantined('ARGS_INVALID');
  if (!(await mayScore(bench, row, { set, criterionId: args.criterionId }))) return refused('NOT_PERMITTED');
  if (!(await fitsClaim(bench, args, { set, submission }))) return quarantined('ARGS_INVALID');

  const field = { submission_id: args.submission, criterion_id: args.criterionId };
  await transaction.score.add({
    ...field,
    op_id: opId,
    points: args.points,
    reason_code: args.reasonCode,
    reason: args.reason,
    by_name: author.name,
    by_role: author.role,
    at: receivedAt,
  });
  for (const base of args.bases) if (base !== opId) await transaction.score.kill({ ...field, op_id: base });

  const versions = await transaction.score.alive(args.submission);
  await project(transaction, {
    entity: 'scores',
    id: args.submission,
    rev: ledger.nextRev(),
    value: scoresRow(submission, versions),
    // In the states in which points are given, they are the office's alone.
    scopes: scopesOfScores(subject, false),
  });
  return isDisputed(versions.filter((version) => version.criterion_id === args.criterionId))
    ? { verdict: 'conflict' }
    : applied;
};
