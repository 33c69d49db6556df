/** What a record hangs from, and whom it is about as far as permission asks. */
import { z } from '#domain/zod.ts';
import type { RecordEntity } from '#protocol/entities.ts';
import { isFamilyRecord } from '#protocol/family-records.ts';
import { isSubjectRecord } from '#protocol/subject-records.ts';
import type { Subject } from '../../identity/scopes.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import type { NamedRecord } from './record-scopes.ts';

export interface Parent {
  entity: RecordEntity;
  id: string;
}

/** Hamlet of a household, campaign of a deadline, the hamlet, unit or family whose own it is or whom it is about. */
export const parentOf = ({ entity, value }: NamedRecord): Parent | null => {
  if (entity === 'household') return { entity: 'hamlet', id: value.hamletId };
  if (entity === 'deadline') return { entity: 'campaign', id: value.campaignId };
  if ('householdId' in value) return { entity: 'household', id: value.householdId };
  if (entity === 'award') {
    const { subjectKind, subjectId } = value.recipient;
    return subjectKind === undefined || subjectId === undefined
      ? null
      : { entity: subjectKind, id: subjectId };
  }
  if (entity === 'populationCount') return { entity: 'hamlet', id: value.hamletId };
  if (!('subjectId' in value && 'subjectKind' in value)) return null;
  const { subjectKind, subjectId } = value;
  return subjectKind === undefined || subjectId === undefined ? null : { entity: subjectKind, id: subjectId };
};

const subjectOf = (entity: string, id: string, parent: { kind: string; id: string }): Subject =>
  isSubjectRecord(entity) || isFamilyRecord(entity)
    ? { ...parent, hamletId: '' }
    : { kind: entity, id, hamletId: entity === 'household' ? parent.id : '' };

export const subjectOfRecord = (record: NamedRecord, id: string): Subject => {
  const parent = parentOf(record);
  return subjectOf(record.entity, id, { kind: parent?.entity ?? '', id: parent?.id ?? '' });
};

const ownedSchema = z.looseObject({ subjectKind: z.optional(z.string()) });

/** As it stands in the table. */
export const subjectOfStored = (entity: string, { id, parent_id, value }: RecordRow): Subject => {
  const kind = isFamilyRecord(entity)
    ? 'household'
    : (ownedSchema.safeParse(JSON.parse(value)).data?.subjectKind ?? '');
  return subjectOf(entity, id, { kind, id: parent_id });
};
