/** What a record's change means for its audiences, and for the assessments of a household, hamlet or unit. */
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { recordSchemas, type RecordEntity, type RowEntity, type RowValue } from '#protocol/entities.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { Sector } from '#domain/criteria.ts';
import {
  hamletScope,
  officeScope,
  publicScope,
  scopesOfSubject,
  unitScope,
  type Subject,
} from '../../identity/scopes.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { isFact } from '../facts.ts';
import { bury, project, showAlso } from '../project.ts';
import { showAssessment } from './assessment-shown.ts';
import type { Bench, ShowBench } from './judge.ts';
import { countFamily, isListed, isStanding } from './family-counts.ts';
import { showFamilyRecord } from './family-record.ts';
import { moveHousehold } from './move-household.ts';
import { readRecord } from './read-record.ts';
import { publicHamlet, scopesOfRecord, type NamedRecord } from './record-scopes.ts';

/** Every household, hamlet and unit has its assessment from the start, so that an id on a slip is never a stranger. */
async function openAssessment(
  { transaction, communeId }: ShowBench,
  campaignId: string,
  subject: { kind: string; id: string; hamletId: string },
): Promise<void> {
  await transaction.assessment.open({
    assessment_id: assessmentIdOf(communeId, campaignId, subject.id),
    campaign_id: campaignId,
    subject_kind: subject.kind,
    subject_id: subject.id,
    hamlet_id: subject.hamletId,
    state: 'draft',
    status_rev: 0,
    round: 0,
  });
}

/** Hamlets and units read the criteria they are measured by. */
async function showSets(
  { transaction, ledger, facts }: ShowBench,
  to: Scope,
  fits: (ref: string) => boolean,
) {
  for (const ref of facts.sets.keys())
    if (fits(ref))
      await showAlso(transaction, {
        entity: 'criteriaSet',
        id: ref,
        rev: ledger.nextRev(),
        from: officeScope,
        to,
      });
}

/** A subject that had ended stands again: what was sent of it comes back into sight. */
async function showAgain(bench: ShowBench, existing: RecordRow | undefined, subject: Subject): Promise<void> {
  if (existing === undefined || existing.ended_at === null) return;
  for (const assessment of await bench.transaction.assessment.ofSubject(subject.id))
    await showAssessment(bench, assessment, { subject, before: [] });
}

const sectorOf = (entity: 'hamlet' | 'unit', existing: RecordRow): Sector | undefined =>
  entity === 'unit' ? recordSchemas.unit.parse(JSON.parse(existing.value)).sector : undefined;

async function audienceOfSet({ transaction }: ShowBench, record: NamedRecord): Promise<Scope[]> {
  if (record.entity !== 'criteriaSet' || record.value.subjectKind === 'household') return [];
  const { subjectKind, sector } = record.value;
  const rows = await transaction.record.list(subjectKind);
  if (subjectKind === 'hamlet') return rows.map(({ id }) => hamletScope(id));
  return rows
    .filter(({ value }) => recordSchemas.unit.parse(JSON.parse(value)).sector === sector)
    .map(({ id }) => unitScope(id));
}

export async function showPublicHamlet(
  { transaction, rev }: ShowBench,
  hamlet: RowValue<'hamlet'>,
): Promise<void> {
  await project(transaction, {
    entity: 'hamlet',
    id: hamlet.id,
    rev,
    value: publicHamlet(hamlet),
    scopes: [publicScope],
  });
}

/** Projects a record just kept, and does what its entity asks besides. */
export async function showRecord(
  bench: ShowBench,
  record: NamedRecord,
  existing: RecordRow | undefined,
  opId: string,
): Promise<void> {
  const { transaction, ledger, facts, rev } = bench;
  if (isFact(record.entity)) ledger.changeFacts(opId);
  const id = record.entity === 'criteriaSet' ? `${record.value.id}@${record.value.version}` : record.value.id;
  const before =
    existing === undefined || record.entity !== 'household' ? [] : [hamletScope(existing.parent_id)];
  const scopes = [...scopesOfRecord(record), ...(await audienceOfSet(bench, record))];
  await project(transaction, { ...record, id, rev, scopes, scopesBefore: before });

  switch (record.entity) {
    case 'household': {
      const { hamletId } = record.value;
      if (existing !== undefined && existing.parent_id !== hamletId)
        await moveHousehold(bench, { householdId: id, from: existing.parent_id, to: hamletId });
      else await showAgain(bench, existing, { kind: 'household', id, hamletId });
      const listed = isStanding(record.value);
      if (existing !== undefined && isListed(existing) !== listed) await countFamily(bench, id, listed);
      for (const campaign of facts.campaigns)
        await openAssessment(bench, campaign.id, { kind: 'household', id, hamletId });
      return;
    }
    case 'hamlet':
    case 'unit': {
      for (const campaign of facts.campaigns)
        await openAssessment(bench, campaign.id, { kind: record.entity, id, hamletId: '' });
      await showAgain(bench, existing, { kind: record.entity, id, hamletId: '' });
      const sector = record.entity === 'unit' ? record.value.sector : undefined;
      if (existing === undefined || sectorOf(record.entity, existing) !== sector)
        await showSets(bench, record.entity === 'hamlet' ? hamletScope(id) : unitScope(id), (ref) => {
          const set = facts.sets.get(ref)?.set;
          return set?.subjectKind === record.entity && set.sector === sector;
        });
      return;
    }
    case 'campaign':
      if (existing === undefined) await openAll(bench, id);
      return;
    case 'objection':
    case 'dataRequest':
      await showFamilyRecord(bench, record);
      return;
    default:
  }
}

async function openAll(bench: ShowBench, campaignId: string): Promise<void> {
  for (const kind of ['household', 'hamlet', 'unit'] as const)
    for (const row of await bench.transaction.record.list(kind))
      await openAssessment(bench, campaignId, {
        kind,
        id: row.id,
        hamletId: kind === 'household' ? row.parent_id : '',
      });
}

/** The record ends: gone from every audience with all that was sent of it, and kept in the tables. */
export async function endRecord(
  bench: Bench,
  existing: RecordRow,
  entity: RecordEntity & RowEntity,
  { opId, baseRev }: { opId: string; baseRev: number },
): Promise<void> {
  const { transaction, ledger, rev, receivedAt, author } = bench;
  if (isFact(entity)) ledger.changeFacts(opId);
  await transaction.record.put({
    ...existing,
    ended_at: receivedAt,
    rev,
    op_id: opId,
    device_id: author.deviceId,
    // What its author saw: the same device may put it again on the same basis, before it has heard of the end.
    base_rev: baseRev,
  });
  const record = readRecord(entity, JSON.parse(existing.value));
  if (record === null) throw new Error(`a stored ${entity} does not fit its schema`);
  if (entity === 'household') await countFamily(bench, existing.id, false);
  const scopes = [...scopesOfRecord(record), ...(entity === 'hamlet' ? [publicScope] : [])];
  await bury(transaction, { entity, id: existing.id, rev, scopes });
  if (entity !== 'household' && entity !== 'hamlet' && entity !== 'unit') return;
  const subject = {
    kind: entity,
    id: existing.id,
    hamletId: entity === 'household' ? existing.parent_id : '',
  };
  for (const assessment of await transaction.assessment.ofSubject(existing.id))
    await showAssessment(bench, assessment, { subject: null, before: scopesOfSubject(subject) });
}
