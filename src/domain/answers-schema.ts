/** The schema of a set's answers, derived from the set: one for the form's resolver and for the server's judge. */
import {
  countSchema,
  notApplicableSchema,
  ratioAnswerSchema,
  textAnswerSchema,
  type Answer,
} from './answers.ts';
import { criteriaOf } from './criteria-set.ts';
import type { CriteriaSet, Criterion, Level, SharedQuestion } from './criteria.ts';
import { z } from './zod.ts';

type AnswerSchema = z.ZodMiniType<Answer, Answer>;
type AnswersSchema = z.ZodMiniObject<Record<string, z.ZodMiniOptional<AnswerSchema>>, z.core.$strict>;

const levelIds = (levels: readonly Level[]) => z.enum(levels.map(({ id }) => id));

const valueSchema = (criterion: Criterion): AnswerSchema => {
  switch (criterion.type) {
    case 'yesno':
      return z.boolean();
    case 'count':
      return countSchema;
    case 'level':
      return z.strictObject({ level: levelIds(criterion.levels) });
    case 'text':
      return z.extend(textAnswerSchema, { level: levelIds(criterion.levels) });
    case 'ratio':
      // A shared denominator is an answer of its own: a second copy here could contradict it.
      return criterion.sharedQuestion === undefined ? ratioAnswerSchema : z.strictObject({ n: countSchema });
  }
};

const criterionAnswerSchema = (criterion: Criterion): AnswerSchema =>
  criterion.notApplicable === undefined
    ? valueSchema(criterion)
    : z.union([valueSchema(criterion), notApplicableSchema]);

const sharedAnswerSchema = ({ min, max }: SharedQuestion): AnswerSchema =>
  z.int().check(z.gte(min), z.lte(max));

/**
 * A strict object of optional answers, keyed by criterion and shared-question id: the right shape per type, level ids
 * of the set, "không áp dụng" only where allowed. It takes a half-filled draft; what keeps a sheet from being sent is
 * `check-answers.ts`. Build it once per set.
 */
export const answersSchemaFor = (set: CriteriaSet): AnswersSchema => {
  const criteria = criteriaOf(set).map(
    (criterion) => [criterion.id, criterionAnswerSchema(criterion)] as const,
  );
  const shared = set.sharedQuestions.map((question) => [question.id, sharedAnswerSchema(question)] as const);
  return z.strictObject(
    Object.fromEntries([...criteria, ...shared].map(([id, schema]) => [id, z.optional(schema)])),
  );
};
