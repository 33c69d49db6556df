/** The household, hamlet or unit an assessment is of, with what its record says. */
import { recordSchemas } from '#protocol/entities.ts';
import type { Sector, SubjectKind } from '#domain/criteria.ts';
import { subjectKindSchema } from '#domain/criteria.ts';
import { assessmentStateSchema, type AssessmentState } from '#protocol/operation.ts';
import type { Subject } from '../../identity/scopes.ts';
import type { AssessmentRecord } from '../../store/tables/assessment.ts';
import type { Tables } from '../../store/tables.ts';
import { isStanding } from './family-counts.ts';

export interface AssessedSubject extends Subject {
  kind: SubjectKind;
  /** Householder's, hamlet's or unit's name. */
  name: string;
  sector?: Sector;
  /** Of a household: it moved away or was merged into another. What it sends is kept and counts for nothing. */
  isGone?: true;
}

export interface OpenAssessment {
  row: AssessmentRecord;
  state: AssessmentState;
  subject: AssessedSubject;
}

async function nameOf(
  tables: Tables,
  kind: SubjectKind,
  id: string,
): Promise<Pick<AssessedSubject, 'name' | 'sector' | 'isGone'> | null> {
  const record = await tables.record.find(kind, id);
  if (record === undefined || record.ended_at !== null) return null;
  const value: unknown = JSON.parse(record.value);
  switch (kind) {
    case 'household': {
      const household = recordSchemas.household.parse(value);
      return { name: household.householder, ...(!isStanding(household) && { isGone: true }) };
    }
    case 'hamlet':
      return { name: recordSchemas.hamlet.parse(value).name };
    case 'unit': {
      const { name, sector } = recordSchemas.unit.parse(value);
      return { name, sector };
    }
  }
}

/** Null when the commune knows no such assessment, or its subject has ended. */
export async function findAssessment(tables: Tables, assessmentId: string): Promise<OpenAssessment | null> {
  const row = await tables.assessment.find(assessmentId);
  if (row === undefined) return null;
  const kind = subjectKindSchema.parse(row.subject_kind);
  const named = await nameOf(tables, kind, row.subject_id);
  if (named === null) return null;
  return {
    row,
    state: assessmentStateSchema.parse(row.state),
    subject: { kind, id: row.subject_id, hamletId: row.hamlet_id, ...named },
  };
}
