/**
 * A criteria set (bộ tiêu chí) as versioned data. Points are integer hundredths everywhere (600 = 6,00 điểm).
 * `id` of a criterion and of a level never changes and is never reused, also when code, order or label does.
 */
import { activityKinds } from './activity-kinds.ts';
import { criterionIdSchema, levelIdSchema } from './answers.ts';
import { controls, evidenceKinds, pillars, sectors, subjectKinds } from './criteria-set.ts';
import { z } from './zod.ts';

export { criteriaOf, criteriaRef, pillars, subjectKinds } from './criteria-set.ts';

/** Points in hundredths. */
export const pointsSchema = z.int().check(z.gte(0), z.lte(100_000));
const label = z.string().check(z.minLength(1), z.maxLength(600));

export const subjectKindSchema = z.enum(subjectKinds);
export type SubjectKind = z.infer<typeof subjectKindSchema>;

export const pillarSchema = z.enum(pillars);
export type Pillar = z.infer<typeof pillarSchema>;

export const evidenceKindSchema = z.enum(evidenceKinds);

export const controlSchema = z.enum(controls);

/** One thing to tap. `value` for yes/no, `level` for levels, `tick` for a checklist entry, `none` unticks the rest, `na` = không áp dụng. */
export const screenOptionSchema = z.union([
  z.strictObject({ kind: z.literal('yesno'), value: z.boolean(), label }),
  z.strictObject({ kind: z.literal('level'), level: levelIdSchema, label }),
  z.strictObject({ kind: z.literal('tick'), id: z.string().check(z.regex(/^[A-Za-z0-9]{1,30}$/)), label }),
  z.strictObject({ kind: z.literal('none'), label }),
  z.strictObject({ kind: z.literal('na'), label }),
]);
export type ScreenOption = z.infer<typeof screenOptionSchema>;

export const screenSchema = z.strictObject({
  question: label,
  help: z.string().check(z.maxLength(600)),
  control: controlSchema,
  options: z.array(screenOptionSchema),
});

const rollupNumeratorSchema = z.union([
  z.strictObject({ op: z.literal('countForms') }),
  z.strictObject({
    op: z.literal('countWhere'),
    item: criterionIdSchema,
    eq: z.optional(z.boolean()),
    gte: z.optional(z.int()),
    levelIndexGte: z.optional(z.int()),
  }),
  z.strictObject({ op: z.literal('sumNumerator'), item: criterionIdSchema }),
]);
const rollupDenominatorSchema = z.union([
  z.literal('hamlet.households'),
  z.strictObject({
    op: z.enum(['householdsMinusNA', 'countAnsweredNotNA', 'sumDenominator']),
    item: criterionIdSchema,
  }),
]);
export const rollupSchema = z.strictObject({
  num: rollupNumeratorSchema,
  den: rollupDenominatorSchema,
  official: z.optional(z.literal('hamlet.people14plus')),
});
export type Rollup = z.infer<typeof rollupSchema>;

export const levelSchema = z.strictObject({ id: levelIdSchema, label, points: pointsSchema });
export type Level = z.infer<typeof levelSchema>;

const common = {
  id: criterionIdSchema,
  code: z.string().check(z.minLength(1), z.maxLength(20)),
  text: label,
  shortText: label,
  maxPoints: pointsSchema,
  /** How points are given, in words people read. */
  rule: label,
  pillar: pillarSchema,
  /** Sector tags of plan section II.3.i (`domain.md` §1.5). */
  sectorTags: z.array(z.string()),
  /** Where the plan asks for it. */
  planClause: label,
  evidence: label,
  evidenceKinds: z.array(evidenceKindSchema),
  /** 1 = an evening or two, 2 = weeks, 3 = needs money or infrastructure. */
  effort: z.int().check(z.gte(1), z.lte(3)),
  guide: z.optional(z.string()),
  help: z.string(),
  note: z.optional(label),
  /** Present where "không áp dụng" is allowed: the reason that goes with it. */
  notApplicable: z.optional(label),
  sharedQuestion: z.optional(criterionIdSchema),
  auto: z.optional(z.enum(['value', 'numerator', 'numerator+denominator'])),
  rollup: z.optional(rollupSchema),
  screen: screenSchema,
};

const activityKindSchema = z.enum(activityKinds);
export const activityRuleSchema = z.strictObject({
  kinds: z.array(activityKindSchema),
  caps: z.optional(z.partialRecord(activityKindSchema, z.int().check(z.gte(0)))),
});

export const criterionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('yesno') }),
  z.strictObject({ ...common, type: z.literal('level'), levels: z.array(levelSchema) }),
  z.strictObject({
    ...common,
    type: z.literal('ratio'),
    numerator: label,
    denominator: label,
    /** Per cent at which full points are given. */
    targetPercent: z.int().check(z.gte(1), z.lte(100)),
  }),
  z.strictObject({
    ...common,
    type: z.literal('count'),
    unit: label,
    steps: z.array(z.strictObject({ min: z.int().check(z.gte(1)), points: pointsSchema })),
    /** Kinds of logged activities it counts, and how many of a kind count at the most (`activity-counts.ts`). */
    activities: z.optional(activityRuleSchema),
  }),
  z.strictObject({ ...common, type: z.literal('text'), levels: z.array(levelSchema) }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

export const sharedQuestionSchema = z.strictObject({
  id: criterionIdSchema,
  /** `answer` = asked on the form; otherwise the record the commune keeps it in, asked only while that is empty. */
  source: z.enum(['answer', 'hamlet.households', 'hamlet.people14plus']),
  min: z.int(),
  max: z.int(),
  screen: screenSchema,
});
export type SharedQuestion = z.infer<typeof sharedQuestionSchema>;

export const consistencyRuleSchema = z.strictObject({
  item: criterionIdSchema,
  rule: z.literal('numeratorLteNumerator'),
  of: criterionIdSchema,
  severity: z.literal('warn'),
  message: label,
});

export const gradeSchema = z.strictObject({ id: z.string(), name: label, min: pointsSchema });
export type Grade = z.infer<typeof gradeSchema>;

export const criteriaGroupSchema = z.strictObject({
  code: z.string(),
  name: label,
  criteria: z.array(criterionSchema),
});
export type CriteriaGroup = z.infer<typeof criteriaGroupSchema>;

export const criteriaSetIdSchema = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{0,39}$/));
export const sectorSchema = z.enum(sectors);
export type Sector = z.infer<typeof sectorSchema>;

export const criteriaSetSchema = z.strictObject({
  id: criteriaSetIdSchema,
  version: z.int().check(z.gte(1), z.lte(9999)),
  name: label,
  subjectKind: subjectKindSchema,
  sector: z.optional(sectorSchema),
  groups: z.array(criteriaGroupSchema),
  sharedQuestions: z.array(sharedQuestionSchema),
  consistency: z.array(consistencyRuleSchema),
  /** Order of screens one question at a time: criterion ids and shared-question ids. */
  screenOrder: z.array(criterionIdSchema),
  /** Beyond this many points of N/A a sheet is not ranked automatically (`domain.md` §2.0). */
  naCapPoints: pointsSchema,
  /** Highest first. */
  grades: z.array(gradeSchema),
});
export type CriteriaSet = z.infer<typeof criteriaSetSchema>;

/** `hamlet@1`: how a submission names the set it was filled under. */
export const criteriaRefSchema = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{0,39}@[1-9][0-9]{0,3}$/));
