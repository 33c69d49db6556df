/** Bytes → one JSON value, strictly: a text that two parsers could read in two ways is refused. */

export type ReadJson = { kind: 'json'; value: unknown } | { kind: 'malformed' };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Member names of all objects inside, counted; a value from `JSON.parse` has no cycles. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  const waiting: object[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const members: unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += members.length;
    for (const member of members) if (typeof member === 'object' && member !== null) waiting.push(member);
  }
  return count;
}

/** Colons outside strings: in valid JSON there is exactly one for each member written. */
function countColons(text: string): number {
  let count = 0;
  let inside = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (inside) {
      if (unit === 0x5c) index++;
      else if (unit === 0x22) inside = false;
    } else if (unit === 0x22) inside = true;
    else if (unit === 0x3a) count++;
  }
  return count;
}

/**
 * UTF-8 without a byte order mark, JSON, and no member written twice (`JSON.parse` would keep the last in silence).
 */
export function readJson(bytes: Uint8Array): ReadJson {
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    return countColons(text) === countMembers(value) ? { kind: 'json', value } : { kind: 'malformed' };
  } catch {
    return { kind: 'malformed' };
  }
}
