/**
 * Wrong typed codes are counted for each network address and for the whole commune, in the store: a restart forgets
 * nothing, and where the count cannot be read, nothing is let through. Links carry 128 bits and are not counted.
 */
import { isIPv6 } from 'node:net';
import { hashTextNow } from '../crypto/hash.ts';
import type { Tables } from '../store/tables.ts';

const WINDOW_MS = 10 * 60 * 1000;
const PER_ADDRESS = 5;
const PER_COMMUNE = 200;
const WHOLE_COMMUNE = 'commune';

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

const sourcesOf = (address: string): { source: string; allowed: number }[] => [
  { source: hashTextNow(`address ${networkOf(address)}`), allowed: PER_ADDRESS },
  { source: WHOLE_COMMUNE, allowed: PER_COMMUNE },
];

/** Seconds to wait before another typed code may be tried; 0 = now. */
export async function waitBeforeTyping({ attempt }: Tables, address: string, now: number): Promise<number> {
  let wait = 0;
  for (const { source, allowed } of sourcesOf(address)) {
    const row = await attempt.find(source);
    if (row !== undefined && row.failures >= allowed && now < row.since + WINDOW_MS)
      wait = Math.max(wait, Math.ceil((row.since + WINDOW_MS - now) / 1000));
  }
  return wait;
}

export async function countWrongCode({ attempt }: Tables, address: string, now: number): Promise<void> {
  await attempt.forget(now - WINDOW_MS);
  for (const { source } of sourcesOf(address)) {
    const row = await attempt.find(source);
    await attempt.put({ source, since: row?.since ?? now, failures: (row?.failures ?? 0) + 1 });
  }
}
