/**
 * What anyone may try is counted for each network address and for the whole commune, in the store: a restart forgets
 * nothing, and where the count cannot be read, nothing is let through. Wrong typed codes are (links carry 128 bits and are
 * not), and words from the public.
 */
import { isIPv6 } from 'node:net';
import { hashTextNow } from '../crypto/hash.ts';
import type { Tables } from '../store/tables.ts';

const WINDOW_MS = 10 * 60 * 1000;

export interface Limit {
  /** Begins the text whose hash stands for an address. */
  address: string;
  /** Source under which all addresses are counted together. */
  commune: string;
  /** Within ten minutes. */
  perAddress: number;
  perCommune: number;
}
export const codeLimit: Limit = { address: 'address', commune: 'commune', perAddress: 5, perCommune: 200 };
/** A family of one address writes a few times; a flood would bury what people say. */
export const feedbackLimit: Limit = {
  address: 'feedback address',
  commune: 'feedback',
  perAddress: 5,
  perCommune: 60,
};

/** One subscriber holds a whole /64 of IPv6; an IPv4 address stands for itself. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  if (address.toLowerCase().startsWith('::ffff:') && address.includes('.')) return address.slice(7);
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const sourcesOf = (limit: Limit, address: string): { source: string; allowed: number }[] => [
  { source: hashTextNow(`${limit.address} ${networkOf(address)}`), allowed: limit.perAddress },
  { source: limit.commune, allowed: limit.perCommune },
];

/** Seconds to wait before another try is let through; 0 = now. */
export async function waitSeconds(
  { attempt }: Pick<Tables, 'attempt'>,
  limit: Limit,
  address: string,
  now: number,
): Promise<number> {
  let wait = 0;
  for (const { source, allowed } of sourcesOf(limit, address)) {
    const row = await attempt.find(source);
    if (row !== undefined && row.failures >= allowed && now < row.since + WINDOW_MS)
      wait = Math.max(wait, Math.ceil((row.since + WINDOW_MS - now) / 1000));
  }
  return wait;
}

/** True when with this one the commune's own limit is reached: somebody should be told. */
export async function countAttempt(
  { attempt }: Pick<Tables, 'attempt'>,
  limit: Limit,
  address: string,
  now: number,
): Promise<boolean> {
  await attempt.forget(now - WINDOW_MS);
  let isFull = false;
  for (const { source, allowed } of sourcesOf(limit, address)) {
    const row = await attempt.find(source);
    const failures = (row?.failures ?? 0) + 1;
    await attempt.put({ source, since: row?.since ?? now, failures });
    isFull ||= source === limit.commune && failures === allowed;
  }
  return isFull;
}

/** It was no wrong one: for limits that count a try before they look at it. */
export async function takeBackAttempt(
  { attempt }: Pick<Tables, 'attempt'>,
  limit: Limit,
  address: string,
): Promise<void> {
  for (const { source } of sourcesOf(limit, address)) {
    const row = await attempt.find(source);
    if (row !== undefined)
      await attempt.put({ source, since: row.since, failures: Math.max(0, row.failures - 1) });
  }
}
