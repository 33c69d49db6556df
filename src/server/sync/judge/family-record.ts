/**
 * Objections and requests about one's data: the family asks and may take it back, the office answers. Neither writes the
 * other's part, and what the family wrote is the office's alone to read (`protocol.md` §6).
 */
import { canon } from '#protocol/canon.ts';
import { familyRecordSchemas, isFamilyRecord, restricts } from '#protocol/family-records.ts';
import { hamletScope, householdScope } from '../../identity/scopes.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { project } from '../project.ts';
import { countForm, isListed } from './family-counts.ts';
import { refused, type Bench, type Judgement } from './judge.ts';
import type { NamedRecord } from './record-scopes.ts';
import { personOf } from './second-person.ts';
import type { ShowBench } from './judge.ts';

type FamilyRecord = Extract<NamedRecord, { entity: 'objection' | 'dataRequest' }>;

export const isOfFamily = (record: NamedRecord): record is FamilyRecord => isFamilyRecord(record.entity);

/** States only the family leads to; the others are the office's. */
const familyStates: ReadonlySet<string> = new Set(['open', 'takenBack']);

/** What the family asked, without what becomes of it. */
const asked = ({ entity, value }: FamilyRecord): string => {
  const { state: _state, answer: _answer, ...words } = value;
  return canon({ entity, words });
};

const storedOf = (entity: FamilyRecord['entity'], existing: RecordRow): FamilyRecord => {
  const value: unknown = JSON.parse(existing.value);
  return entity === 'objection'
    ? { entity, value: familyRecordSchemas.objection.parse(value) }
    : { entity, value: familyRecordSchemas.dataRequest.parse(value) };
};

const withReason = (record: FamilyRecord, reason: string): FamilyRecord =>
  record.entity === 'objection'
    ? { entity: record.entity, value: { ...record.value, reason } }
    : { entity: record.entity, value: { ...record.value, reason } };

/**
 * A family's phone is shown its records without their words, and may know no others (another phone, an operation it no
 * longer keeps): what it writes without words keeps the words that are there.
 */
export function withWordsKept(record: NamedRecord, existing: RecordRow | undefined): NamedRecord {
  if (!isOfFamily(record) || existing === undefined || record.value.reason !== '') return record;
  return withReason(record, storedOf(record.entity, existing).value.reason);
}

/** An objection is to what others typed; one's own form is withdrawn. */
async function mayBegin({ transaction }: Bench, record: FamilyRecord): Promise<Judgement | null> {
  const assessment = await transaction.assessment.find(record.value.assessmentId);
  if (assessment?.subject_id !== record.value.householdId) return refused('UNKNOWN_SUBJECT');
  if (record.entity === 'dataRequest') return null;
  const submission = await transaction.submission.find(record.value.submission);
  if (submission?.assessment_id !== record.value.assessmentId) return refused('UNKNOWN_SUBJECT');
  return submission.channel === 'proxy' ? null : refused('STATE_GUARD');
}

/**
 * Nothing brings back what is erased: one officer answers that it is being done, another says that it is. Who is meant is
 * the account, whichever machine it was. Where there is one officer, the operator erases (`admin erase`).
 */
async function erasesAlone(
  { transaction, author, rev, ledger }: Bench,
  { entity, value }: FamilyRecord,
  { before, existing }: { before: FamilyRecord; existing: RecordRow | undefined },
): Promise<Judgement | null> {
  const isErasure = entity === 'dataRequest' && 'kind' in value && value.kind === 'delete';
  if (!isErasure || value.state !== 'done' || before.value.state === 'done') return null;
  if (existing === undefined || rev <= ledger.familyFrom) return null;
  const prepared =
    (before.value.answer ?? '') !== '' ? await personOf(transaction, existing.device_id) : null;
  const isSecond = prepared !== null && prepared !== (await personOf(transaction, author.deviceId));
  return isSecond ? null : refused('SECOND_PERSON');
}

/** While nobody answered; and a form that was put aside at the family's word comes back at its word. */
const mayTakeBack = ({ rev, ledger }: Bench, { entity, value }: FamilyRecord): boolean =>
  value.state === 'open' ||
  (entity === 'dataRequest' && rev > ledger.familyFrom && 'kind' in value && restricts(value));

/** Why it may not be written so; null = it may. Permission and freshness have been judged. */
export async function judgeFamilyRecord(
  bench: Bench,
  record: FamilyRecord,
  existing: RecordRow | undefined,
): Promise<Judgement | null> {
  const before = existing === undefined ? null : storedOf(record.entity, existing);
  const isFamily = bench.author.role === 'household';
  if (before === null) {
    if (!isFamily) return refused('STATE_GUARD');
    if (record.value.answer !== undefined) return refused('NOT_PERMITTED');
    return record.value.state === 'open' ? mayBegin(bench, record) : refused('STATE_GUARD');
  }
  if (asked(before) !== asked(record)) return refused('NOT_PERMITTED');
  if (isFamily) {
    if (!familyStates.has(record.value.state) || record.value.answer !== before.value.answer)
      return refused('NOT_PERMITTED');
    return mayTakeBack(bench, before) ? null : refused('STATE_GUARD');
  }
  if (before.value.state === 'takenBack') return refused('STATE_GUARD');
  if (record.value.state === 'takenBack') return refused('NOT_PERMITTED');
  return erasesAlone(bench, record, { before, existing });
}

/** As the hamlet is shown it: neither the family's words nor the office's. */
function withoutWords(record: FamilyRecord): FamilyRecord {
  if (record.entity === 'objection') {
    const { answer: _answer, ...value } = record.value;
    return { entity: record.entity, value: { ...value, reason: '' } };
  }
  const { answer: _answer, ...value } = record.value;
  return { entity: record.entity, value: { ...value, reason: '' } };
}

/** What keeps a form from counting is its hamlet's to know; what else a family asks of its data is not. */
const isHamlets = ({ entity, value }: FamilyRecord, isUnderRule: boolean): boolean =>
  entity === 'objection' || (isUnderRule && 'kind' in value && value.kind === 'restrict');

/** Shows the family how it stands; its hamlet too where points are frozen by it. */
async function showToFamily(
  { transaction, rev }: Pick<ShowBench, 'transaction' | 'rev'>,
  record: FamilyRecord,
  { hamletId, hamletBefore, isUnderRule }: { hamletId: string; hamletBefore?: string; isUnderRule: boolean },
): Promise<void> {
  const { id, householdId } = record.value;
  const { entity, value } = withReason(record, '');
  await project(transaction, { entity, id, rev, value, scopes: [householdScope(householdId)] });
  if (isHamlets(record, isUnderRule))
    await project(transaction, {
      ...withoutWords(record),
      id,
      rev,
      scopes: [hamletScope(hamletId)],
      scopesBefore: hamletBefore === undefined ? [] : [hamletScope(hamletBefore)],
    });
}

/** What follows from a family's record just kept: who is shown it, and what counts. */
export async function showFamilyRecord(
  bench: Pick<ShowBench, 'transaction' | 'ledger' | 'rev'>,
  record: FamilyRecord,
): Promise<void> {
  const household = await bench.transaction.record.find('household', record.value.householdId);
  if (household === undefined) throw new Error(`an ${record.entity} without its household`);
  const isUnderRule = bench.rev > bench.ledger.familyFrom;
  await showToFamily(bench, record, { hamletId: household.parent_id, isUnderRule });
  if (!isHamlets(record, isUnderRule)) return;
  const { assessmentId, householdId } = record.value;
  await countForm(bench, assessmentId, { householdId, listed: isListed(household) });
}

/** A family moved: what keeps its forms from counting leaves the old hamlet's scope for the new one's. */
export async function moveFamilyRecords(
  { transaction, ledger }: Pick<ShowBench, 'transaction' | 'ledger'>,
  { householdId, from, to }: { householdId: string; from: string; to: string },
): Promise<void> {
  for (const entity of ['objection', 'dataRequest'] as const)
    for (const row of await transaction.record.listUnder(entity, householdId)) {
      const record = storedOf(entity, row);
      const isUnderRule = row.rev > ledger.familyFrom;
      if (isHamlets(record, isUnderRule))
        await showToFamily({ transaction, rev: ledger.nextRev() }, record, {
          hamletId: to,
          hamletBefore: from,
          isUnderRule,
        });
    }
}
