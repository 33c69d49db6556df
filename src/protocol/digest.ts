/**
 * Scope digests (`protocol.md` §5): sixteen bucket hashes over what a scope holds, equal on both sides or something was
 * lost on the way down. Asked for once a day.
 */
import { DIGEST_BUCKETS } from './exchange.ts';
import { hashText } from './hash.ts';

export interface DigestEntry {
  entity: string;
  id: string;
  rev: number;
}

/** Which bucket a row counts in: by its key alone, so that a changed row stays in its bucket. */
function bucketOf({ entity, id }: DigestEntry): number {
  let sum = 0;
  for (const character of `${entity}\n${id}`) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % DIGEST_BUCKETS;
}

/** Texts to be hashed, bucket by bucket; rows without a value (tombstones) are left out by the caller. */
export function digestTexts(entries: readonly DigestEntry[]): string[] {
  const buckets = Array.from({ length: DIGEST_BUCKETS }, (): string[] => []);
  for (const entry of entries) buckets[bucketOf(entry)]?.push(`${entry.entity}\t${entry.id}\t${entry.rev}`);
  return buckets.map((lines) => lines.sort().join('\n'));
}

/** Sixteen hashes, the same for the same rows in any order. */
export const digestOf = async (entries: readonly DigestEntry[]): Promise<string[]> =>
  Promise.all(digestTexts(entries).map(hashText));

export const sameDigest = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((hash, index) => hash === b[index]);
