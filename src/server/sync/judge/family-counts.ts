/**
 * Which of a family's answers count in a roll-up: its own before what was typed for it, nothing that was taken back or
 * objected to or that the family asked not to be used, and nothing of a family that is in the list no more. The phone's rule is `client/subject/household-forms`.
 */
import { recordSchemas, type Household } from '#protocol/entities.ts';
import { familyRecordSchemas, freezes, restricts } from '#protocol/family-records.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import type { Tables } from '../../store/tables.ts';
import type { Bench } from './judge.ts';

/** Neither moved away nor merged into another. */
export const isStanding = ({ endedAt, mergedInto }: Pick<Household, 'endedAt' | 'mergedInto'>): boolean =>
  endedAt === undefined && mergedInto === undefined;

/** In the list: its record has not been taken out either. */
export const isListed = ({ ended_at, value }: Pick<RecordRow, 'ended_at' | 'value'>): boolean =>
  ended_at === null && isStanding(recordSchemas.household.parse(JSON.parse(value)));

/** Did the family ask, since there is such a rule, that this form be used no more? */
export async function isRestricted(
  { record }: Pick<Tables, 'record'>,
  { familyFrom }: Pick<Bench['ledger'], 'familyFrom'>,
  { householdId, assessmentId }: { householdId: string; assessmentId: string },
): Promise<boolean> {
  return (await record.listUnder('dataRequest', householdId)).some((row) => {
    const request = familyRecordSchemas.dataRequest.parse(JSON.parse(row.value));
    return row.rev > familyFrom && request.assessmentId === assessmentId && restricts(request);
  });
}

/** In the transaction of what changes it, so that no roll-up between sees it otherwise. */
export async function countForm(
  { transaction, ledger }: Pick<Bench, 'transaction' | 'ledger'>,
  assessmentId: string,
  { householdId, listed: isInList }: { householdId: string; listed: boolean },
): Promise<void> {
  const { submission, record, householdAnswer } = transaction;
  const standing = (await submission.of(assessmentId)).filter(({ current }) => current === 1);
  const own = standing.some(({ channel }) => channel === 'self');
  const typed = standing.find(({ channel }) => channel === 'proxy');
  const listed = isInList && !(await isRestricted(transaction, ledger, { householdId, assessmentId }));
  if (own) await householdAnswer.count(assessmentId, 'self', listed ? 1 : 0);
  if (typed === undefined) return;
  const isFrozen = (await record.listUnder('objection', householdId)).some((row) => {
    const objection = familyRecordSchemas.objection.parse(JSON.parse(row.value));
    return objection.submission === typed.submission_id && freezes(objection);
  });
  await householdAnswer.count(assessmentId, 'proxy', listed && !own && !isFrozen ? 1 : 0);
}

/** The family left the list, or stands in it again: all its forms, of whatever campaign. */
export async function countFamily(
  bench: Pick<Bench, 'transaction' | 'ledger'>,
  householdId: string,
  listed: boolean,
): Promise<void> {
  for (const { assessment_id } of await bench.transaction.assessment.ofSubject(householdId))
    await countForm(bench, assessment_id, { householdId, listed });
}
