/**
 * How much signed work is held at once. Bodies take memory before anybody knows who sent them, so bytes on their way in
 * are counted, and only so many are unpacked and judged together; beyond that a caller is asked to come again, because a
 * queue without end helps nobody.
 */

/** Bytes of bodies as they travel, all callers together. */
const WIRE_BYTES_MAX = 128 * 1024 * 1024;
/** Bodies unpacked, read and judged at a time. Their writes share commits, so this is also a batch's size. */
const WORKING_MAX = 64;

export interface Admission {
  /** Makes room for a body of `bytes`, or says there is none. Whoever got room gives it back once. */
  reserve: (bytes: number) => { kind: 'room'; release: () => void } | { kind: 'full' };
  /** Runs `work` when its turn comes, in the order of asking. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export function createAdmission(): Admission {
  let held = 0;
  let working = 0;
  const waiting: (() => void)[] = [];
  return {
    reserve: (bytes) => {
      if (held + bytes > WIRE_BYTES_MAX) return { kind: 'full' };
      held += bytes;
      return { kind: 'room', release: () => void (held -= bytes) };
    },
    inTurn: async (work) => {
      if (working >= WORKING_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
      else working += 1;
      try {
        return await work();
      } finally {
        // The place goes from hand to hand: nobody who came later can take it in between.
        const next = waiting.shift();
        if (next === undefined) working -= 1;
        else next();
      }
    },
  };
}
