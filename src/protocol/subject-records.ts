/**
 * Records that hang from a hamlet or a unit and are its own to write (`protocol.md` §3 `record.put`): what it did, what
 * it shows as evidence, what it plans and tells. Its scope and the office read them.
 */
import { criterionIdSchema } from '#domain/answers.ts';
import { pillarSchema, pointsSchema } from '#domain/criteria.ts';
import { activityKinds } from '#domain/activity-kinds.ts';
import { z } from '#domain/zod.ts';
import { uuidSchema } from './ids.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const words = z.string().check(z.minLength(1), z.maxLength(2000));
const line = z.string().check(z.maxLength(400));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = z.int().check(z.gte(0), z.lte(1_000_000));

/** Whose it is: the campaign, and the hamlet or unit. */
const owner = {
  id: uuidSchema,
  campaignId: uuidSchema,
  subjectKind: z.enum(['hamlet', 'unit']),
  subjectId: uuidSchema,
};

export const activityKindSchema = z.enum(activityKinds);

/** One thing done: a meeting, a class, a broadcast, a check, a proposal (plan clauses II.3.b, II.3.d, III.1, V.5). */
export const activitySchema = z.strictObject({
  ...owner,
  kind: activityKindSchema,
  date: isoDate,
  title: name,
  people: z.optional(count),
  minutes: z.optional(z.int().check(z.gte(0), z.lte(1440))),
  note: z.optional(z.string().check(z.maxLength(1000))),
});
export type Activity = z.infer<typeof activitySchema>;

/** A paper or an address under a criterion, beside its photos: "số hiệu, ngày, trích yếu". */
export const evidenceSchema = z.strictObject({
  ...owner,
  criterionId: criterionIdSchema,
  kind: z.enum(['document', 'link']),
  /** "12/KH-UBND"; absent for a link. */
  number: z.optional(line),
  date: z.optional(isoDate),
  issuer: z.optional(line),
  /** Trích yếu: what it says, in one line. */
  extract: name,
  /** https or http, for people to open by hand; nothing fetches it. */
  url: z.optional(z.string().check(z.maxLength(1000), z.regex(/^https?:\/\/[^\s]+$/))),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The unit's own plan (plan clauses I.2, III.1); its pages are photos under {@link PLAN_PAGES}. */
export const planSchema = z.strictObject({
  ...owner,
  number: line,
  date: isoDate,
  extract: name,
  targets: z.array(z.strictObject({ id: uuidSchema, text: name, measure: line })).check(z.maxLength(40)),
});
export type Plan = z.infer<typeof planSchema>;
/** Stands where a photo's criterion does: the pages belong to the plan, not to a question. */
export const PLAN_PAGES = 'plan';

/** The narrative report (báo cáo thuyết minh), paragraph by paragraph. */
export const narrativeSchema = z.strictObject({
  ...owner,
  paragraphs: z
    .array(z.strictObject({ id: uuidSchema, heading: line, text: z.string().check(z.maxLength(5000)) }))
    .check(z.maxLength(20)),
});
export type Narrative = z.infer<typeof narrativeSchema>;

/** A person a unit or hamlet puts forward: one page, "Tóm tắt thành tích" (`domain.md` §2.3). */
export const nominationSchema = z.strictObject({
  ...owner,
  personName: name,
  position: name,
  contribution: words,
  result: words,
  evidence: z.string().check(z.maxLength(2000)),
});
export type Nomination = z.infer<typeof nominationSchema>;

/** The four aspects the officer judges; under the nomination's id, read by the office alone. */
export const nominationAspects = ['compliance', 'duty', 'initiative', 'spread'] as const;
export const nominationJudgementSchema = z.strictObject({
  ...owner,
  aspects: z.strictObject({
    compliance: z.optional(z.enum(['good', 'fair', 'notYet'])),
    duty: z.optional(z.enum(['good', 'fair', 'notYet'])),
    initiative: z.optional(z.enum(['good', 'fair', 'notYet'])),
    spread: z.optional(z.enum(['good', 'fair', 'notYet'])),
  }),
  note: z.string().check(z.maxLength(2000)),
});
export type NominationJudgement = z.infer<typeof nominationJudgementSchema>;

/** Why the sheet says another figure than the one suggested; one a criterion (`derivedIdOf`). */
export const claimReasonSchema = z.strictObject({ ...owner, criterionId: criterionIdSchema, text: words });
export type ClaimReason = z.infer<typeof claimReasonSchema>;

/** A figure an authority gave (Công an xã, Trạm Y tế …), kept apart from the claim; one a criterion (`derivedIdOf`). */
export const officialCountSchema = z.strictObject({
  ...owner,
  criterionId: criterionIdSchema,
  n: count,
  d: count,
  source: name,
  date: isoDate,
});
export type OfficialCount = z.infer<typeof officialCountSchema>;

/** The score as it stood on one day of the year (plan clause I.2 "thường xuyên, liên tục"); one a month (`derivedIdOf`). */
export const scoreSnapshotSchema = z.strictObject({
  ...owner,
  takenOn: isoDate,
  /** Normalised hundredths. */
  normalised: pointsSchema,
  answered: count,
  criteria: count,
  pillars: z.array(z.strictObject({ pillar: pillarSchema, points: pointsSchema, maxPoints: pointsSchema })),
});
export type ScoreSnapshot = z.infer<typeof scoreSnapshotSchema>;

export const subjectRecordSchemas = {
  activity: activitySchema,
  evidence: evidenceSchema,
  plan: planSchema,
  narrative: narrativeSchema,
  nomination: nominationSchema,
  nominationJudgement: nominationJudgementSchema,
  claimReason: claimReasonSchema,
  officialCount: officialCountSchema,
  scoreSnapshot: scoreSnapshotSchema,
} as const;
export type SubjectRecordEntity = keyof typeof subjectRecordSchemas;
export const isSubjectRecord = (entity: string): entity is SubjectRecordEntity =>
  Object.hasOwn(subjectRecordSchemas, entity);
