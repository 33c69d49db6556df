/** Every schema of the wire and of what is stored, walked to its last object: none takes a member it does not name. */
import { expect, test } from 'vitest';
import { z } from '#domain/zod.ts';
import { greedyKeys } from './nasty.ts';

type Schema = z.core.$ZodType;
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && '_zod' in value;

/** Those that are read with room, and why. */
const loose: Record<string, string> = {
  problemSchema: 'what a server of a later version adds to a problem is not understood, and not needed',
  operationHeadSchema:
    'the id and kind of an operation that is set aside because the rest was not understood',
};

/** All objects inside a schema, itself included. */
function objectsIn(schema: Schema, seen = new Set<unknown>()): Schema[] {
  const found: Schema[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof RegExp) return;
    seen.add(value);
    if (isSchema(value)) {
      const { def } = value._zod;
      if (def.type === 'object') found.push(value);
      if ('getter' in def && typeof def.getter === 'function') look(def.getter());
      look(def);
    } else for (const each of Object.values(value)) look(each);
  };
  look(schema);
  return found;
}

/** Keys, out of these, that a schema lets stand beside its own. */
function takes(schema: Schema, keys: readonly string[]): string[] {
  const { def } = schema._zod;
  const own = 'shape' in def ? Object(def.shape) : {};
  return keys
    .filter((key) => !Object.hasOwn(own, key))
    .filter((key) => {
      const read = z.safeParse(schema, JSON.parse(`{${JSON.stringify(key)}:1}`));
      if (read.success) return Object.hasOwn(Object(read.data), key);
      return !read.error.issues.some(
        (issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(key),
      );
    });
}

const modules: Record<string, Record<string, unknown>> = import.meta.glob(
  ['../../src/protocol/**/*.ts', '../../src/domain/*.ts'],
  { eager: true },
);
const schemas = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    (isSchema(value) ? [value] : Object.values(Object(value)).filter(isSchema)).map((schema) => ({
      name,
      path,
      schema,
    })),
  ),
);

test('no schema takes a key it does not name: forty greedy ones, on every object of every schema', () => {
  expect(greedyKeys.length).toBeGreaterThanOrEqual(40);
  expect(new Set(greedyKeys).size).toBe(greedyKeys.length);
  const objects = new Set<Schema>();
  const wrong: string[] = [];
  for (const { name, path, schema } of schemas) {
    if (loose[name] !== undefined) continue;
    for (const object of objectsIn(schema)) {
      if (objects.has(object)) continue;
      objects.add(object);
      for (const key of takes(object, greedyKeys)) wrong.push(`${path} ${name}: ${key}`);
    }
  }
  console.log(`schemas: ${schemas.length}, objects in them ${objects.size}, keys ${greedyKeys.length}`);
  expect(schemas.length).toBeGreaterThan(80);
  expect(objects.size).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('a name of a record’s choosing is never a part of every object', () => {
  const record = z.record(z.string(), z.unknown());
  const read = z.parse(record, JSON.parse('{"__proto__":{"admin":true},"a":1}'));
  expect([Reflect.get(read, 'admin'), Object.getPrototypeOf(read) === Object.prototype]).toEqual([
    undefined,
    true,
  ]);
});

test('control: an object that takes what it is given is found, and one that is read with room is known', () => {
  expect(takes(z.object({ a: z.optional(z.int()) }), ['role'])).toEqual([]);
  expect(takes(z.looseObject({ a: z.int() }), ['role'])).toEqual(['role']);
  expect(takes(z.looseObject({ a: z.optional(z.int()) }), ['role'])).toEqual(['role']);
  expect(objectsIn(z.array(z.union([z.object({ b: z.object({}) }), z.string()])))).toHaveLength(2);
  for (const name of Object.keys(loose)) expect(schemas.map((each) => each.name)).toContain(name);
});
