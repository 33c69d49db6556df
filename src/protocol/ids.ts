/** Identities (`protocol.md` §1). Time and chance are passed in, so that a simulation can replay them. */
import { z } from '#domain/zod.ts';

export const uuidSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[57][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
export const communeIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,39}$/));
/** RFC 7638 thumbprint of the device's P-256 key, base64url. */
export const deviceIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
/** Ids of records: UUIDv7 of whoever added them, or a stable name the default data gives (`hamlet@1`). */
export const recordIdSchema = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9@._:-]{0,63}$/));

/** Ids of rows of the feed: a record's, a device's, or a hash. */
export const rowIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-][A-Za-z0-9@._:-]{0,63}$/));

export interface Chance {
  /** Fresh random bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}
export interface Clock {
  /** This machine's wall clock in ms: a claim, never an order. */
  now(): number;
}

const spelled = (id: Uint8Array): string =>
  Array.from(id, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * UUIDv7 maker, monotone on the device: the time part is max(last, now) and a counter breaks ties, so ids never run
 * backwards when the phone's clock does. `lastMs` seeds it with the newest id already stored.
 */
export function createIdMaker(clock: Clock, chance: Chance, lastMs = 0): () => string {
  let ms = lastMs;
  let counter = 0;
  return () => {
    const now = clock.now();
    if (now > ms) {
      ms = now;
      counter = 0;
    } else if (++counter > 0xfff) {
      ms += 1;
      counter = 0;
    }
    const id = new Uint8Array(16);
    id.set(chance.bytes(8), 8);
    let rest = ms;
    for (let index = 5; index >= 0; index--) {
      id[index] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    id[6] = 0x70 | (counter >> 8);
    id[7] = counter & 0xff;
    id[8] = 0x80 | ((id[8] ?? 0) & 0x3f);
    return spelled(id);
  };
}
