/** What the commune keeps about awards, as far as one write needs it (`domain/awards/step-conditions.ts`). */
import { defaultAwardRules } from '#domain/awards/rules.ts';
import type { AwardContext } from '#domain/awards/step-conditions.ts';
import type { RulesOfAwards } from '#domain/awards/types.ts';
import { stateOf } from '#domain/awards/workflow.ts';
import { dayOf } from '#domain/day.ts';
import {
  awardRecordSchemas,
  type Award,
  type AwardDecision,
  type AwardNotice,
  type AwardRules,
  type CouncilMeeting,
  type SubmissionLetter,
} from '#protocol/award-records.ts';
import { recordSchemas } from '#protocol/entities.ts';
import type { Tables } from '../../store/tables.ts';
import type { Bench } from './judge.ts';

interface AwardValues {
  award: Award;
  awardRules: AwardRules;
  awardNotice: AwardNotice;
  councilMeeting: CouncilMeeting;
  submissionLetter: SubmissionLetter;
  awardDecision: AwardDecision;
}
export type AwardEntity = keyof AwardValues;

const readers: { [Entity in AwardEntity]: (value: unknown) => AwardValues[Entity] } = {
  award: (value) => awardRecordSchemas.award.parse(value),
  awardRules: (value) => awardRecordSchemas.awardRules.parse(value),
  awardNotice: (value) => awardRecordSchemas.awardNotice.parse(value),
  councilMeeting: (value) => awardRecordSchemas.councilMeeting.parse(value),
  submissionLetter: (value) => awardRecordSchemas.submissionLetter.parse(value),
  awardDecision: (value) => awardRecordSchemas.awardDecision.parse(value),
};

export const readAwardRecord = <Entity extends AwardEntity>(
  entity: Entity,
  text: string,
): AwardValues[Entity] => readers[entity](JSON.parse(text));

/** Standing ones of a campaign, the newest change last. Others' years are told by the text, without reading them. */
export const listAwardRecords = async <Entity extends AwardEntity>(
  { record }: Pick<Tables, 'record'>,
  entity: Entity,
  campaignId: string,
): Promise<AwardValues[Entity][]> =>
  (await record.list(entity))
    .filter(({ value }) => value.includes(campaignId))
    .map(({ value }) => readAwardRecord(entity, value))
    .filter((value) => value.campaignId === campaignId);

/** One by its id, of this campaign; none for an id that is not said. */
async function findOne<Entity extends AwardEntity>(
  { record }: Pick<Tables, 'record'>,
  entity: Entity,
  { id, campaignId }: { id: string | undefined; campaignId: string },
): Promise<AwardValues[Entity][]> {
  const row = id === undefined ? undefined : await record.find(entity, id);
  if (row === undefined || row.ended_at !== null) return [];
  const value = readAwardRecord(entity, row.value);
  return value.campaignId === campaignId ? [value] : [];
}

/** The campaign's rules; where nobody wrote any, those every commune begins with. */
export const rulesOf = async (tables: Pick<Tables, 'record'>, campaignId: string): Promise<RulesOfAwards> =>
  (await listAwardRecords(tables, 'awardRules', campaignId)).at(-1) ?? defaultAwardRules;

/** The freeze an award rests on, and a stub of the one that replaced it: its text is enough to tell. */
async function freezesFor(
  { record }: Pick<Tables, 'record'>,
  { ground, campaignId }: Award,
): Promise<AwardContext['freezes']> {
  if (ground.kind !== 'ranking') return [];
  const row = await record.find('rankingFreeze', ground.freezeId);
  if (row === undefined) return [];
  const freeze = recordSchemas.rankingFreeze.parse(JSON.parse(row.value));
  if (freeze.campaignId !== campaignId) return [];
  const replaces = JSON.stringify({ replaces: freeze.id }).slice(1, -1);
  const isReplaced = (await record.list('rankingFreeze')).some(({ value }) => value.includes(replaces));
  const { group } = freeze;
  return isReplaced ? [freeze, { id: '', group, inputs: [], results: [], replaces: freeze.id }] : [freeze];
}

const restsOnRanking: ReadonlySet<string> = new Set(['ranked', 'shortlisted', 'proposed']);

/** Ids of the campaign's decisions that name an award; an award not yet decided names none itself. */
const naming = (decisions: readonly AwardDecision[], awardId: string): AwardDecision[] =>
  decisions.filter(({ awards }) => awards.some((each) => each.awardId === awardId));

export async function contextOf(
  { transaction, receivedAt }: Pick<Bench, 'transaction' | 'receivedAt'>,
  award: Award,
): Promise<AwardContext> {
  const { campaignId, id, noticeId, meetingId, letterId } = award;
  const decisions = await listAwardRecords(transaction, 'awardDecision', campaignId);
  return {
    today: dayOf(receivedAt),
    rules: await rulesOf(transaction, campaignId),
    others: await listAwardRecords(transaction, 'award', campaignId),
    freezes: restsOnRanking.has(stateOf(award)) ? await freezesFor(transaction, award) : [],
    notices: await findOne(transaction, 'awardNotice', { id: noticeId, campaignId }),
    meetings: await findOne(transaction, 'councilMeeting', { id: meetingId, campaignId }),
    letters: await findOne(transaction, 'submissionLetter', { id: letterId, campaignId }),
    decisions: naming(decisions, id),
  };
}
