/**
 * Canonical JSON (`protocol.md` §3): keys sorted by UTF-16 unit, integers within 2^53-1, no floats, no null members,
 * strings NFC without lone surrogates. The text that travels is the text that is stored and hashed, so two sides can
 * never disagree about what was said.
 */
export type Json = boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const DEPTH_MAX = 24;
// `isWellFormed` and its kin are newer than the phones served.
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Keys that could reach an object's prototype somewhere downstream; refused rather than trusted to be harmless. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export class NotCanonicalError extends Error {
  override readonly name = 'NotCanonicalError';
}

function canonString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new NotCanonicalError('lone surrogate');
  if (text !== text.normalize('NFC')) throw new NotCanonicalError('string is not NFC');
  return JSON.stringify(text);
}

function write(value: unknown, depth: number): string {
  if (depth > DEPTH_MAX) throw new NotCanonicalError('nested too deeply');
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value)) throw new NotCanonicalError('not a safe integer');
      return Object.is(value, -0) ? '0' : String(value);
    case 'string':
      return canonString(value);
    case 'object':
      break;
    default:
      throw new NotCanonicalError(`no canonical form for ${typeof value}`);
  }
  if (value === null) throw new NotCanonicalError('null member');
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => {
      if (FORBIDDEN_KEYS.has(key)) throw new NotCanonicalError('forbidden key');
      return `${canonString(key)}:${write(member, depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

/**
 * The one canonical text of a value. Members that are `undefined` are left out (an absent member is how "nothing" is
 * said). Throws {@link NotCanonicalError} for anything the wire does not know.
 */
export const canon = (value: unknown): string => write(value, 0);

export type ParsedCanonical =
  | { kind: 'canonical'; value: unknown }
  | { kind: 'notCanonical'; reason: string };

/** Reads a text that claims to be canonical; never throws. Duplicate keys, floats, spaces and NFD all fail here. */
export function parseCanonical(text: string): ParsedCanonical {
  try {
    const value: unknown = JSON.parse(text);
    if (canon(value) !== text)
      return { kind: 'notCanonical', reason: 'text differs from its canonical form' };
    return { kind: 'canonical', value };
  } catch (error) {
    return { kind: 'notCanonical', reason: error instanceof Error ? error.message : 'unreadable' };
  }
}

/** NFC for everything a person typed or pasted; deep, keeps shape. The plan itself mixes forms (`domain.md` §1.9.14). */
export function toNfc<T>(value: T): T;
export function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC');
  if (Array.isArray(value)) return value.map((item: unknown) => toNfc(item));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toNfc(member)]));
  return value;
}
