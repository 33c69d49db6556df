/**
 * Puts given words into every place of a record that takes words: each text is tried in each string, kept where the
 * record's own schema still takes it, and left where it does not (ids, dates, codes, choices).
 */
import { z } from '#domain/zod.ts';

type Value = Record<string, unknown>;
type Schema = z.core.$ZodType;

/** Given by the server, or naming something else: changing them is another test's. */
const LEFT = new Set(['id', 'code', 'subtype', 'guide', 'control', 'item', 'sharedQuestion']);

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The ways this text can be said where only an address is taken. */
const sayings = (text: string): string[] => {
  const solid = text.replaceAll(/\s/g, '');
  return [text, `https://e.invalid/${solid}`, `/ra-soat?tim=${solid}`];
};

/** Every place of `value` that holds a string, as a function that puts another there. */
function places(value: unknown, put: (changed: unknown) => Value): ((text: string) => Value)[] {
  if (typeof value === 'string') return [put];
  if (Array.isArray(value))
    return value.flatMap((each, index) =>
      places(each, (changed) => put(value.map((old: unknown, at) => (at === index ? changed : old)))),
    );
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    LEFT.has(key) ? [] : places(each, (changed) => put({ ...value, [key]: changed })),
  );
}

/** Optional members that are not there yet. */
const absent = (schema: Schema, value: Value): string[] =>
  schema instanceof z.ZodMiniObject ? Object.keys(schema.shape).filter((key) => !(key in value)) : [];

/**
 * @param next the words to put, another with each call
 * @returns the record with them, and in how many places
 */
export function fillTexts(
  schema: Schema,
  value: Value,
  next: () => string,
): { value: Value; filled: number } {
  let filled = 0;
  let current = value;
  const tryAt = (put: (text: string) => Value): void => {
    // A long one that does not fit is followed by the shortest there is.
    for (const text of [...sayings(next()), '<svg onload=p()>']) {
      const changed = put(text);
      if (!z.safeParse(schema, changed).success) continue;
      current = changed;
      filled += 1;
      return;
    }
  };
  for (const key of absent(schema, value).filter((each) => !LEFT.has(each)))
    tryAt((text) => ({ ...current, [key]: text }));
  const count = places(current, () => current).length;
  for (let at = 0; at < count; at++)
    tryAt(
      (text) => places(current, (changed) => (isObject(changed) ? changed : current))[at]?.(text) ?? current,
    );
  return { value: current, filled };
}
