/**
 * Is a value the right shape of answer for a criterion? The same question the zod schema answers, without zod: scoring
 * runs on every keystroke and on every submission, and must stand any JSON. A test holds the two together.
 */
import { COUNT_MAX, REASON_MAX, TEXT_MAX } from './answer-limits.ts';
import type { Answer } from './answers.ts';

/** Answers as scoring takes them: a key may be absent or, in a form's state, undefined. */
export type GivenAnswers = Readonly<Record<string, Answer | undefined>>;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: object, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));

const isString = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max;

/** The answer under a key, or undefined: not there, cleared (null), or `answers` is no object at all. */
export const answerUnder = (answers: unknown, key: string): unknown => {
  if (!isObject(answers) || !Object.hasOwn(answers, key)) return undefined;
  const value: unknown = Reflect.get(answers, key);
  return value ?? undefined;
};

export const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= COUNT_MAX;

export const isNotApplicableAnswer = (value: unknown): value is { na: string } =>
  isObject(value) &&
  'na' in value &&
  isString(value.na, REASON_MAX) &&
  value.na !== '' &&
  hasOnly(value, ['na']);

export const isLevelAnswer = (value: unknown): value is { level: string } =>
  isObject(value) && 'level' in value && typeof value.level === 'string' && hasOnly(value, ['level']);

export const isTextAnswer = (value: unknown): value is { text: string; level: string } =>
  isObject(value) &&
  'text' in value &&
  isString(value.text, TEXT_MAX) &&
  'level' in value &&
  typeof value.level === 'string' &&
  hasOnly(value, ['text', 'level']);

export const isRatioAnswer = (value: unknown): value is { n: number; d?: number } =>
  isObject(value) &&
  'n' in value &&
  isCount(value.n) &&
  (!('d' in value) || value.d === undefined || isCount(value.d)) &&
  hasOnly(value, ['n', 'd']);
