/**
 * `assessment.move`: withdraw, and every step of review. The table of transitions says who may lead from where to where;
 * the move names the state and the submission its author saw, so that nobody decides over what they have not read.
 */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { AssessmentState, OperationOf } from '#protocol/operation.ts';
import { operationAllowed } from '#protocol/policy.ts';
import { findTransition, missingWords, transitions } from '#protocol/transitions.ts';
import { relationTo, scopesOfSubject } from '../../identity/scopes.ts';
import type { AssessmentRecord, SubmissionRecord } from '../../store/tables/assessment.ts';
import type { MoveRecord } from '../../store/tables/review.ts';
import { project } from '../project.ts';
import { applied, isDraining, quarantined, refused, type Bench, type Judge } from './judge.ts';
import { isPublishedIn, lastMoveOf, readersOf, returnOf, scopesOfScores, scoresRow } from './review-rows.ts';
import { unresolvedCriteria } from './rules.ts';
import { changedAlone } from './second-person.ts';
import { findAssessment, type AssessedSubject } from './subject.ts';
import { assessmentRow, submissionRow, submittedBody } from './submission-rows.ts';

interface Moved {
  subject: AssessedSubject;
  from: AssessmentState;
  /** As it stands after the move. */
  assessment: AssessmentRecord;
}

/** Questions to mend must be questions of the sheet that was sent. */
function itemsFit({ facts }: Bench, { items = [] }: MoveArgs, { criteria_set }: SubmissionRecord): boolean {
  const set = facts.sets.get(criteria_set)?.set;
  const asked = new Set(
    set === undefined ? [] : [...criteriaOf(set), ...set.sharedQuestions].map(({ id }) => id),
  );
  return items.every(({ criterionId }) => asked.has(criterionId));
}

/**
 * What was sent is taken back: nothing of the form stands or counts until it is sent again. What a hamlet typed for a
 * family goes with the family's own words: counting it now would put a proxy in the family's place (`protocol.md` §6).
 */
async function takeBack(
  { transaction, ledger }: Bench,
  { subject, assessment }: Moved,
  submissions: readonly SubmissionRecord[],
): Promise<SubmissionRecord[]> {
  const standing = submissions.filter(({ current }) => current === 1);
  for (const channel of new Set(standing.map((submission) => submission.channel))) {
    await transaction.submission.retire(assessment.assessment_id, channel);
    if (subject.kind === 'household')
      await transaction.householdAnswer.uncount(assessment.assessment_id, channel);
  }
  const moves = await transaction.move.of(assessment.assessment_id);
  for (const submission of standing) {
    const body = await submittedBody(transaction, submission.submission_id);
    if (body !== null)
      await project(transaction, {
        entity: 'submission',
        id: submission.submission_id,
        rev: ledger.nextRev(),
        value: submissionRow(
          assessment,
          { ...submission, current: 0 },
          body,
          returnOf(moves, submission.submission_id),
        ),
        scopes: readersOf(subject),
      });
  }
  return submissions.map((submission) => ({ ...submission, current: 0 }));
}

/** Officers' points come into sight of the form's people with the move that publishes them, and leave it when reopened. */
async function showScores(
  { transaction, ledger }: Bench,
  { subject, from, assessment }: Moved,
  submission: SubmissionRecord,
): Promise<void> {
  const published = isPublishedIn(assessment.state);
  if (published === isPublishedIn(from)) return;
  const versions = await transaction.score.alive(submission.submission_id);
  if (versions.length === 0) return;
  await project(transaction, {
    entity: 'scores',
    id: submission.submission_id,
    rev: ledger.nextRev(),
    value: scoresRow(submission, versions),
    scopes: scopesOfScores(subject, published),
    scopesBefore: scopesOfScores(subject, !published),
  });
}

type MoveArgs = OperationOf<'assessment.move'>['args'];

export const judgeAssessmentMove: Judge<'assessment.move'> = async (bench, { opId, args }) => {
  const { transaction, author, ledger, receivedAt } = bench;
  const found = await findAssessment(transaction, args.assessmentId);
  if (found === null) return refused('UNKNOWN_SUBJECT');
  const { subject, state, row } = found;
  const leads = transitions.some(({ roles, to }) => to === args.to && roles.includes(author.role));
  if (!leads || !operationAllowed('assessment.move', author.role, relationTo(author.binding, subject)))
    return refused('NOT_PERMITTED');
  if (author.binding.kind === 'office' && isDraining(bench)) return refused('DRAINING');
  const transition = findTransition(author.role, state, args.to);
  if (transition === undefined || args.statusRev !== row.status_rev) return refused('STATE_GUARD');

  const submissions = await transaction.submission.of(args.assessmentId);
  const named = submissions.find(
    (submission) => submission.submission_id === args.submission && submission.current === 1,
  );
  if (named === undefined) return refused('STALE_BASIS');
  if (missingWords(transition, args).length > 0 || !itemsFit(bench, args, named))
    return quarantined('ARGS_INVALID');
  if (transition.needs.includes('oneScoreEach')) {
    const versions = await transaction.score.alive(args.submission);
    const set = bench.facts.sets.get(named.criteria_set)?.set;
    if (unresolvedCriteria(bench, row, set, versions).length > 0) return refused('UNRESOLVED');
    if (await changedAlone(bench, args, versions)) return refused('SECOND_PERSON');
  }

  const assessment: AssessmentRecord = { ...row, state: args.to, status_rev: row.status_rev + 1 };
  const move: MoveRecord = {
    op_id: opId,
    assessment_id: args.assessmentId,
    submission_id: args.submission,
    from_state: state,
    to_state: args.to,
    reason: args.reason ?? null,
    items: args.items === undefined ? null : JSON.stringify(args.items),
    by_name: author.name,
    by_role: author.role,
    at: receivedAt,
    status_rev: assessment.status_rev,
  };
  await transaction.assessment.put(assessment);
  await transaction.move.insert(move);
  const moved: Moved = { subject, from: state, assessment };
  const standing = args.to === 'withdrawn' ? await takeBack(bench, moved, submissions) : submissions;
  await showScores(bench, moved, named);
  await project(transaction, {
    entity: 'assessment',
    id: args.assessmentId,
    rev: ledger.nextRev(),
    value: assessmentRow(assessment, standing, lastMoveOf(assessment, [move])),
    scopes: scopesOfSubject(subject),
  });
  return applied;
};
