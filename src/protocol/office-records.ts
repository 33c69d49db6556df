/**
 * Records the office keeps for itself: how it reviews, what it saw on the spot, what it drew, froze and decided
 * (`protocol.md` §3 `record.put`). Written by the officer, read in the office's scope alone.
 */
import { criterionIdSchema } from '#domain/answers.ts';
import { criteriaRefSchema, criteriaSetIdSchema, subjectKindSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { awardRecordSchemas } from './award-records.ts';
import { deadlineRecordSchemas } from './deadline-records.ts';
import { hashSchema } from './hash.ts';
import { uuidSchema } from './ids.ts';
import { paperRecordSchemas } from './paper-records.ts';
import {
  knockOutSchema,
  priorResultSchema,
  rankingFreezeSchema,
  tieDecisionSchema,
} from './ranking-records.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const note = z.string().check(z.maxLength(2000));
const line = z.string().check(z.maxLength(400));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = z.int().check(z.gte(0), z.lte(1_000_000));

const ofCampaign = { id: uuidSchema, campaignId: uuidSchema };
const ofSubject = { ...ofCampaign, subjectKind: subjectKindSchema, subjectId: uuidSchema };

/** A criteria set while it is being made: may be incomplete; published as a `criteriaSet` of a new version. */
export const criteriaDraftSchema = z.strictObject({
  id: uuidSchema,
  setId: criteriaSetIdSchema,
  /** The version it began from; absent for a set made anew. */
  basedOn: z.optional(criteriaRefSchema),
  /** In the shape of a criteria set, with gaps; its editor reads it and says what is missing. */
  set: z.record(z.string(), z.unknown()),
});

/** A list as an officer likes to open it: the address of the screen without its origin. */
export const savedViewSchema = z.strictObject({
  id: uuidSchema,
  name,
  /** "/ra-soat?loai=xom". */
  address: z.string().check(z.maxLength(1000), z.regex(/^\/[^\s]*$/)),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** Groups of criteria another role scores beside the officer (`domain.md` §2.0: VH-XH co-scores assigned groups). */
export const scoringAssignmentSchema = z.strictObject({
  ...ofCampaign,
  role: z.enum(['cultureOfficer']),
  subjectKind: subjectKindSchema,
  /** Codes of groups: "A2". */
  groups: z.array(z.string().check(z.minLength(1), z.maxLength(20))).check(z.maxLength(40)),
});
export type ScoringAssignment = z.infer<typeof scoringAssignmentSchema>;

/** A visit on the spot and what it found (plan clause III.1: đôn đốc, kiểm tra, đánh giá). */
export const inspectionSchema = z.strictObject({
  ...ofSubject,
  date: isoDate,
  inspectors: name,
  /** The draw that sent them; absent where the office chose. */
  sampleId: z.optional(uuidSchema),
  /** What the machine had pointed at and somebody looked into; names the figures, so that others are a new one. */
  signal: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  findings: z
    .array(
      z.strictObject({
        criterionId: criterionIdSchema,
        result: z.enum(['confirmed', 'differs', 'notSeen']),
        note,
      }),
    )
    .check(z.maxLength(200)),
  conclusion: z.enum(['planned', 'confirmed', 'differs']),
  note,
});
export type Inspection = z.infer<typeof inspectionSchema>;

/**
 * A random draw of forms to look at again, made after sending closed: from the seed and the listed frame anybody draws
 * the same (`domain/trust`).
 */
export const recheckSampleSchema = z.strictObject({
  ...ofCampaign,
  subjectKind: subjectKindSchema,
  /** Households of this hamlet only; absent = of the whole commune. */
  hamletId: z.optional(uuidSchema),
  /** Announced before it is used. */
  seed: z.string().check(z.minLength(1), z.maxLength(200)),
  drawnOn: isoDate,
  /** SHA-256 over the sorted ids drawn from. */
  frame: hashSchema,
  frameSize: count,
  chosen: z.array(uuidSchema).check(z.maxLength(1000)),
});
export type RecheckSample = z.infer<typeof recheckSampleSchema>;

/** Registers the standing office keeps of its own work (plan clauses II.3.d, III.1, V.1). */
export const registerKinds = ['training', 'event', 'proposal'] as const;
export const registerEntrySchema = z.strictObject({
  ...ofCampaign,
  kind: z.enum(registerKinds),
  date: isoDate,
  title: name,
  place: line,
  organiser: line,
  people: z.optional(count),
  /** Whom it reached; none = the whole commune. */
  hamlets: z.array(uuidSchema).check(z.maxLength(400)),
  result: note,
});
export type RegisterEntry = z.infer<typeof registerEntrySchema>;

/** What the office answers to a word from the public; under the feedback's own id. */
export const feedbackReplySchema = z.strictObject({
  ...ofCampaign,
  state: z.enum(['read', 'answered', 'closed']),
  answer: note,
});
export type FeedbackReply = z.infer<typeof feedbackReplySchema>;

/** A post and who holds it, as dated data: signers of papers, heads, the standing officer. */
export const positionSchema = z.strictObject({
  id: uuidSchema,
  /** "Chủ tịch". */
  title: name,
  personName: name,
  phone: z.optional(z.string().check(z.maxLength(20))),
  /** Whose post; absent = the commune's own. */
  subjectKind: z.optional(z.enum(['hamlet', 'unit'])),
  subjectId: z.optional(uuidSchema),
  /** May sign papers, with these words above the name: "TM. ỦY BAN NHÂN DÂN". */
  signsFor: z.optional(line),
  validFrom: isoDate,
  validTo: z.optional(isoDate),
  /** Why it is held no more. */
  endedBecause: z.optional(line),
});
export type Position = z.infer<typeof positionSchema>;

/** How many live in a hamlet, who counted and when; the newest is the denominator. */
export const populationCountSchema = z.strictObject({
  id: uuidSchema,
  hamletId: uuidSchema,
  households: count,
  people14plus: z.optional(count),
  source: name,
  date: isoDate,
});

export const officeRecordSchemas = {
  criteriaDraft: criteriaDraftSchema,
  savedView: savedViewSchema,
  scoringAssignment: scoringAssignmentSchema,
  inspection: inspectionSchema,
  recheckSample: recheckSampleSchema,
  registerEntry: registerEntrySchema,
  feedbackReply: feedbackReplySchema,
  position: positionSchema,
  populationCount: populationCountSchema,
  priorResult: priorResultSchema,
  knockOut: knockOutSchema,
  tieDecision: tieDecisionSchema,
  rankingFreeze: rankingFreezeSchema,
  ...awardRecordSchemas,
  ...paperRecordSchemas,
  ...deadlineRecordSchemas,
} as const;
export type OfficeRecordEntity = keyof typeof officeRecordSchemas;
export const isOfficeRecord = (entity: string): entity is OfficeRecordEntity =>
  Object.hasOwn(officeRecordSchemas, entity);
