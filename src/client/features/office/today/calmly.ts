/**
 * Reading ten thousand rows after each of forty replies would leave no time for anything else: a read rests for a few
 * times as long as the last one took before the next begins. The first one, and small communes, do not wait.
 */
const RESTS = 4;
const LONGEST_MS = 4000;

export interface Watch {
  /** Monotone, ms. */
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

export function calmly<T>(read: () => Promise<T>, { now, wait }: Watch): () => Promise<T> {
  let free = -Infinity;
  return async () => {
    const rest = free - now();
    if (rest > 0) await wait(rest);
    const begun = now();
    const found = await read();
    const over = now();
    free = over + Math.min(LONGEST_MS, RESTS * (over - begun));
    return found;
  };
}
