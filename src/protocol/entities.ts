/**
 * What rows of the feed hold, entity by entity (`protocol.md` §5). The first group are records: dated data written by
 * `record.put` and projected as they are; the second are projections of what the server judged.
 */
import { sectorSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { batchSchema } from './batch.ts';
import { familyRecordSchemas } from './family-records.ts';
import { endedBecause, familyRowSchemas, toldRecordSchemas } from './family-rows.ts';
import { uuidSchema } from './ids.ts';
import { answersRowSchema, commentRowSchema } from './draft-rows.ts';
import { submissionRowSchema } from './judged-rows.ts';
import { officeRecordSchemas } from './office-records.ts';
import { officeRowSchemas } from './office-rows.ts';
import { photoRowSchema } from './photo-row.ts';
import { roleSchema } from './policy-roles.ts';
import { scoresRowSchema } from './scores-row.ts';
import { subjectRecordSchemas } from './subject-records.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const line = z.string().check(z.maxLength(400));
const phone = z.string().check(z.maxLength(20));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = z.int();

export type Commune = z.infer<typeof toldRecordSchemas.commune>;
export type Campaign = z.infer<typeof toldRecordSchemas.campaign>;
export type Deadline = z.infer<typeof toldRecordSchemas.deadline>;
export type Hamlet = z.infer<typeof toldRecordSchemas.hamlet>;

export const unitSchema = z.strictObject({
  id: uuidSchema,
  /** Human code, the server's. */
  code: z.optional(z.string()),
  name,
  sector: sectorSchema,
  subtype: z.string(),
  headName: z.optional(name),
  contactPhone: z.optional(phone),
  formerCommune: z.optional(line),
  validFrom: isoDate,
  validTo: z.optional(isoDate),
  mergedInto: z.optional(uuidSchema),
  endedBecause,
});
export type Unit = z.infer<typeof unitSchema>;

export const householdSchema = z.strictObject({
  id: uuidSchema,
  hamletId: uuidSchema,
  /** Human code ("DM-012"), given by the server when it first sees the household. */
  code: z.optional(z.string()),
  householder: name,
  phone: z.optional(phone),
  endedAt: z.optional(instant),
  /** Said by the hamlet it leaves: another hamlet of the commune, which the office moves it to. */
  movedTo: z.optional(uuidSchema),
  mergedInto: z.optional(uuidSchema),
  endedBecause,
});
export type Household = z.infer<typeof householdSchema>;

export const personSchema = z.strictObject({
  id: uuidSchema,
  name,
  role: roleSchema,
  /** Hamlet or unit; absent for the office. */
  subjectId: z.optional(uuidSchema),
  phone: z.optional(phone),
});

/** Entities `record.put` may write; the policy table says who. */
export const recordSchemas = {
  ...toldRecordSchemas,
  unit: unitSchema,
  household: householdSchema,
  person: personSchema,
  batch: batchSchema,
  ...subjectRecordSchemas,
  ...familyRecordSchemas,
  ...officeRecordSchemas,
} as const;
export type RecordEntity = keyof typeof recordSchemas;
export const isRecordEntity = (entity: string): entity is RecordEntity =>
  Object.hasOwn(recordSchemas, entity);

export const rowSchemas = {
  ...recordSchemas,
  assessment: familyRowSchemas.assessment,
  submission: submissionRowSchema,
  answers: answersRowSchema,
  comment: commentRowSchema,
  photo: photoRowSchema,
  scores: scoresRowSchema,
  ...officeRowSchemas,
} as const;
export type RowEntity = keyof typeof rowSchemas;
export const isRowEntity = (entity: string): entity is RowEntity => Object.hasOwn(rowSchemas, entity);
export type RowValue<Entity extends RowEntity> = z.infer<(typeof rowSchemas)[Entity]>;
