/** Scope digests (`protocol.md` §5): whether phone and commune hold the same rows, asked once a day. */
import { digestOf, type DigestEntry } from '#protocol/digest.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { Tables } from '../store/tables.ts';

export type ScopeKeys = ReadonlyMap<Scope, readonly DigestEntry[]>;

/**
 * What lives in the scopes asked for, of those granted. To be read in the transaction that read the rows, once they have
 * all been given: a digest beside an unfinished pull could only differ.
 */
export async function keysOfScopes(
  { feed }: Pick<Tables, 'feed'>,
  asked: readonly Scope[],
  granted: readonly Scope[],
): Promise<ScopeKeys> {
  const keys = new Map<Scope, readonly DigestEntry[]>();
  for (const scope of granted) if (asked.includes(scope)) keys.set(scope, await feed.keys(scope));
  return keys;
}

/** Hashing waits for other threads: after the commit. */
export async function digestsOf(keys: ScopeKeys): Promise<Record<Scope, string[]>> {
  const digests: Record<Scope, string[]> = {};
  for (const [scope, entries] of keys) digests[scope] = await digestOf(entries);
  return digests;
}
