/** How many bytes one exchange carries: halved when the line or the server chokes, grown slowly when it flows. */
export interface Budget {
  /** Bytes of operations for the next exchange. */
  bytes(): number;
  choked(): void;
  flowed(): void;
}

const MAX_BYTES = 240 * 1024;
const MIN_BYTES = 4 * 1024;
const STEP_BYTES = 16 * 1024;

/** Starts full: on a line that carries it, a hundred forms are one exchange. */
export function createBudget(): Budget {
  let bytes = MAX_BYTES;
  return {
    bytes: () => bytes,
    choked: () => {
      bytes = Math.max(MIN_BYTES, Math.floor(bytes / 2));
    },
    flowed: () => {
      bytes = Math.min(MAX_BYTES, bytes + STEP_BYTES);
    },
  };
}
