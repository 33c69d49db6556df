import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canon, NotCanonicalError, parseCanonical, toNfc } from '#protocol/canon.ts';

const SEED = 20261122;

/** Any value the wire knows: NFC well-formed strings, safe integers, no null. */
const text = fc.string({ unit: 'grapheme' }).map((raw) => raw.toWellFormed().normalize('NFC'));
const key = text.filter((raw) => !['__proto__', 'constructor', 'prototype'].includes(raw));
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test(`canonical text reads back as the same value and is its own canonical form (seed ${SEED})`, () => {
  fc.assert(
    fc.property(json, (value) => {
      const written = canon(value);
      expect(parseCanonical(written)).toEqual({ kind: 'canonical', value: JSON.parse(written) });
    }),
    { seed: SEED, numRuns: 3000 },
  );
});

test(`the order in which members were added never shows (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.dictionary(key, json, { maxKeys: 6, noNullPrototype: true }), (value) => {
      expect(canon(Object.fromEntries(Object.entries(value).toReversed()))).toBe(canon(value));
    }),
    { seed: SEED, numRuns: 1000 },
  );
});

test('keys are sorted by UTF-16 unit, also where code points would sort otherwise', () => {
  expect(canon({ '\u{1F600}': 1, '\uFF5E': 2, b: 3, a: 4, 10: 5, 9: 6 })).toBe(
    '{"10":5,"9":6,"a":4,"b":3,"\u{1F600}":1,"\uFF5E":2}',
  );
});

test.each([
  ['a float', 1.5],
  ['an unsafe integer', 2 ** 53],
  ['a null member', { a: null }],
  ['a decomposed string', { a: 'a\u0302\u0300' }],
  ['a lone surrogate', ['\uD800']],
  ['a forbidden key', JSON.parse('{"__proto__":1}')],
  ['a function', { a: () => 1 }],
])('refuses %s', (_name, value) => {
  expect(() => canon(value)).toThrow(NotCanonicalError);
});

test('refuses nesting deeper than anything we say', () => {
  let value: unknown = 1;
  for (let depth = 0; depth < 40; depth++) value = [value];
  expect(() => canon(value)).toThrow(NotCanonicalError);
});

test.each([
  ['spaces', '{"a": 1}'],
  ['a duplicate key', '{"a":1,"a":1}'],
  ['members out of order', '{"b":1,"a":1}'],
  ['a float that is whole', '{"a":1.0}'],
  ['an exponent', '{"a":1e2}'],
  ['minus zero', '{"a":-0}'],
  ['an escape that is not needed', '{"a":"\\u0061"}'],
  ['null', '{"a":null}'],
  ['trailing rubbish', '{"a":1}x'],
  ['nothing', ''],
])('a text with %s is not canonical', (_name, written) => {
  expect(parseCanonical(written).kind).toBe('notCanonical');
});

test('control: a parser that only asks JSON.parse would let every one of those forms pass', () => {
  const naive = (written: string): string => {
    JSON.parse(written);
    return 'canonical';
  };
  expect(['{"a": 1}', '{"a":1,"a":1}', '{"a":1.0}', '{"a":-0}'].map(naive)).toEqual(
    Array<string>(4).fill('canonical'),
  );
});

test('typed and pasted text becomes NFC wherever it stands', () => {
  expect(toNfc({ a: ['đâ\u0300u'], b: 1, c: true })).toEqual({ a: ['đầu'], b: 1, c: true });
});
