/**
 * The rows a family's phone is shown: what the commune tells everybody, and how the family's own form stands. Apart from
 * the rest of the table (`entities.ts`), which a family's form does without.
 */
import { criteriaRefSchema, criteriaSetSchema, sectorSchema, subjectKindSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { communeIdSchema, uuidSchema } from './ids.ts';
import { assessmentRowSchema } from './judged-rows.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const line = z.string().check(z.maxLength(400));
/** Why it stands no more, in a person's words; the day is beside it. */
export const endedBecause = z.optional(line);
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

export const campaignSchema = z.strictObject({
  id: uuidSchema,
  year: z.int(),
  title: line,
  shortTitle: line,
  theme: line,
  /** From this day on phones open its forms; absent = the first of January of its year. */
  beginsOn: z.optional(isoDate),
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

export const hamletSchema = z.strictObject({
  id: uuidSchema,
  name,
  order: z.int(),
  /** Households living there, fixed by the commune; absent until entered. */
  households: z.optional(count),
  people14plus: z.optional(count),
  headName: z.optional(name),
  headPhone: z.optional(phone),
  /** The commune it was taken over from, when communes were merged. */
  formerCommune: z.optional(line),
  validFrom: isoDate,
  validTo: z.optional(isoDate),
  mergedInto: z.optional(uuidSchema),
  endedBecause,
});

/** Records everybody is told. */
export const toldRecordSchemas = {
  commune: communeSchema,
  campaign: campaignSchema,
  deadline: deadlineSchema,
  criteriaSet: criteriaSetSchema,
  hamlet: hamletSchema,
} as const;
export const familyRowSchemas = { ...toldRecordSchemas, assessment: assessmentRowSchema } as const;
