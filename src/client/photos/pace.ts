/** How large a piece of a photo goes in one request: a bad line is remembered from photo to photo. */
export interface Pace {
  /** Bytes of the next piece. */
  bytes(): number;
  /** A piece went through in `ms`. */
  flowed(bytes: number, ms: number): void;
  stalled(): void;
}

const START_BYTES = 64 * 1024;
const MIN_BYTES = 16 * 1024;
const MAX_BYTES = 512 * 1024;
/** Slower than this for long is a stall. */
const STALL_BYTES_PER_MS = 2.048;
const STALL_MS = 30_000;
const STALL_MAX_MS = 60_000;
/** Quicker than this, and the pieces may grow: new text never waits longer behind one. */
const QUICK_MS = 4000;

export function createPace(): Pace {
  let bytes = START_BYTES;
  return {
    bytes: () => bytes,
    flowed(sent, ms) {
      if (ms < QUICK_MS && sent >= bytes) bytes = Math.min(MAX_BYTES, bytes * 2);
    },
    stalled() {
      bytes = Math.max(MIN_BYTES, Math.floor(bytes / 2));
    },
  };
}

/**
 * How long a piece may take before it is given up and asked for how much of it arrived, ms. What arrived of it is kept,
 * so giving up early costs one question.
 */
export const pieceDeadlineMs = (bytes: number): number =>
  Math.round(Math.min(STALL_MAX_MS, Math.max(STALL_MS, bytes / STALL_BYTES_PER_MS)));
