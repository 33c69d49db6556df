/**
 * Decodes pictures in processes that can be killed (`encode-child.ts`): at most two at a time, a bounded queue, and
 * nobody behind a picture that was too much for its process is asked to trust that process again.
 */
import { startEncoderChild, type ChildLimits, type EncoderChild } from './encoder-child.ts';
import type { PictureOutcome } from './encode-picture.ts';

/** `full` = no room or no process now: nothing was decided, come again. */
export type EncodeOutcome = PictureOutcome | { kind: 'full' };

export interface Encoder {
  encode(bytes: Uint8Array): Promise<EncodeOutcome>;
  close(): Promise<void>;
}

export interface EncoderOptions extends ChildLimits {
  /** Processes at a time. */
  width: number;
  /** Pictures that wait beside those at work. */
  queue: number;
  /** A process without work ends after this. */
  idleMs: number;
  /** Pictures a process meets in its life. */
  picturesEach: number;
}

const usual: EncoderOptions = {
  entry: new URL('./encode-child.ts', import.meta.url),
  timeMs: 20_000,
  memoryBytes: 512 * 1024 * 1024,
  width: 2,
  queue: 32,
  idleMs: 10_000,
  picturesEach: 200,
};

interface Seat {
  child: EncoderChild | null;
  met: number;
  idle: NodeJS.Timeout | null;
}

export function createEncoder(given: Partial<EncoderOptions> = {}): Encoder {
  const options = { ...usual, ...given };
  const free: Seat[] = Array.from({ length: options.width }, () => ({ child: null, met: 0, idle: null }));
  const seats: readonly Seat[] = [...free];
  const waiting: ((seat: Seat) => void)[] = [];
  let isClosed = false;

  const leave = async (seat: Seat): Promise<void> => {
    const { child } = seat;
    Object.assign(seat, { child: null, met: 0 });
    await child?.end();
  };

  /** Death over a picture may be chance (the system was short of memory): once more, then it is the picture. */
  const work = async (seat: Seat, bytes: Uint8Array): Promise<EncodeOutcome> => {
    for (let attempt = 0; attempt < 2; attempt++) {
      if (seat.child?.alive() !== true || seat.met >= options.picturesEach) await leave(seat);
      // Closing may have come while the last one was ending.
      if (isClosed) break;
      const child = (seat.child ??= startEncoderChild(options));
      if (!(await child.ready())) {
        await leave(seat);
        return { kind: 'full' };
      }
      seat.met += 1;
      const tried = await child.encode(bytes);
      // What made a decoder stumble does not share it with the next picture.
      if (tried.kind === 'lost' || tried.outcome.kind === 'refused') await leave(seat);
      if (tried.kind === 'answered') return tried.outcome;
    }
    return isClosed ? { kind: 'full' } : { kind: 'refused', fault: 'tooHeavy' };
  };

  const take = async (): Promise<Seat> => {
    const seat = free.pop() ?? (await new Promise<Seat>((resolve) => void waiting.push(resolve)));
    if (seat.idle !== null) clearTimeout(seat.idle);
    seat.idle = null;
    return seat;
  };
  const giveBack = (seat: Seat): void => {
    const next = waiting.shift();
    if (next !== undefined) {
      next(seat);
      return;
    }
    free.push(seat);
    if (!isClosed && seat.child !== null) seat.idle = setTimeout(() => void leave(seat), options.idleMs);
  };

  return {
    encode: async (bytes) => {
      if (isClosed || waiting.length >= options.queue) return { kind: 'full' };
      const seat = await take();
      try {
        return await work(seat, bytes);
      } finally {
        giveBack(seat);
      }
    },
    close: async () => {
      isClosed = true;
      for (const seat of seats) {
        if (seat.idle !== null) clearTimeout(seat.idle);
        await leave(seat);
      }
    },
  };
}
