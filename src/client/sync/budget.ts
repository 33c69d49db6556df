/** How many bytes one exchange carries: halved when the line or the server chokes, grown slowly when it flows. */
export interface Budget {
  /** Bytes of operations for the next exchange. */
  bytes(): number;
  /** The last exchange was over soon: rows may ride with an acknowledgement. Unknown = no. */
  isQuick(): boolean;
  choked(): void;
  /** An exchange took this long, in ms. */
  flowed(ms: number): void;
}

const MAX_BYTES = 240 * 1024;
const MIN_BYTES = 4 * 1024;
const STEP_BYTES = 16 * 1024;
/** Shorter than one way there and back on a bad line: whatever was in it, such a line is none. */
const QUICK_MS = 350;

/** Starts full: on a line that carries it, a hundred forms are one exchange. */
export function createBudget(): Budget {
  let bytes = MAX_BYTES;
  let isQuick = false;
  return {
    bytes: () => bytes,
    isQuick: () => isQuick,
    choked: () => {
      isQuick = false;
      bytes = Math.max(MIN_BYTES, Math.floor(bytes / 2));
    },
    flowed: (ms) => {
      isQuick = ms < QUICK_MS;
      bytes = Math.min(MAX_BYTES, bytes + STEP_BYTES);
    },
  };
}
