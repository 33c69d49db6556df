/**
 * One record of dated data: compare-and-set on the revision its author saw, the entity's own schema, its own row of the
 * policy. Alone or in a batch: `records.ts`.
 */
import { criteriaRef } from '#domain/criteria-set.ts';
import { isRecordEntity, recordSchemas, type RecordEntity, type RowValue } from '#protocol/entities.ts';
import { recordAllowed } from '#protocol/policy.ts';
import { relationTo, type Subject } from '../../identity/scopes.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { initialsOf, nextCode } from './human-code.ts';
import type { RecordPutArgs } from '#protocol/operation.ts';
import { quarantined, refused, type Bench, type Judgement } from './judge.ts';
import type { NamedRecord } from './record-scopes.ts';
import { endRecord, showPublicHamlet, showRecord } from './show-record.ts';

/** Parses a value by its entity's schema; null = it does not fit. Also the gate for the default data. */
export function readRecord(entity: RecordEntity, value: unknown): NamedRecord | null {
  switch (entity) {
    case 'commune':
      return named(entity, recordSchemas.commune.safeParse(value));
    case 'campaign':
      return named(entity, recordSchemas.campaign.safeParse(value));
    case 'deadline':
      return named(entity, recordSchemas.deadline.safeParse(value));
    case 'criteriaSet':
      return named(entity, recordSchemas.criteriaSet.safeParse(value));
    case 'hamlet':
      return named(entity, recordSchemas.hamlet.safeParse(value));
    case 'unit':
      return named(entity, recordSchemas.unit.safeParse(value));
    case 'household':
      return named(entity, recordSchemas.household.safeParse(value));
    case 'person':
      return named(entity, recordSchemas.person.safeParse(value));
    case 'batch':
      return named(entity, recordSchemas.batch.safeParse(value));
  }
}

const named = <Entity extends RecordEntity>(
  entity: Entity,
  parsed: { success: true; data: RowValue<Entity> } | { success: false },
): { entity: Entity; value: RowValue<Entity> } | null =>
  parsed.success ? { entity, value: parsed.data } : null;

export const idOf = (record: NamedRecord): string =>
  record.entity === 'criteriaSet' ? criteriaRef(record.value) : record.value.id;

/** Record it hangs from: hamlet of a household, campaign of a deadline. */
const parentOf = (record: NamedRecord): { entity: RecordEntity; id: string } | null => {
  if (record.entity === 'household') return { entity: 'hamlet', id: record.value.hamletId };
  return record.entity === 'deadline' ? { entity: 'campaign', id: record.value.campaignId } : null;
};

const subjectOf = (entity: string, id: string, parentId: string): Subject => ({
  kind: entity,
  id,
  hamletId: entity === 'household' ? parentId : '',
});

/** The revision its author saw is the newest, or what came after was this same device's earlier write on that basis. */
const isFresh = (existing: RecordRow | undefined, baseRev: number, deviceId: string): boolean =>
  existing === undefined
    ? baseRev === 0
    : existing.rev === baseRev || (existing.device_id === deviceId && existing.base_rev === baseRev);

export async function withCode(
  bench: Pick<Bench, 'transaction'>,
  record: NamedRecord,
  existing: RecordRow | undefined,
): Promise<NamedRecord> {
  const { transaction } = bench;
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
  const relation = relationTo(author.binding, subjectOf(entity, args.id, existing.parent_id));
  if (!recordAllowed(entity, author.role, relation)) return refused('NOT_PERMITTED');
  // Without its commune, campaign or criteria nothing stands, and a batch is taken back, not forgotten.
  if (neverEnds.has(entity)) return refused('STATE_GUARD');
  // A hamlet ends when its families live elsewhere: none may be left in a scope nobody reads.
  if (entity === 'hamlet' && (await transaction.record.hasUnder('household', args.id)))
    return refused('STATE_GUARD');
  if (!isFresh(existing, args.baseRev, author.deviceId)) return refused('STALE_BASIS');
  return { existing, write: (bench, opId) => endRecord(bench, existing, entity, opId) };
}

const neverEnds: ReadonlySet<string> = new Set(['commune', 'campaign', 'criteriaSet', 'batch']);

/** Whether its author may write this record, and how; a record of a batch is judged here again when it is committed. */
export async function judgePut(bench: Bench, args: RecordPutArgs): Promise<Put | Judgement> {
  const { transaction, author, communeId } = bench;
  if (!isRecordEntity(args.entity)) return quarantined('UNKNOWN_KIND');
  if (args.value === undefined) return judgeEnd(bench, args);
  const existing = await transaction.record.find(args.entity, args.id);
  const record = readRecord(args.entity, args.value);
  if (record === null || idOf(record) !== args.id) return quarantined('ARGS_INVALID');
  if (record.entity === 'commune' && record.value.id !== communeId) return refused('NOT_PERMITTED');
  const parent = parentOf(record);
  const relations = [existing?.parent_id, parent?.id ?? '']
    .filter((parentId) => parentId !== undefined)
    .map((parentId) => relationTo(author.binding, subjectOf(record.entity, args.id, parentId)));
  // Both where it stands now and where it is to stand: a head cannot take a family from another hamlet.
  if (!relations.every((relation) => recordAllowed(record.entity, author.role, relation)))
    return refused('NOT_PERMITTED');
  if (parent !== null) {
    const found = await transaction.record.find(parent.entity, parent.id);
    if (found === undefined || found.ended_at !== null) return refused('UNKNOWN_SUBJECT');
  }
  // A form is pinned to the version it was filled under, so a version never changes; a change is a new version.
  if (record.entity === 'criteriaSet' && existing !== undefined) return refused('STATE_GUARD');
  if (!isFresh(existing, args.baseRev, author.deviceId)) return refused('STALE_BASIS');
  return {
    existing,
    write: async (at, opId) =>
      keepRecord(at, await withCode(at, record, existing), { opId, existing, baseRev: args.baseRev }),
  };
}
