/**
 * How a picture looks, so that the same one is found again after it was saved anew, made smaller or trimmed: the signs of
 * its low spatial frequencies (a perceptual hash by the cosine transform), of the whole and of its inner windows. It
 * says "look at these two", never more. Pure integers and cosines; decoding is the caller's.
 */

/** Grey pixels the caller gives: this many each way, whatever the picture's own shape. */
export const LOOK_EDGE = 96;
/** Each window is brought to this before its frequencies are taken. */
const CELLS = 24;
/** Frequencies each way; the mean brightness itself is left out. */
const WAVES = 12;
const BITS = WAVES * WAVES;
/** Of one window. */
export const WINDOW_WORDS = Math.ceil(BITS / 32);

/** Parts of an edge a trimmed picture may have kept, in hundredths. */
const SPANS = [
  [0, 100],
  [0, 90],
  [10, 100],
  [5, 95],
  [0, 95],
  [5, 100],
] as const;

/** Of the transform, wave by wave. */
const COSINES = Float64Array.from({ length: WAVES * CELLS }, (_, i) =>
  Math.cos(((2 * (i % CELLS) + 1) * Math.floor(i / CELLS) * Math.PI) / (2 * CELLS)),
);

/** Sums over all rectangles from the corner: a window's mean costs four looks. */
function sumsOf(grey: ArrayLike<number>): Float64Array {
  const edge = LOOK_EDGE + 1;
  const sums = new Float64Array(edge * edge);
  for (let y = 0; y < LOOK_EDGE; y++)
    for (let x = 0; x < LOOK_EDGE; x++)
      sums[(y + 1) * edge + x + 1] =
        (grey[y * LOOK_EDGE + x] ?? 0) +
        (sums[y * edge + x + 1] ?? 0) +
        (sums[(y + 1) * edge + x] ?? 0) -
        (sums[y * edge + x] ?? 0);
  return sums;
}

/** The integral at a place between pixels. */
function integral(sums: Float64Array, y: number, x: number): number {
  const edge = LOOK_EDGE + 1;
  const [top, left] = [Math.min(LOOK_EDGE - 1, Math.floor(y)), Math.min(LOOK_EDGE - 1, Math.floor(x))];
  const [down, right] = [y - top, x - left];
  const at = (row: number, column: number): number => sums[row * edge + column] ?? 0;
  return (
    at(top, left) * (1 - down) * (1 - right) +
    at(top + 1, left) * down * (1 - right) +
    at(top, left + 1) * (1 - down) * right +
    at(top + 1, left + 1) * down * right
  );
}

type Span = readonly [number, number];

/** Edges of the cells of a span, in pixels. */
const edgesOf = ([from, to]: Span): number[] =>
  Array.from({ length: CELLS + 1 }, (_edge, i) => (LOOK_EDGE * (from + ((to - from) * i) / CELLS)) / 100);
const EDGES = SPANS.map((span) => edgesOf(span));

/** Brightness of a window's cells, row by row. */
function cellsOf(sums: Float64Array, rows: readonly number[], columns: readonly number[]): Float64Array {
  const corners = new Float64Array((CELLS + 1) * (CELLS + 1));
  for (let j = 0; j <= CELLS; j++)
    for (let i = 0; i <= CELLS; i++)
      corners[j * (CELLS + 1) + i] = integral(sums, rows[j] ?? 0, columns[i] ?? 0);
  const cells = new Float64Array(CELLS * CELLS);
  for (let j = 0; j < CELLS; j++)
    for (let i = 0; i < CELLS; i++) {
      const at = j * (CELLS + 1) + i;
      const below = at + CELLS + 1;
      cells[j * CELLS + i] =
        (corners[below + 1] ?? 0) - (corners[at + 1] ?? 0) - (corners[below] ?? 0) + (corners[at] ?? 0);
    }
  return cells;
}

/** The lowest frequencies; the mean brightness is left at 0. */
function wavesOf(cells: Float64Array): Float64Array {
  const across = new Float64Array(CELLS * WAVES);
  for (let y = 0; y < CELLS; y++)
    for (let u = 0; u < WAVES; u++) {
      let sum = 0;
      for (let x = 0; x < CELLS; x++) sum += (COSINES[u * CELLS + x] ?? 0) * (cells[y * CELLS + x] ?? 0);
      across[y * WAVES + u] = sum;
    }
  const waves = new Float64Array(BITS);
  for (let v = 0; v < WAVES; v++)
    for (let u = 0; u < WAVES; u++) {
      let sum = 0;
      for (let y = 0; y < CELLS; y++) sum += (COSINES[v * CELLS + y] ?? 0) * (across[y * WAVES + u] ?? 0);
      waves[v * WAVES + u] = sum;
    }
  waves[0] = 0;
  return waves;
}

/** Signs of the frequencies against their median, as bits. */
function bitsOf(waves: Float64Array): Uint32Array {
  const middle = Float64Array.from(waves).sort()[BITS / 2] ?? 0;
  const bits = new Uint32Array(WINDOW_WORDS);
  waves.forEach((wave, i) => {
    const word = i >>> 5;
    if (wave > middle) bits[word] = (bits[word] ?? 0) | (1 << (i & 31));
  });
  return bits;
}

const hexOf = (bits: Uint32Array): string =>
  Array.from(bits, (word) => word.toString(16).padStart(8, '0')).join('');

/** A wall, a dark frame: nothing there to know it by. Grey levels of spread. */
const FLAT = 3;
function isFlat(grey: ArrayLike<number>): boolean {
  const count = LOOK_EDGE * LOOK_EDGE;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    const level = grey[i] ?? 0;
    sum += level;
    squares += level * level;
  }
  return squares / count - (sum / count) ** 2 < FLAT * FLAT;
}

/** A picture's look, the whole first; empty for one without anything to know it by. @param grey {@link LOOK_EDGE}² bytes, row by row */
export function lookOf(grey: ArrayLike<number>): string {
  if (isFlat(grey)) return '';
  const sums = sumsOf(grey);
  return EDGES.flatMap((rows) =>
    EDGES.map((columns) => hexOf(bitsOf(wavesOf(cellsOf(sums, rows, columns))))),
  ).join('');
}

/** Windows of one picture, the whole first; null for what is no look. */
export type Look = readonly Uint32Array[];

const WINDOW_HEX = WINDOW_WORDS * 8;
export const WINDOWS = SPANS.length * SPANS.length;
export const isLook = (text: string): boolean =>
  text.length === WINDOWS * WINDOW_HEX && /^[0-9a-f]*$/.test(text);

export function readLook(text: string): Look | null {
  if (!isLook(text)) return null;
  return Array.from({ length: WINDOWS }, (_, at) =>
    Uint32Array.from({ length: WINDOW_WORDS }, (_word, i) =>
      Number.parseInt(text.slice(at * WINDOW_HEX + i * 8, at * WINDOW_HEX + i * 8 + 8), 16),
    ),
  );
}

/** Bits that are set. */
export function onesIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function distance(a: Uint32Array, b: Uint32Array): number {
  let bits = 0;
  for (let i = 0; i < WINDOW_WORDS; i++) bits += onesIn((a[i] ?? 0) ^ (b[i] ?? 0));
  return bits;
}

/** Of 144 bits. Strangers differ in about half; measured on photographs saved anew, made smaller and trimmed. */
export const NEAR = 34;

/** How unlike two pictures are, 0–144, one of them perhaps trimmed. */
export function unlikeness(a: Look, b: Look): number {
  const [wholeA, wholeB] = [a[0], b[0]];
  if (wholeA === undefined || wholeB === undefined) return BITS;
  let least = BITS;
  for (const window of a) least = Math.min(least, distance(window, wholeB));
  for (const window of b) least = Math.min(least, distance(wholeA, window));
  return least;
}
