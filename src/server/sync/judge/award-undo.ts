/**
 * What of awards may be taken out or taken back with its batch: as long as nothing rests on it. A decision, and what a
 * decision gave, are taken back by their own steps alone, with a reason.
 */
import { doubleOf } from '#domain/awards/double.ts';
import { isGiven, stands, stateOf } from '#domain/awards/workflow.ts';
import type { Award } from '#protocol/award-records.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { listAwardRecords, readAwardRecord } from './award-context.ts';
import type { Bench } from './judge.ts';

const linkOf = {
  awardNotice: 'noticeId',
  councilMeeting: 'meetingId',
  submissionLetter: 'letterId',
} as const satisfies Record<string, keyof Award>;
type AwardPaper = keyof typeof linkOf;

const isAwardPaper = (entity: string): entity is AwardPaper => Object.hasOwn(linkOf, entity);

/** No award names it, and no decision. */
async function isNamed(
  { transaction }: Pick<Bench, 'transaction'>,
  entity: AwardPaper,
  { id, value }: Pick<RecordRow, 'id' | 'value'>,
): Promise<boolean> {
  const { campaignId } = readAwardRecord(entity, value);
  const awards = await listAwardRecords(transaction, 'award', campaignId);
  if (awards.some((award) => award[linkOf[entity]] === id)) return true;
  if (entity !== 'submissionLetter') return false;
  const decisions = await listAwardRecords(transaction, 'awardDecision', campaignId);
  return decisions.some(({ letterId }) => letterId === id);
}

async function awardIsHeld(
  { transaction }: Pick<Bench, 'transaction'>,
  { value }: Pick<RecordRow, 'value'>,
  before: Award | null,
): Promise<boolean> {
  const award = readAwardRecord('award', value);
  const state = stateOf(award);
  if (isGiven(state) || state === 'revoked') return true;
  const { id, campaignId } = award;
  const decisions = await listAwardRecords(transaction, 'awardDecision', campaignId);
  const isApproved = decisions.some(
    (decision) => decision.state === 'approved' && decision.awards.some(({ awardId }) => awardId === id),
  );
  if (isApproved) return true;
  if (before === null || !stands(stateOf(before))) return false;
  // What comes back to life must not honour what was honoured otherwise meanwhile.
  const { above: _above, ...alone } = before;
  return doubleOf(alone, await listAwardRecords(transaction, 'award', campaignId)) !== null;
}

/** May not be undone: something rests on it. `before`: what it would be again, null = not there. */
export async function isHeldByAwards(
  bench: Pick<Bench, 'transaction'>,
  entity: string,
  { now, before }: { now: Pick<RecordRow, 'id' | 'value'>; before: string | null },
): Promise<boolean> {
  if (entity === 'award')
    return awardIsHeld(bench, now, before === null ? null : readAwardRecord('award', before));
  if (entity === 'awardDecision') return readAwardRecord('awardDecision', now.value).state !== 'prepared';
  return isAwardPaper(entity) && isNamed(bench, entity, now);
}
