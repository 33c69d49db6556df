/** What the commune holds for a ranking of one group: the inputs a freeze must name (`domain/ranking/freeze.ts`). */
import type { FrozenInput, FrozenTie } from '#domain/ranking/freeze.ts';
import { inTime } from '#domain/ranking/in-time.ts';
import { isGivenCode } from '#domain/review/given-points.ts';
import { officerSheet, pointsOf, type GivenScores } from '#domain/review/officer-sheet.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { countingDay, standsOn } from '#domain/standing.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { freezes } from '#protocol/family-records.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import type { SubmissionRecord } from '../../store/tables/assessment.ts';
import type { ScoreRecord } from '../../store/tables/review.ts';
import type { Tables } from '../../store/tables.ts';
import { isRestricted } from './family-counts.ts';
import type { Bench } from './judge.ts';
import { disputedCriteria } from './review-rows.ts';
import { submittedBody } from './submission-rows.ts';

/** Standing records of an entity, the newest change first. */
async function newestFirst<Value>(
  { record }: Tables,
  entity: 'tieDecision' | 'knockOut' | 'priorResult' | 'rankingFreeze',
  { parse }: { parse: (value: unknown) => Value },
): Promise<Value[]> {
  return (await record.list(entity)).toReversed().map(({ value }) => parse(JSON.parse(value)));
}

/** Whoever is ranked with whom: hamlets and units that stood when sending closed; families where they live now. */
async function subjectsOf(
  { transaction: { record }, facts }: Pick<Bench, 'transaction' | 'facts'>,
  { group, campaignId }: Pick<RankingFreeze, 'group' | 'campaignId'>,
): Promise<string[]> {
  const [kind = '', of = ''] = group.split(':');
  const day = countingDay(
    facts.campaigns.find(({ id }) => id === campaignId),
    facts.deadlines.find((each) => each.campaignId === campaignId && each.subjectKind === kind),
  );
  if (kind === 'household')
    return (await record.listUnder('household', of))
      .map(({ value }) => recordSchemas.household.parse(JSON.parse(value)))
      .filter(({ endedAt, mergedInto }) => endedAt === undefined && mergedInto === undefined)
      .map(({ id }) => id);
  if (kind === 'unit')
    return (await record.list('unit'))
      .map(({ value }) => recordSchemas.unit.parse(JSON.parse(value)))
      .filter((unit) => unit.sector === of && standsOn(unit, day))
      .map(({ id }) => id);
  return (await record.list('hamlet'))
    .map(({ value }) => recordSchemas.hamlet.parse(JSON.parse(value)))
    .filter((hamlet) => standsOn(hamlet, day))
    .map(({ id }) => id);
}

/** The family's own form before what was typed for it; none while an objection or a request keeps it from counting. */
async function countedSubmission(
  { transaction, ledger }: Pick<Bench, 'transaction' | 'ledger'>,
  { assessmentId, subjectId }: { assessmentId: string; subjectId: string },
): Promise<SubmissionRecord | undefined> {
  const { record, submission } = transaction;
  const standing = (await submission.of(assessmentId)).filter(({ current }) => current === 1);
  if (standing.length === 0) return undefined;
  if (await isRestricted(transaction, ledger, { householdId: subjectId, assessmentId })) return undefined;
  const objections = (await record.listUnder('objection', subjectId)).map(({ value }) =>
    recordSchemas.objection.parse(JSON.parse(value)),
  );
  const isFrozen = ({ submission_id }: SubmissionRecord): boolean =>
    objections.some((objection) => objection.submission === submission_id && freezes(objection));
  const counting = standing.filter((each) => !isFrozen(each));
  return counting.find(({ channel }) => channel === 'self') ?? counting[0];
}

function givenBy(versions: readonly ScoreRecord[]): GivenScores {
  const disputed = new Set(disputedCriteria(versions));
  const given: Record<string, { points: number; reasonCode: string }> = {};
  for (const { criterion_id, points, reason_code } of versions)
    if (points !== null && !disputed.has(criterion_id) && isGivenCode(reason_code))
      given[criterion_id] = { points, reasonCode: reason_code };
  return given;
}

export interface HeldInputs {
  inputs: Omit<FrozenInput, 'knockOut'>[];
  /** By subject: ids of the knock-outs in force. */
  knockOuts: ReadonlyMap<string, ReadonlySet<string>>;
  /** The council's decisions in force, the newest first. */
  ties: FrozenTie[];
  /** The newest freeze of this group. */
  last: RankingFreeze | undefined;
}

export async function heldInputs(
  bench: Pick<Bench, 'transaction' | 'ledger' | 'facts' | 'communeId'>,
  { group, campaignId }: Pick<RankingFreeze, 'group' | 'campaignId'>,
): Promise<HeldInputs> {
  const { transaction, facts, communeId } = bench;
  const year = facts.campaigns.find(({ id }) => id === campaignId)?.year ?? 0;
  const frozen = await newestFirst(transaction, 'rankingFreeze', recordSchemas.rankingFreeze);
  // Also of a year the app froze itself: the office takes that over as a prior result, and may correct it.
  const priors = (await newestFirst(transaction, 'priorResult', recordSchemas.priorResult)).filter(
    (prior) => prior.year === year - 1 && prior.campaignId === campaignId,
  );
  const knockOuts = new Map<string, Set<string>>();
  for (const { id, subjectId, ...out } of await newestFirst(transaction, 'knockOut', recordSchemas.knockOut))
    if (out.campaignId === campaignId)
      knockOuts.set(subjectId, (knockOuts.get(subjectId) ?? new Set<string>()).add(id));
  const priorOf = (subjectId: string): number | undefined =>
    priors.find((prior) => prior.subjectId === subjectId)?.normalised;

  const inputs: HeldInputs['inputs'] = [];
  for (const subjectId of await subjectsOf(bench, { group, campaignId })) {
    const assessmentId = assessmentIdOf(communeId, campaignId, subjectId);
    const assessment = await transaction.assessment.find(assessmentId);
    if (assessment?.state !== 'verified' && assessment?.state !== 'final') continue;
    const counted = await countedSubmission(bench, { assessmentId, subjectId });
    const set = facts.sets.get(counted?.criteria_set ?? '')?.set;
    if (counted === undefined || set === undefined) continue;
    const body = await submittedBody(transaction, counted.submission_id);
    if (body === null) continue;
    const given = givenBy(await transaction.score.alive(counted.submission_id));
    const sheet = officerSheet(set, body.snapshot, given);
    if (sheet.open.length > 0) continue;
    const prior = priorOf(subjectId);
    inputs.push({
      subjectId,
      submission: counted.submission_id,
      digest: counted.digest,
      criteriaSet: counted.criteria_set,
      points: pointsOf(sheet),
      ...(prior === undefined ? {} : { prior }),
      onTime: inTime(set, counted.late === 1, given),
    });
  }
  return {
    inputs,
    knockOuts,
    ties: (await newestFirst(transaction, 'tieDecision', recordSchemas.tieDecision))
      .filter((tie) => tie.group === group && tie.campaignId === campaignId)
      // By its own day, and of one day the one written last.
      .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
      .map(({ id, order }) => ({ id, order })),
    last: frozen.find((freeze) => freeze.group === group && freeze.campaignId === campaignId),
  };
}
