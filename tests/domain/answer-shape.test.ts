import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isCount,
  isLevelAnswer,
  isNotApplicableAnswer,
  isRatioAnswer,
  isTextAnswer,
} from '#domain/answer-shape.ts';
import { answerSchema, countSchema, notApplicableSchema, ratioAnswerSchema } from '#domain/answers.ts';
import type { Answers } from '#domain/answers.ts';
import { answersSchemaFor } from '#domain/answers-schema.ts';
import { criteriaOf } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import { z } from '#domain/zod.ts';
import { arbitrarySet } from '../support/random-criteria.ts';

const seed = 7;
const numRuns = 10_000;

const scalar = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0,
  3,
  1.5,
  1e6,
  1e6 + 1,
  '',
  'a',
  'x'.repeat(401),
  'x'.repeat(4001),
  [],
  {},
);
const nearlyAnswer = fc.oneof(
  scalar,
  fc.dictionary(fc.constantFrom('n', 'd', 'na', 'level', 'text', 'x'), scalar, { maxKeys: 3 }),
);

// Level ids are held against the set's own levels, so the guard leaves their spelling alone.
const anyLevel = z.strictObject({ level: z.string() });
const anyText = z.strictObject({ text: z.string().check(z.maxLength(4000)), level: z.string() });

test(`the guards and the schemas draw the same line (${numRuns} cases, seed ${seed})`, () => {
  const sides = { in: 0, out: 0 };
  const property = fc.property(nearlyAnswer, (value) => {
    sides[answerSchema.safeParse(value).success ? 'in' : 'out']++;
    expect([
      isCount(value),
      isRatioAnswer(value),
      isNotApplicableAnswer(value),
      isLevelAnswer(value),
      isTextAnswer(value),
    ]).toEqual(
      [countSchema, ratioAnswerSchema, notApplicableSchema, anyLevel, anyText].map(
        (schema) => schema.safeParse(value).success,
      ),
    );
  });
  fc.assert(property, { seed, numRuns });
  expect(Math.min(sides.in, sides.out)).toBeGreaterThan(1000);
});

test(`an answer the set's schema refuses never earns points (${numRuns} cases, seed ${seed})`, () => {
  let refusedCount = 0;
  const property = fc.property(arbitrarySet(), nearlyAnswer, (set, value) => {
    const criterion = criteriaOf(set)[0];
    if (!criterion) return;
    const answers: Answers = JSON.parse(JSON.stringify({ [criterion.id]: value }));
    const refused = !answersSchemaFor(set).safeParse(answers).success;
    const scored = score(set, answers).criteria[0];
    if (!refused) return;
    refusedCount++;
    // The one leniency: a ratio beside a shared denominator that carries its own, as older papers do.
    if (criterion.type === 'ratio' && criterion.sharedQuestion !== undefined && isRatioAnswer(value)) return;
    expect(scored?.points).toBe(0);
    expect(scored?.status).toBe(value === null ? 'missing' : 'invalid');
  });
  fc.assert(property, { seed, numRuns });
  expect(refusedCount).toBeGreaterThan(1000);
});
