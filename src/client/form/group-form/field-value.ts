/**
 * What stands in a field while a person is filling it. Two answers come in two parts (a count and what it is out of; a
 * level and its text); one part alone is no answer yet, but it was typed and must not be lost.
 */
import type { Answer, Answers } from '#domain/answers.ts';
import type { Criterion } from '#domain/criteria.ts';
import type { Unfinished } from '#client/db/model.ts';
import { criterionIdOf, fieldKey } from './field-key.ts';

export type FieldValue = Answer | Unfinished | undefined;
/** `null` = cleared: for react-hook-form `undefined` means "as it was when the form was opened". */
export type FormValues = Record<string, FieldValue | null>;

/** An empty part or an empty object means "not answered". */
const isBlank = (value: FieldValue): boolean =>
  value === undefined ||
  (typeof value === 'object' && Object.values(value).every((part) => part === undefined || part === ''));

/** Both parts there, whatever their size: a figure that cannot be right is judged, never dropped. */
const isWhole = (value: FieldValue): value is Answer => {
  if (typeof value !== 'object') return value !== undefined;
  if ('na' in value) return true;
  if ('text' in value) return typeof value.text === 'string' && typeof value.level === 'string';
  return typeof ('n' in value ? value.n : 'level' in value ? value.level : undefined) !== 'undefined';
};

/** What is an answer goes into the draft's answers, what is only begun beside them. */
export function splitValues(values: FormValues): {
  answers: Answers;
  unfinished: Record<string, Unfinished>;
} {
  const answers: Answers = {};
  const unfinished: Record<string, Unfinished> = {};
  for (const [key, given] of Object.entries(values)) {
    const value = given ?? undefined;
    if (isBlank(value)) continue;
    const id = criterionIdOf(key);
    if (isWhole(value)) answers[id] = value;
    else if (typeof value === 'object') unfinished[id] = value;
  }
  return { answers, unfinished };
}

export const joinValues = (answers: Answers, unfinished: Record<string, Unfinished> = {}): FormValues =>
  Object.fromEntries(
    Object.entries({ ...unfinished, ...answers }).map(([id, value]) => [fieldKey(id), value] as const),
  );

/** A part of a two-part answer set or cleared; nothing left = not answered. */
export const withPart = (value: FieldValue, part: Unfinished): FieldValue => {
  const before: Unfinished = typeof value === 'object' && !('na' in value) ? value : {};
  const merged = { ...before, ...part };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, each]) => each !== undefined));
  return Object.keys(kept).length === 0 ? undefined : kept;
};

/** Text with no level is begun; a level with no text yet is an answer (its text may stay empty). */
export const asText = (value: FieldValue, part: Unfinished): FieldValue => {
  const next = withPart(value, part);
  if (typeof next !== 'object' || !('level' in next) || next.level === undefined) return next;
  return { level: next.level, text: 'text' in next ? (next.text ?? '') : '' };
};

export const isDivided = (criterion: Criterion): boolean =>
  criterion.type === 'ratio' && criterion.sharedQuestion === undefined;
