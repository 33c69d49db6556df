/**
 * Records about awards (`domain.md` §3.3): the rules are the domain's, what they are held against is what the commune
 * keeps. A mistake of basis is stale, one of the way is guarded; the screen says which by the same rules.
 */
import { checkDecision } from '#domain/awards/check-decision.ts';
import { checkMove } from '#domain/awards/check-move.ts';
import { checkLetter, checkMeeting, checkNotice } from '#domain/awards/check-papers.ts';
import type { AwardMistake, PaperMistake } from '#domain/awards/mistakes.ts';
import type { Award, AwardDecision } from '#protocol/award-records.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { contextOf, listAwardRecords, readAwardRecord, rulesOf, type AwardEntity } from './award-context.ts';
import { approvesAlone } from './award-persons.ts';
import { refused, type Bench, type Judgement } from './judge.ts';
import type { NamedRecord } from './record-scopes.ts';

const awardEntities: ReadonlySet<string> = new Set<AwardEntity>([
  'award',
  'awardRules',
  'awardNotice',
  'councilMeeting',
  'submissionLetter',
  'awardDecision',
]);
type AwardRecord = Extract<NamedRecord, { entity: AwardEntity }>;
export const isOfAwards = (record: NamedRecord): record is AwardRecord => awardEntities.has(record.entity);

/** What it rests on is another by now: look again, then do it again. */
const stale: ReadonlySet<string> = new Set<(AwardMistake | PaperMistake)['kind']>([
  'courseRewritten',
  'freezeMissing',
  'freezeReplaced',
  'rankingDiffers',
  'unknownAward',
  'unknownFreeze',
]);

/** Seen in the record itself and what it was before; all others depend on records that may have been erased since. */
const ofItself: ReadonlySet<string> = new Set<(AwardMistake | PaperMistake)['kind']>([
  'courseRewritten',
  'notAllowed',
  'skipDiffers',
  'reasonMissing',
  'recipientUnclear',
  'namedTwice',
  'totalDiffers',
]);

function verdictOn(bench: Bench, mistake: AwardMistake | PaperMistake | null): Judgement | null {
  if (mistake === null) return null;
  // When the log is played again after families were erased, what was looked at then is no longer all there.
  if (bench.replayed !== undefined && !ofItself.has(mistake.kind)) return null;
  return refused(stale.has(mistake.kind) ? 'STALE_BASIS' : 'STATE_GUARD');
}

async function judgeAward(bench: Bench, award: Award, before: Award | null): Promise<Judgement | null> {
  return verdictOn(bench, checkMove(before, award, await contextOf(bench, award)));
}

/** The chair approves or sends back; what it says is the office's to write. */
async function judgeDecision(
  bench: Bench,
  { value, before, isInBatch }: { value: AwardDecision; before: AwardDecision | null; isInBatch: boolean },
): Promise<Judgement | null> {
  if (value.state === 'prepared' && bench.author.role === 'chair') return refused('STATE_GUARD');
  const { transaction } = bench;
  const { campaignId } = value;
  const awards = await listAwardRecords(transaction, 'award', campaignId);
  const mistake = checkDecision(before, value, {
    rules: await rulesOf(transaction, campaignId),
    awards,
    letters: await listAwardRecords(transaction, 'submissionLetter', campaignId),
    decisions: await listAwardRecords(transaction, 'awardDecision', campaignId),
  });
  const verdict = verdictOn(bench, mistake);
  if (verdict !== null || before?.state !== 'prepared' || value.state !== 'approved') return verdict;
  // Approved by a hand of its own: a batch is one person's list of writes.
  if (isInBatch) return refused('STATE_GUARD');
  return (await approvesAlone(bench, before, awards)) ? refused('SECOND_PERSON') : null;
}

/** One a campaign: two officers who each write the first would have two rules. */
async function judgeRules({ transaction }: Bench, value: { id: string; campaignId: string }) {
  const others = await listAwardRecords(transaction, 'awardRules', value.campaignId);
  return others.some(({ id }) => id !== value.id) ? refused('STALE_BASIS') : null;
}

async function paperMistake(
  { transaction }: Bench,
  record: Exclude<AwardRecord, { entity: 'award' | 'awardDecision' | 'awardRules' }>,
  stored: string | undefined,
): Promise<PaperMistake | null> {
  const { campaignId } = record.value;
  const awards = await listAwardRecords(transaction, 'award', campaignId);
  switch (record.entity) {
    case 'awardNotice': {
      const before = stored === undefined ? null : readAwardRecord('awardNotice', stored);
      return checkNotice(before, record.value, { rules: await rulesOf(transaction, campaignId), awards });
    }
    case 'councilMeeting': {
      const before = stored === undefined ? null : readAwardRecord('councilMeeting', stored);
      return checkMeeting(before, record.value, { awards });
    }
    case 'submissionLetter': {
      const before = stored === undefined ? null : readAwardRecord('submissionLetter', stored);
      const freezes = (await transaction.record.list('rankingFreeze'))
        .filter(({ value }) => value.includes(campaignId))
        .map(({ id }) => id);
      return checkLetter(before, record.value, {
        awards,
        freezes: new Set(freezes),
        decisions: await listAwardRecords(transaction, 'awardDecision', campaignId),
      });
    }
  }
}

/** Why it may not be written so; null = it may. Permission and freshness have been judged. */
export async function judgeAwardRecord(
  bench: Bench,
  record: AwardRecord,
  { existing, isInBatch }: { existing: RecordRow | undefined; isInBatch: boolean },
): Promise<Judgement | null> {
  const stored = existing?.value;
  if (stored !== undefined && !stored.includes(record.value.campaignId)) return refused('STATE_GUARD');
  switch (record.entity) {
    case 'award':
      return judgeAward(bench, record.value, stored === undefined ? null : readAwardRecord('award', stored));
    case 'awardDecision': {
      const before = stored === undefined ? null : readAwardRecord('awardDecision', stored);
      return judgeDecision(bench, { value: record.value, before, isInBatch });
    }
    case 'awardRules':
      return judgeRules(bench, record.value);
    default:
      return verdictOn(bench, await paperMistake(bench, record, stored));
  }
}
