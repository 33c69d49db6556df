/**
 * One record of dated data: compare-and-set on the revision its author saw, the entity's own schema, its own row of the
 * policy. Alone or in a batch: `records.ts`.
 */
import { criteriaRef } from '#domain/criteria-set.ts';
import { isRecordEntity, recordSchemas } from '#protocol/entities.ts';
import { recordAllowed } from '#protocol/policy.ts';
import { isErasedFeedback } from '../../feedback.ts';
import { relationTo } from '../../identity/scopes.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { initialsOf, nextCode } from './human-code.ts';
import type { RecordPutArgs } from '#protocol/operation.ts';
import { applied, quarantined, refused, type Bench, type Judgement } from './judge.ts';
import { withHands } from './award-persons.ts';
import { isOfAwards, judgeAwardRecord } from './award-record.ts';
import { isHeldByAwards } from './award-undo.ts';
import { judgeCampaign } from './campaign-record.ts';
import { isOfFamily, judgeFamilyRecord, withWordsKept } from './family-record.ts';
import { judgeRelease, keepRelease } from '../../open-data/keep-release.ts';
import { judgeFreeze } from './ranking-freeze.ts';
import { readRecord } from './read-record.ts';
import { parentOf, subjectOfRecord, subjectOfStored } from './record-owner.ts';
import type { NamedRecord } from './record-scopes.ts';
import { endRecord, showPublicHamlet, showRecord } from './show-record.ts';
import { judgeVoice } from './voice-records.ts';

export const idOf = (record: NamedRecord): string =>
  record.entity === 'criteriaSet' ? criteriaRef(record.value) : record.value.id;

/** Stands under the id of what it is about: taken back, it is written anew under that or not at all. */
const standsUnderAnother: ReadonlySet<string> = new Set(['feedbackReply']);

/**
 * The revision its author saw is the newest, or what came after was this same device's earlier write on that basis, or
 * its author saw nothing and nothing stands.
 */
function isFresh(existing: RecordRow | undefined, baseRev: number, deviceId: string): boolean {
  if (existing === undefined) return baseRev === 0;
  if (existing.ended_at !== null && standsUnderAnother.has(existing.entity) && baseRev === 0) return true;
  return existing.rev === baseRev || (existing.device_id === deviceId && existing.base_rev === baseRev);
}

export async function withCode(
  bench: Pick<Bench, 'transaction' | 'replayed'>,
  record: NamedRecord,
  existing: RecordRow | undefined,
): Promise<NamedRecord> {
  const { transaction } = bench;
  const held = record.entity === 'household' ? bench.replayed?.codes.get(record.value.id) : undefined;
  if (held !== undefined && record.entity === 'household')
    return { entity: 'household', value: { ...record.value, code: held } };
  if (record.entity === 'unit') {
    const code = existing?.code ?? (await nextCode(transaction, 'unit', record.value.sector));
    return { entity: 'unit', value: { ...record.value, code } };
  }
  if (record.entity !== 'household') return record;
  if (existing?.code) return { entity: 'household', value: { ...record.value, code: existing.code } };
  const hamlet = await transaction.record.find('hamlet', record.value.hamletId);
  if (hamlet === undefined) throw new Error('a household without its hamlet');
  const prefix = initialsOf(recordSchemas.hamlet.parse(JSON.parse(hamlet.value)).name);
  return {
    entity: 'household',
    value: { ...record.value, code: await nextCode(transaction, 'household', prefix) },
  };
}

/** Writes a record that has passed every check, and shows it to its audiences. */
export async function keepRecord(
  bench: Pick<Bench, 'transaction' | 'ledger' | 'facts' | 'communeId' | 'rev'> & {
    author: { deviceId: string };
  },
  record: NamedRecord,
  { opId, existing, baseRev }: { opId: string; existing: RecordRow | undefined; baseRev: number },
): Promise<void> {
  const { transaction, author, ledger } = bench;
  // What the public sees of a hamlet goes first: a phone that reads both keeps the newer, which is the fuller.
  if (record.entity === 'hamlet') await showPublicHamlet(bench, record.value);
  const rev = record.entity === 'hamlet' ? ledger.nextRev() : bench.rev;
  await transaction.record.put({
    entity: record.entity,
    id: idOf(record),
    value: JSON.stringify(record.value),
    ended_at: null,
    rev,
    op_id: opId,
    device_id: author.deviceId,
    base_rev: baseRev,
    parent_id: parentOf(record)?.id ?? '',
    code: 'code' in record.value ? (record.value.code ?? null) : null,
  });
  await showRecord({ ...bench, rev }, record, existing, opId);
  if (record.entity === 'openRelease') await keepRelease(bench, record.value);
}

/** What came before a record was ended or replaced; nothing of it has been written yet. */
export interface Put {
  existing: RecordRow | undefined;
  write: (bench: Bench, opId: string) => Promise<void>;
}

async function judgeEnd({ transaction, author }: Bench, args: RecordPutArgs): Promise<Put | Judgement> {
  if (!isRecordEntity(args.entity)) return quarantined('UNKNOWN_KIND');
  const { entity } = args;
  const existing = await transaction.record.find(entity, args.id);
  if (existing === undefined) return refused('UNKNOWN_SUBJECT');
  const relation = relationTo(author.binding, subjectOfStored(entity, existing));
  if (!recordAllowed(entity, author.role, relation)) return refused('NOT_PERMITTED');
  // Without its commune, campaign or criteria nothing stands, and a batch is taken back, not forgotten.
  if (neverEnds.has(entity)) return refused('STATE_GUARD');
  // Two phones that both take it out agree.
  if (existing.ended_at !== null) return applied;
  if (await isHeldByAwards({ transaction }, entity, { now: existing, before: null }))
    return refused('STATE_GUARD');
  // A hamlet ends when its families live elsewhere: none may be left in a scope nobody reads.
  if (entity === 'hamlet' && (await transaction.record.hasUnder('household', args.id)))
    return refused('STATE_GUARD');
  if (!isFresh(existing, args.baseRev, author.deviceId)) return refused('STALE_BASIS');
  return {
    existing,
    write: (bench, opId) => endRecord(bench, existing, entity, { opId, baseRev: args.baseRev }),
  };
}

// A form is pinned to the version it was filled under; a draw, a frozen ranking and a release are what they were when made.
const neverChanges: readonly string[] = ['criteriaSet', 'recheckSample', 'rankingFreeze', 'openRelease'];

// What a family asked is answered or taken back, and stays to be accounted for.
const neverEnds: ReadonlySet<string> = new Set([
  'commune',
  'campaign',
  'criteriaSet',
  'batch',
  'objection',
  'dataRequest',
  // An award leaves its way by a step with a reason; its rules and decisions stay in the file.
  'award',
  'awardRules',
  'awardDecision',
  ...neverChanges,
]);

/** Also one that came a moment ago in the same batch. */
const isKnownCampaign = async ({ facts, transaction }: Bench, campaignId: string): Promise<boolean> =>
  facts.campaigns.some(({ id }) => id === campaignId) ||
  (await transaction.record.find('campaign', campaignId)) !== undefined;

/** Words that were taken away are answered by nobody any more: an answer may repeat them. */
async function judgeReply({ transaction }: Bench, { id }: { id: string }): Promise<Judgement | null> {
  const words = await transaction.feedback.byId(id);
  return words !== undefined && isErasedFeedback(words) ? refused('ERASED') : null;
}

/** An award goes on to its end whatever becomes of the family or unit it was given to. */
const isGivenOn = (
  { erased }: Bench,
  { entity }: NamedRecord,
  { existing, parent }: { existing: RecordRow | undefined; parent: { id: string } },
): boolean => entity === 'award' && (existing?.parent_id === parent.id || erased?.has(parent.id) === true);

/** What some entities ask of a value besides its schema; null = nothing is wrong with it. */
async function faultOf(
  bench: Bench,
  record: NamedRecord,
  { existing, isInBatch }: { existing: RecordRow | undefined; isInBatch: boolean },
): Promise<Judgement | null> {
  if (isOfAwards(record)) return judgeAwardRecord(bench, record, { existing, isInBatch });
  if (isOfFamily(record)) return judgeFamilyRecord(bench, record, existing);
  if (record.entity === 'rankingFreeze') return judgeFreeze(bench, record.value);
  if (record.entity === 'openRelease') return judgeRelease(bench, record.value);
  if (record.entity === 'feedbackReply') return judgeReply(bench, record.value);
  return (await judgeVoice(bench, record, existing)) ?? judgeCampaign(bench, record, existing);
}

/** Whether its author may write this record, and how; a record of a batch is judged here again when it is committed. */
export async function judgePut(bench: Bench, args: RecordPutArgs): Promise<Put | Judgement> {
  const { transaction, author, communeId } = bench;
  if (!isRecordEntity(args.entity)) return quarantined('UNKNOWN_KIND');
  // Of a family that asked for it nothing is kept, nor written anew by whoever still has it on a phone.
  if (args.entity === 'household' && (await transaction.erased.holds('household', args.id)))
    return refused('ERASED');
  if (args.value === undefined) return judgeEnd(bench, args);
  const existing = await transaction.record.find(args.entity, args.id);
  const read = readRecord(args.entity, args.value);
  if (read === null || idOf(read) !== args.id) return quarantined('ARGS_INVALID');
  const record = withWordsKept(read, existing);
  if (record.entity === 'commune' && record.value.id !== communeId) return refused('NOT_PERMITTED');
  const parent = parentOf(record);
  const relations = [
    ...(existing === undefined ? [] : [subjectOfStored(record.entity, existing)]),
    subjectOfRecord(record, args.id),
  ].map((subject) => relationTo(author.binding, subject));
  // Both where it stands now and where it is to stand: a head cannot take a family from another hamlet.
  if (!relations.every((relation) => recordAllowed(record.entity, author.role, relation)))
    return refused('NOT_PERMITTED');
  if (parent !== null && !isGivenOn(bench, record, { existing, parent })) {
    const found = await transaction.record.find(parent.entity, parent.id);
    if (found === undefined || found.ended_at !== null) return refused('UNKNOWN_SUBJECT');
  }
  if ('campaignId' in record.value && !(await isKnownCampaign(bench, record.value.campaignId)))
    return refused('UNKNOWN_SUBJECT');
  if (existing !== undefined && neverChanges.includes(record.entity)) return refused('STATE_GUARD');
  if (!isFresh(existing, args.baseRev, author.deviceId)) return refused('STALE_BASIS');
  const fault = await faultOf(bench, record, { existing, isInBatch: args.batchId !== undefined });
  if (fault !== null) return fault;
  return {
    existing,
    write: async (at, opId) =>
      keepRecord(at, withHands(await withCode(at, record, existing), existing, author.deviceId), {
        opId,
        existing,
        baseRev: args.baseRev,
      }),
  };
}
