/**
 * `assessment.submit`: a whole sheet as it was when *Gửi* was tapped. It is scored again here; both scores are kept, and
 * a difference is evidence, never a reason to turn it down. So is being late.
 */
import { isOnTime } from '#domain/deadline.ts';
import { score } from '#domain/score.ts';
import { receiptCodeOf } from '#protocol/code.ts';
import type { Channel } from '#protocol/judged-rows.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { AssessmentSubmitArgs, OperationOf } from '#protocol/operation.ts';
import { operationAllowed } from '#protocol/policy.ts';
import { officeScope, relationTo, scopesOfSubject } from '../../identity/scopes.ts';
import type { AssessmentRecord, SubmissionRecord } from '../../store/tables/assessment.ts';
import type { MoveRecord } from '../../store/tables/review.ts';
import type { Facts, KnownSet } from '../facts.ts';
import { project } from '../project.ts';
import { typedAnswers } from './household-answers.ts';
import { applied, quarantined, refused, type Bench, type Judge } from './judge.ts';
import { readFields, writeField } from './registers.ts';
import { returnOf } from './review-rows.ts';
import { findAssessment, type AssessedSubject } from './subject.ts';
import { assessmentRow, submissionRow, submittedBody } from './submission-rows.ts';

/** A family's answers need the family's yes, given by itself on its own phone or told to whoever types. */
function consentStands({ consent }: AssessmentSubmitArgs, channel: Channel): boolean {
  if (consent === undefined || (consent.mode === 'self') !== (channel === 'self')) return false;
  const process = consent.choices.filter(({ purpose }) => purpose === 'process');
  return process.length === 1 && process.every(({ agreed }) => agreed);
}

function isLate(facts: Facts, assessment: AssessmentRecord, instants: readonly number[]): boolean {
  const deadline = facts.deadlines.find(
    ({ campaignId, subjectKind }) =>
      campaignId === assessment.campaign_id && subjectKind === assessment.subject_kind,
  );
  return deadline !== undefined && instants.some((instant) => !isOnTime(instant, deadline.cutoffAt));
}

const setFits = ({ set }: KnownSet, subject: AssessedSubject): boolean =>
  set.subjectKind === subject.kind && (set.sector === undefined || set.sector === subject.sector);

/** The hamlet's or unit's draft now says what was sent; what its author had not seen stays beside it. */
async function writeRegisters(
  bench: Bench,
  { opId, args }: OperationOf<'assessment.submit'>,
  subject: AssessedSubject,
) {
  const { transaction, ledger } = bench;
  const { assessmentId } = args;
  for (const criterionId of new Set([...Object.keys(args.snapshot), ...Object.keys(args.bases)]))
    await writeField(transaction, {
      assessmentId,
      criterionId,
      opId,
      value: args.snapshot[criterionId],
      bases: args.bases[criterionId] ?? [],
    });
  await project(transaction, {
    entity: 'answers',
    id: assessmentId,
    rev: ledger.nextRev(),
    value: { assessmentId, fields: await readFields(transaction, assessmentId) },
    scopes: scopesOfSubject(subject).filter((scope) => scope !== officeScope),
  });
}

async function writeHouseholdAnswers(
  { householdAnswer }: Bench['transaction'],
  { assessment_id, hamlet_id }: AssessmentRecord,
  {
    channel,
    answers,
    replaces,
    familyAnswered,
    typedForIt,
    isGone,
  }: {
    channel: Channel;
    answers: ReturnType<typeof typedAnswers>;
    replaces: boolean;
    familyAnswered: boolean;
    typedForIt: boolean;
    isGone: boolean;
  },
): Promise<void> {
  if (replaces) await householdAnswer.clear(assessment_id, channel);
  // The family's own counts; what was typed for it never takes its place.
  if (channel === 'self' && typedForIt) await householdAnswer.uncount(assessment_id, 'proxy');
  const counted = !isGone && (channel === 'self' || !familyAnswered) ? 1 : 0;
  await householdAnswer.insert(
    answers.map((answer) => ({ assessment_id, channel, hamlet_id, counted, ...answer })),
  );
}

async function projectAgain(
  { transaction, ledger }: Bench,
  assessment: AssessmentRecord,
  submission: SubmissionRecord,
  { scopes, moves }: { scopes: readonly Scope[]; moves: readonly MoveRecord[] },
): Promise<void> {
  const body = await submittedBody(transaction, submission.submission_id);
  if (body === null) return;
  await project(transaction, {
    entity: 'submission',
    id: submission.submission_id,
    rev: ledger.nextRev(),
    value: submissionRow(assessment, submission, body, returnOf(moves, submission.submission_id)),
    scopes,
  });
}

export const judgeAssessmentSubmit: Judge<'assessment.submit'> = async (bench, operation) => {
  const { transaction, facts, author, ledger, opHash, receivedAt } = bench;
  const { opId, args, claimedAt, clockOff } = operation;
  const found = await findAssessment(transaction, args.assessmentId);
  if (found === null) return refused('UNKNOWN_SUBJECT');
  const { subject, state } = found;

  const rule = operationAllowed('assessment.submit', author.role, relationTo(author.binding, subject));
  if (rule === undefined) return refused('NOT_PERMITTED');
  if (rule.states?.includes(state) === false) return refused('STATE_GUARD');
  // Who is writing is told by the credential alone: a head at a family's door types for it, whatever the form says.
  const channel: Channel = subject.kind === 'household' && author.role !== 'household' ? 'proxy' : 'self';
  if (subject.kind === 'household' && !consentStands(args, channel)) return refused('NOT_PERMITTED');

  const known = facts.sets.get(args.criteriaSet);
  if (known === undefined || !setFits(known, subject)) return quarantined('ARGS_INVALID');
  if (!known.answersSchema().safeParse(args.snapshot).success) return quarantined('ARGS_INVALID');
  const fields = facts.fieldsOf.get(subject.kind);
  if (Object.keys(args.bases).some((criterionId) => fields?.has(criterionId) !== true))
    return quarantined('ARGS_INVALID');

  const earlier = await transaction.submission.of(args.assessmentId);
  const assessment: AssessmentRecord = {
    ...found.row,
    state: 'received',
    status_rev: found.row.status_rev + 1,
    round: found.row.round + 1,
  };
  const submission: SubmissionRecord = {
    submission_id: opId,
    assessment_id: args.assessmentId,
    channel,
    round: assessment.round,
    current: 1,
    criteria_set: args.criteriaSet,
    self_score: args.selfScore,
    server_score: score(known.set, args.snapshot).normalised,
    subject_name: subject.name,
    by_name: author.name,
    received_at: receivedAt,
    late: isLate(facts, found.row, [receivedAt, claimedAt + clockOff]) ? 1 : 0,
    receipt_code: receiptCodeOf(opHash),
    digest: opHash,
    shared_phone: author.sharedPhone ?? null,
  };

  const replaced = earlier.filter((old) => old.channel === channel && old.current === 1);
  if (replaced.length > 0) await transaction.submission.retire(args.assessmentId, channel);
  await transaction.submission.insert(submission);
  await transaction.assessment.put(assessment);
  if (subject.kind === 'household')
    await writeHouseholdAnswers(transaction, assessment, {
      channel,
      answers: typedAnswers(known.set, args.snapshot),
      // One taken back is no longer current, but its answers are still there, uncounted.
      replaces: earlier.some((old) => old.channel === channel),
      familyAnswered: earlier.some((old) => old.channel === 'self' && old.current === 1),
      typedForIt: earlier.some((old) => old.channel === 'proxy'),
      isGone: subject.isGone === true,
    });
  else await writeRegisters(bench, operation, subject);

  const scopes = scopesOfSubject(subject);
  // Full answers never travel back to a household's scope: a slip found on the road must not read them.
  const readers = scopes.filter((scope) => !scope.startsWith('household:'));
  const retired = replaced.map((old): SubmissionRecord => ({ ...old, current: 0 }));
  const moves = earlier.length === 0 ? [] : await transaction.move.of(args.assessmentId);
  // What was returned keeps its words, also where a sending of the other channel takes its turn.
  const answered = state === 'returned' ? moves.at(-1)?.submission_id : undefined;
  const others = earlier.filter((old) => old.submission_id === answered && !replaced.includes(old));
  for (const old of [...retired, ...others])
    await projectAgain(bench, assessment, old, { scopes: readers, moves });
  const { snapshot, signedOffBy, consent } = args;
  await project(transaction, {
    entity: 'submission',
    id: opId,
    rev: ledger.nextRev(),
    value: submissionRow(assessment, submission, {
      snapshot,
      signedOffBy,
      claimedAt,
      clockOff,
      ...(consent === undefined ? {} : { consent }),
    }),
    scopes: readers,
  });
  await project(transaction, {
    entity: 'assessment',
    id: args.assessmentId,
    rev: ledger.nextRev(),
    value: assessmentRow(assessment, [
      ...earlier.filter((old) => !replaced.includes(old)),
      ...retired,
      submission,
    ]),
    scopes,
  });
  return applied;
};
