/**
 * What some records of the office are held against besides their schema: the way of a good example, bulletins that name
 * only published ones, a series that is one movement, a hand-over that says what the commune is called now, a reminder of
 * a deadline that exists. Rules: `domain/exemplars/workflow.ts`, `domain/series`.
 */
import { noonOf } from '#domain/day.ts';
import { checkExemplar, type ExemplarMistake } from '#domain/exemplars/workflow.ts';
import { checkHandOver } from '#domain/series/hand-over.ts';
import { checkSeries } from '#domain/series/series.ts';
import { recordSchemas } from '#protocol/entities.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import type { Bulletin, CampaignSeries, Exemplar, HandOver } from '#protocol/paper-records.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { quarantined, refused, type Bench, type Judgement } from './judge.ts';
import type { NamedRecord } from './record-scopes.ts';

const codes: Record<ExemplarMistake, VerdictCode> = {
  noSuchMove: 'STATE_GUARD',
  notYours: 'NOT_PERMITTED',
  notVerified: 'STATE_GUARD',
  noStory: 'STATE_GUARD',
  noConsent: 'STATE_GUARD',
  noPhotoConsent: 'STATE_GUARD',
  noDay: 'STATE_GUARD',
};

const areDays = (days: readonly (string | undefined)[]): boolean =>
  days.every((day) => day === undefined || !Number.isNaN(noonOf(day)));

async function isThere({ transaction }: Bench, entity: string, id: string | undefined): Promise<boolean> {
  return id === undefined || (await transaction.record.find(entity, id)) !== undefined;
}

async function judgeExemplar(
  bench: Bench,
  value: Exemplar,
  existing: RecordRow | undefined,
): Promise<Judgement | null> {
  const { consent, publishedOn, replications, subjectKind, subjectId } = value;
  if (!areDays([consent?.date, publishedOn, ...replications.map(({ date }) => date)]))
    return quarantined('ARGS_INVALID');
  if ((subjectKind === undefined) !== (subjectId === undefined)) return quarantined('ARGS_INVALID');
  if (subjectKind !== undefined && !(await isThere(bench, subjectKind, subjectId)))
    return refused('UNKNOWN_SUBJECT');
  const before =
    existing === undefined || existing.ended_at !== null
      ? null
      : recordSchemas.exemplar.parse(JSON.parse(existing.value));
  const role = bench.author.role === 'cultureOfficer' ? 'cultureOfficer' : 'officer';
  const mistake = checkExemplar(before, value, role);
  return mistake === null ? null : refused(codes[mistake]);
}

/** What it names anew is published; what is taken down later stays in bulletins that were said. */
async function judgeBulletin(
  { transaction }: Bench,
  value: Bulletin,
  existing: RecordRow | undefined,
): Promise<Judgement | null> {
  if (!areDays(value.broadcasts.map(({ date }) => date))) return quarantined('ARGS_INVALID');
  const named = new Set(
    existing === undefined ? [] : recordSchemas.bulletin.parse(JSON.parse(existing.value)).exemplars,
  );
  for (const id of value.exemplars) {
    if (named.has(id)) continue;
    const row = await transaction.record.find('exemplar', id);
    if (row === undefined || row.ended_at !== null) return refused('UNKNOWN_SUBJECT');
    if (recordSchemas.exemplar.parse(JSON.parse(row.value)).state !== 'published')
      return refused('STATE_GUARD');
  }
  return null;
}

async function judgeSeries({ transaction }: Bench, value: CampaignSeries): Promise<Judgement | null> {
  const known = new Set((await transaction.record.list('campaign')).map(({ id }) => id));
  const others = (await transaction.record.list('campaignSeries')).map((row) =>
    recordSchemas.campaignSeries.parse(JSON.parse(row.value)),
  );
  const mistake = checkSeries(value, others, known);
  if (mistake === null) return null;
  return refused(mistake === 'unknown' ? 'UNKNOWN_SUBJECT' : 'STATE_GUARD');
}

/** In its batch the commune's new name comes before it. It is written once: papers rest on it. */
async function judgeHandOver(
  { transaction, communeId }: Bench,
  value: HandOver,
  existing: RecordRow | undefined,
): Promise<Judgement | null> {
  if (existing !== undefined && existing.ended_at === null) return refused('STATE_GUARD');
  if (!areDays([value.date])) return quarantined('ARGS_INVALID');
  const row = await transaction.record.find('commune', communeId);
  if (row === undefined) throw new Error('a campaign without its commune');
  const mistake = checkHandOver(value, recordSchemas.commune.parse(JSON.parse(row.value)));
  return mistake === null ? null : refused('STATE_GUARD');
}

/** Null: nothing is wrong with it, or it is none of these. */
export async function judgeVoice(
  bench: Bench,
  record: NamedRecord,
  existing: RecordRow | undefined,
): Promise<Judgement | null> {
  switch (record.entity) {
    case 'exemplar':
      return judgeExemplar(bench, record.value, existing);
    case 'bulletin':
      return judgeBulletin(bench, record.value, existing);
    case 'campaignSeries':
      return judgeSeries(bench, record.value);
    case 'handOver':
      return judgeHandOver(bench, record.value, existing);
    case 'reportDeadline':
      return areDays([record.value.handedIn?.date]) ? null : quarantined('ARGS_INVALID');
    case 'reminder': {
      const { deadlineId } = record.value;
      const isKnown =
        (await bench.transaction.record.find('deadline', deadlineId)) !== undefined ||
        (await bench.transaction.record.find('reportDeadline', deadlineId)) !== undefined;
      return isKnown ? null : refused('UNKNOWN_SUBJECT');
    }
    default:
      return null;
  }
}
