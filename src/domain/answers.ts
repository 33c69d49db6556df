/**
 * What a person answered, criterion by criterion (`protocol.md` §2). Keys are stable criterion ids or shared-question
 * ids (a denominator shared by several questions is an answer of its own).
 */
import { COUNT_MAX, REASON_MAX, TEXT_MAX } from './answer-limits.ts';
import { z } from './zod.ts';

/** Whole number of things or people; never negative, never a fraction. */
export const countSchema = z.int().check(z.gte(0), z.lte(COUNT_MAX));
/** Names every object has already ("constructor") would be read from the prototype where an answer is absent. */
const isFree = (id: string): boolean => !(id in Object.prototype);
export const criterionIdSchema = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9.]{0,39}$/), z.refine(isFree, 'reserved name'));
export const levelIdSchema = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,47}$/));
const textSchema = z.string().check(z.maxLength(TEXT_MAX));

export const levelAnswerSchema = z.strictObject({ level: levelIdSchema });
/** `d` is left out where the denominator is a shared answer of its own. */
export const ratioAnswerSchema = z.strictObject({ n: countSchema, d: z.optional(countSchema) });
export const textAnswerSchema = z.strictObject({ text: textSchema, level: levelIdSchema });
export const notApplicableSchema = z.strictObject({
  na: z.string().check(z.minLength(1), z.maxLength(REASON_MAX)),
});

/** One answer that is there. A cleared answer is an absent one. */
export const answerSchema = z.union([
  z.boolean(),
  countSchema,
  levelAnswerSchema,
  ratioAnswerSchema,
  textAnswerSchema,
  notApplicableSchema,
]);
export type Answer = z.infer<typeof answerSchema>;

export const answersSchema = z.record(criterionIdSchema, answerSchema);
export type Answers = z.infer<typeof answersSchema>;
