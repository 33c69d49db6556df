/**
 * What rows of the feed hold, entity by entity (`protocol.md` §5). The first group are records: dated data written by
 * `record.put` and projected as they are; the second are projections of what the server judged.
 */
import { criteriaRefSchema, criteriaSetSchema, sectorSchema, subjectKindSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { batchSchema } from './batch.ts';
import { familyRecordSchemas } from './family-records.ts';
import { communeIdSchema, uuidSchema } from './ids.ts';
import {
  answersRowSchema,
  assessmentRowSchema,
  commentRowSchema,
  submissionRowSchema,
} from './judged-rows.ts';
import { photoRowSchema } from './photo-row.ts';
import { roleSchema } from './policy-roles.ts';
import { scoresRowSchema } from './scores-row.ts';
import { subjectRecordSchemas } from './subject-records.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const line = z.string().check(z.maxLength(400));
const phone = z.string().check(z.maxLength(20));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = z.int();
const count = z.int().check(z.gte(0), z.lte(1_000_000));

export const communeSchema = z.strictObject({
  id: communeIdSchema,
  /** "xã Bình Thuận" */
  name,
  /** Unit above it, as printed on papers of that time. */
  parent: line,
  address: line,
  phone,
  policePhone: phone,
  /** Office that receives reports (thường trực phong trào). */
  standingOffice: line,
  validFrom: isoDate,
  validTo: z.optional(isoDate),
});
export type Commune = z.infer<typeof communeSchema>;

export const campaignSchema = z.strictObject({
  id: uuidSchema,
  year: z.int(),
  title: line,
  shortTitle: line,
  theme: line,
  planNumber: z.optional(line),
  planDate: z.optional(isoDate),
  legalBases: z.array(z.strictObject({ text: z.string(), warning: z.optional(z.string()) })),
  signer: z.strictObject({ title: line, onBehalf: line, name }),
  recipients: z.array(line),
  /** Raw household answers are anonymised after this day (`domain.md` §5.3). */
  eraseAfter: isoDate,
  criteriaSets: z.strictObject({
    household: criteriaRefSchema,
    hamlet: criteriaRefSchema,
    unit: z.record(sectorSchema, criteriaRefSchema),
  }),
});
export type Campaign = z.infer<typeof campaignSchema>;

export const deadlineSchema = z.strictObject({
  id: uuidSchema,
  campaignId: uuidSchema,
  subjectKind: subjectKindSchema,
  /** As people say it: "trước ngày 15/11/2025". */
  phrase: line,
  /** The instant it means; kept apart from the phrase (`domain.md` finding 7). */
  cutoffAt: instant,
  /** Sealed before the cutoff and received within these days counts as on time once the officer confirms. */
  graceDays: z.int().check(z.gte(0), z.lte(60)),
  source: line,
});
export type Deadline = z.infer<typeof deadlineSchema>;

export const hamletSchema = z.strictObject({
  id: uuidSchema,
  name,
  order: z.int(),
  /** Households living there, fixed by the commune; absent until entered. */
  households: z.optional(count),
  people14plus: z.optional(count),
  headName: z.optional(name),
  headPhone: z.optional(phone),
  validFrom: isoDate,
  validTo: z.optional(isoDate),
  mergedInto: z.optional(uuidSchema),
});
export type Hamlet = z.infer<typeof hamletSchema>;

export const unitSchema = z.strictObject({
  id: uuidSchema,
  /** Human code, the server's. */
  code: z.optional(z.string()),
  name,
  sector: sectorSchema,
  subtype: z.string(),
  headName: z.optional(name),
  contactPhone: z.optional(phone),
  validFrom: isoDate,
  validTo: z.optional(isoDate),
  mergedInto: z.optional(uuidSchema),
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
  commune: communeSchema,
  campaign: campaignSchema,
  deadline: deadlineSchema,
  criteriaSet: criteriaSetSchema,
  hamlet: hamletSchema,
  unit: unitSchema,
  household: householdSchema,
  person: personSchema,
  batch: batchSchema,
  ...subjectRecordSchemas,
  ...familyRecordSchemas,
} as const;
export type RecordEntity = keyof typeof recordSchemas;
export const isRecordEntity = (entity: string): entity is RecordEntity =>
  Object.hasOwn(recordSchemas, entity);

export const rowSchemas = {
  ...recordSchemas,
  assessment: assessmentRowSchema,
  submission: submissionRowSchema,
  answers: answersRowSchema,
  comment: commentRowSchema,
  photo: photoRowSchema,
  scores: scoresRowSchema,
} as const;
export type RowEntity = keyof typeof rowSchemas;
export type RowValue<Entity extends RowEntity> = z.infer<(typeof rowSchemas)[Entity]>;
