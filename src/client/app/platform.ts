/** Time and chance of this browser, handed to whatever needs them. */
import type { Chance, Clock } from '#protocol/ids.ts';

export const clock: Clock = { now: () => Date.now() };
export const chance: Chance = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
