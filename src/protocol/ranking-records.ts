/**
 * Records about ranks (`domain.md` §2.0): what decides besides the scores, and rankings frozen. Written by the officer,
 * read in the office's scope alone.
 */
import { criterionIdSchema } from '#domain/answers.ts';
import { criteriaRefSchema, pointsSchema, subjectKindSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { hashSchema } from './hash.ts';
import { uuidSchema } from './ids.ts';

const words = z.string().check(z.minLength(1), z.maxLength(2000));
const line = z.string().check(z.maxLength(400));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = z.int().check(z.gte(0));

const ofCampaign = { id: uuidSchema, campaignId: uuidSchema };
const ofSubject = { ...ofCampaign, subjectKind: subjectKindSchema, subjectId: uuidSchema };

/**
 * Who is ranked with whom (`domain.md` §2.0): all hamlets, the households of one hamlet, the units of one sector.
 * `hamlet` · `household:<hamletId>` · `unit:<sector>`.
 */
export const rankingGroupSchema = z
  .string()
  .check(z.regex(/^(hamlet|household:[0-9a-f-]{36}|unit:(CQ|DT|TH|YT|DN|KH))$/));

/** Last year's result of a subject, for "improvement" where the app did not keep that year itself. */
export const priorResultSchema = z.strictObject({
  ...ofSubject,
  year: z.int(),
  /** Normalised hundredths. */
  normalised: pointsSchema,
  source: line,
});
export type PriorResult = z.infer<typeof priorResultSchema>;

/** Why a subject is not ranked, whatever its points (`domain.md` §2.0, điều kiện loại). */
export const knockOutKinds = [
  'falseDeclaration',
  'discipline',
  'concealedIncident',
  'falseInformation',
  'other',
] as const;
export const knockOutSchema = z.strictObject({
  ...ofSubject,
  kind: z.enum(knockOutKinds),
  reason: words,
  /** The paper it rests on. */
  source: line,
  date: isoDate,
});
export type KnockOut = z.infer<typeof knockOutSchema>;

/** The council's word on equal ranks, best first, with its reason. */
export const tieDecisionSchema = z.strictObject({
  ...ofCampaign,
  group: rankingGroupSchema,
  order: z.array(uuidSchema).check(z.minLength(2), z.maxLength(400)),
  reason: words,
  date: isoDate,
});

/** What one subject's rank was reckoned from; with the criteria sets, enough to reckon it again. */
const frozenInputSchema = z.strictObject({
  subjectId: uuidSchema,
  submission: uuidSchema,
  digest: hashSchema,
  criteriaSet: criteriaRefSchema,
  /** The sheet as thẩm định left it: criterion → points in hundredths; absent = accepted as not applicable. */
  points: z.record(criterionIdSchema, pointsSchema),
  /** Hundredths the year before; absent = none known. */
  prior: z.optional(pointsSchema),
  onTime: z.boolean(),
  knockOut: z.optional(uuidSchema),
});
const frozenResultSchema = z.strictObject({
  subjectId: uuidSchema,
  /** Competition ranking 1-2-2-4; absent = not ranked. */
  rank: z.optional(z.int().check(z.gte(1))),
  normalised: pointsSchema,
  grade: z.optional(z.string()),
  whyNotRanked: z.optional(z.enum(['knockOut', 'naCap', 'nothingApplies'])),
});
/**
 * A ranking frozen: its inputs, its result and the digest of both. Anyone reckons the result again from the inputs; the
 * server does before it keeps it, and refuses inputs that are not what it holds.
 */
export const rankingFreezeSchema = z.strictObject({
  ...ofCampaign,
  group: rankingGroupSchema,
  frozenAt: instant,
  /** A later freeze of the same group says why; absent = the first. */
  reason: z.optional(words),
  replaces: z.optional(uuidSchema),
  /** The council's decisions in force, the newest first, with the order each gave: a decision may change later. */
  ties: z
    .array(
      z.strictObject({ id: uuidSchema, order: z.array(uuidSchema).check(z.minLength(2), z.maxLength(400)) }),
    )
    .check(z.maxLength(100)),
  inputs: z.array(frozenInputSchema).check(z.maxLength(400)),
  results: z.array(frozenResultSchema).check(z.maxLength(400)),
  /** SHA-256 over the canonical text of `{group, ties, inputs, results}`. */
  sha256: hashSchema,
});
export type RankingFreeze = z.infer<typeof rankingFreezeSchema>;
