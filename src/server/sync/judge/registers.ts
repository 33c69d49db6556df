/**
 * Multi-value registers of a hamlet's or unit's answers (`protocol.md` §2):
 * `versions := versions − bases + {opId: value}`, and a superseded version stays dead, also when it arrives later.
 */
import { isDeepStrictEqual } from 'node:util';
import { answerSchema, type Answer } from '#domain/answers.ts';
import type { AnswersRow } from '#protocol/draft-rows.ts';
import type { Tables } from '../../store/tables.ts';

export interface FieldWrite {
  assessmentId: string;
  criterionId: string;
  opId: string;
  /** Absent = cleared. */
  value?: Answer | undefined;
  bases: readonly string[];
}

export async function writeField({ register }: Tables, write: FieldWrite): Promise<void> {
  const field = { assessment_id: write.assessmentId, criterion_id: write.criterionId };
  await register.add(
    { ...field, op_id: write.opId },
    write.value === undefined ? null : JSON.stringify(write.value),
  );
  for (const base of write.bases) if (base !== write.opId) await register.kill({ ...field, op_id: base });
}

/** The living versions, field by field. */
export async function readFields({ register }: Tables, assessmentId: string): Promise<AnswersRow['fields']> {
  const fields: AnswersRow['fields'] = {};
  for (const { criterion_id, op_id, value } of await register.alive(assessmentId)) {
    const version =
      value === null ? { opId: op_id } : { opId: op_id, value: answerSchema.parse(JSON.parse(value)) };
    (fields[criterion_id] ??= []).push(version);
  }
  return fields;
}

/** More than one *distinct* value: a person chooses. */
export const isConflict = (versions: AnswersRow['fields'][string] | undefined): boolean =>
  versions !== undefined && versions.some(({ value }) => !isDeepStrictEqual(value, versions[0]?.value));
