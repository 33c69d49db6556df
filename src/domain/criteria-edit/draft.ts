/**
 * A criteria set while it is being made: the shape of {@link CriteriaSet} with gaps. Texts may be empty, figures absent;
 * a criterion keeps what an earlier choice of type needed, so that trying another type loses nothing.
 */
import { activityRuleSchema, rollupSchema, sharedQuestionSchema } from '../criteria.ts';
import type { CriteriaSet } from '../criteria.ts';
import { controls, evidenceKinds, pillars, sectors, subjectKinds } from '../criteria-set.ts';
import { z } from '../zod.ts';

const text = z.string().check(z.maxLength(4000));
const id = z.string().check(z.maxLength(60));
/** Hundredths; null = not filled in. */
const figure = z.nullable(z.int());

/** As a published option, with labels that may still be empty. */
const draftOptionSchema = z.union([
  z.strictObject({ kind: z.literal('yesno'), value: z.boolean(), label: text }),
  z.strictObject({ kind: z.literal('level'), level: id, label: text }),
  z.strictObject({ kind: z.literal('tick'), id, label: text }),
  z.strictObject({ kind: z.literal('none'), label: text }),
  z.strictObject({ kind: z.literal('na'), label: text }),
]);
const draftScreenSchema = z.strictObject({
  question: text,
  help: text,
  control: z.enum(controls),
  options: z.array(draftOptionSchema),
});

export const criterionTypes = ['yesno', 'level', 'ratio', 'count', 'text'] as const;
export type CriterionType = (typeof criterionTypes)[number];

const draftLevelSchema = z.strictObject({ id, label: text, points: figure });
const draftStepSchema = z.strictObject({ min: figure, points: figure });
const draftCriterionSchema = z.strictObject({
  id,
  type: z.enum(criterionTypes),
  code: text,
  text,
  shortText: text,
  maxPoints: figure,
  rule: text,
  pillar: z.nullable(z.enum(pillars)),
  sectorTags: z.array(z.string()),
  planClause: text,
  evidence: text,
  evidenceKinds: z.array(z.enum(evidenceKinds)),
  effort: figure,
  guide: z.optional(z.string()),
  help: text,
  note: z.optional(text),
  /** Present where "không áp dụng" is allowed, be its reason still empty. */
  notApplicable: z.optional(text),
  sharedQuestion: z.optional(id),
  auto: z.optional(z.enum(['value', 'numerator', 'numerator+denominator'])),
  rollup: z.optional(rollupSchema),
  screen: draftScreenSchema,
  numerator: z.optional(text),
  denominator: z.optional(text),
  targetPercent: z.optional(figure),
  unit: z.optional(text),
  steps: z.optional(z.array(draftStepSchema)),
  levels: z.optional(z.array(draftLevelSchema)),
  activities: z.optional(activityRuleSchema),
});
const draftSharedSchema = z.strictObject({
  id,
  source: sharedQuestionSchema.shape.source,
  min: figure,
  max: figure,
  screen: draftScreenSchema,
});

export const draftSetSchema = z.strictObject({
  id,
  version: z.int(),
  name: text,
  subjectKind: z.enum(subjectKinds),
  sector: z.optional(z.enum(sectors)),
  groups: z.array(z.strictObject({ code: text, name: text, criteria: z.array(draftCriterionSchema) })),
  sharedQuestions: z.array(draftSharedSchema),
  consistency: z.array(
    z.strictObject({
      item: id,
      rule: z.literal('numeratorLteNumerator'),
      of: id,
      severity: z.literal('warn'),
      message: text,
    }),
  ),
  screenOrder: z.array(id),
  naCapPoints: figure,
  grades: z.array(z.strictObject({ id, name: text, min: figure })),
});
export type DraftSet = z.infer<typeof draftSetSchema>;
export type DraftGroup = DraftSet['groups'][number];
export type DraftCriterion = z.infer<typeof draftCriterionSchema>;
export type DraftLevel = z.infer<typeof draftLevelSchema>;
export type DraftStep = z.infer<typeof draftStepSchema>;
export type DraftShared = z.infer<typeof draftSharedSchema>;
export type DraftOption = DraftCriterion['screen']['options'][number];

/** What a `criteriaDraft` record holds, or null where another version of the app wrote it. */
export const readDraft = (value: unknown): DraftSet | null => {
  const read = draftSetSchema.safeParse(value);
  return read.success ? read.data : null;
};

/** A published set, open for editing as `version`. */
export const draftOf = (set: CriteriaSet, version: number): DraftSet => ({
  ...set,
  version,
});

export const criteriaIn = ({ groups }: Pick<DraftSet, 'groups'>): DraftCriterion[] =>
  groups.flatMap(({ criteria }) => criteria);

/** Points of all criteria, hundredths; what is not filled in counts as none. */
export const pointsIn = (criteria: readonly Pick<DraftCriterion, 'maxPoints'>[]): number =>
  criteria.reduce((sum, { maxPoints }) => sum + (maxPoints ?? 0), 0);

/**
 * What a set's points may come to, hundredths: 100; "đơn vị khác" (KH) has no part of its own sector and may stop at the
 * core's 60 (`domain.md` §2.3).
 */
export const sumsAllowed = ({ sector }: Pick<DraftSet, 'sector'>): readonly number[] =>
  sector === 'KH' ? [6000, 10_000] : [10_000];
