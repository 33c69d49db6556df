/**
 * What is printed on a four-cornered thing: a portrait on one side and lines of text on the other, or the rows of
 * letters machines read along the lower edge. Either makes it an identity paper as far as a shape can tell.
 */
import { levelAt, projection, type Grey } from './grey.ts';
import type { Corners } from './shapes.ts';

/** The card laid flat, its long side across. */
const W = 192;
const H = 120;

/** Of a portrait's window, width and height in parts of the card. */
const PORTRAIT = { w: 0.22, h: 0.44 };
/** Parts of the card in which a portrait's window lies. */
const PORTRAIT_IN = { left: 0.02, right: 0.36, top: 0.22, bottom: 0.98 };
/** Hair, face, shoulders, in one row: a line of letters has many more. */
const PORTRAIT_SWINGS = 6;
/** Of a portrait's pixels that lie on an edge: a code is little else. */
const PORTRAIT_EDGES = 0.4;
const TEXT_FROM = 0.34;
/** A row machines read is looked at in this many parts; each has at least so many swings, two to a letter. */
const PARTS = 6;
const PART_SWINGS = 5;

/** Laid flat; `isTurned`: upside down. */
export function flattened(grey: Grey, corners: Corners, isTurned: boolean): Grey {
  const place = projection(corners);
  const data = new Uint8Array(W * H);
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      const [u, v] = [(x + 0.5) / W, (y + 0.5) / H];
      const at = isTurned ? place(1 - u, 1 - v) : place(u, v);
      data[y * W + x] = levelAt(grey, at.x, at.y);
    }
  return { w: W, h: H, data };
}

/** Strokes of letters are changes in quick succession: up and down by at least `rise`. */
function swingsIn({ w, data }: Grey, y: number, from: number, to: number, rise: number): number {
  let swings = 0;
  let [low, high, goes] = [255, 0, 0];
  for (let x = from; x < to; x++) {
    const level = data[y * w + x] ?? 0;
    low = Math.min(low, level);
    high = Math.max(high, level);
    const isUp = goes <= 0 && level - low >= rise;
    const isDown = goes >= 0 && high - level >= rise;
    if (!isUp && !isDown) continue;
    goes = isUp ? 1 : -1;
    [low, high] = [level, level];
    swings++;
  }
  return swings;
}

interface Band {
  top: number;
  height: number;
}

/** Lines of text: runs of rows with many swings, with calmer rows between them. */
function bandsOf(rows: readonly number[], least: number): Band[] {
  const bands: Band[] = [];
  let open: Band | null = null;
  const close = (): void => {
    if (open !== null) bands.push(open);
    open = null;
  };
  rows.forEach((swings, y) => {
    if (swings < least) return close();
    open = { top: open?.top ?? y, height: (open?.height ?? 0) + 1 };
  });
  close();
  return bands;
}

const isLine = ({ height }: Band): boolean => height >= 2 && height <= 15;

/** Of all its levels, the one in the middle: the ground the print is on. */
function groundOf({ data }: Grey): number {
  const counts = new Uint32Array(256);
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1;
  let rest = data.length / 2;
  return counts.findIndex((count) => (rest -= count) < 0);
}

/** How much lies between the dark and the light tenth. */
function spreadOf({ data }: Grey): number {
  const sorted = Uint8Array.from(data).sort();
  return (sorted[Math.floor(data.length * 0.95)] ?? 0) - (sorted[Math.floor(data.length * 0.05)] ?? 0);
}

const slopeAt = ({ w, data }: Grey, x: number, y: number): number => {
  const at = y * w + x;
  const slope = (step: number): number => Math.abs((data[at + step] ?? 0) - (data[at - step] ?? 0));
  return Math.max(slope(1), slope(w));
};

/** A window that is largely darker than the ground, in one piece, and without strokes. */
function hasPortrait(face: Grey, ground: number, depth: number, rise: number): boolean {
  const [w, h] = [Math.round(PORTRAIT.w * W), Math.round(PORTRAIT.h * H)];
  for (let top = Math.round(PORTRAIT_IN.top * H); top + h <= PORTRAIT_IN.bottom * H; top += 6)
    for (let left = Math.round(PORTRAIT_IN.left * W); left + w <= PORTRAIT_IN.right * W; left += 5) {
      let [dark, swings, edges] = [0, 0, 0];
      for (let y = top; y < top + h; y++) {
        for (let x = left; x < left + w; x++) {
          dark += Number((face.data[y * W + x] ?? 0) < ground - depth);
          edges += Number(slopeAt(face, x, y) >= rise);
        }
        swings += swingsIn(face, y, left, left + w, rise);
      }
      const share = dark / (w * h);
      if (
        share >= 0.25 &&
        share <= 0.92 &&
        swings / h <= PORTRAIT_SWINGS &&
        edges / (w * h) <= PORTRAIT_EDGES
      )
        return true;
    }
  return false;
}

/** Letters in every part of the row, as machines' rows have and lines of words beside a chip have not. */
const isAcross = (face: Grey, { top, height }: Band, rise: number): boolean =>
  Array.from({ length: PARTS }, (_, part) =>
    Math.max(
      ...Array.from({ length: height }, (_row, y) =>
        swingsIn(face, top + y, (part * W) / PARTS, ((part + 1) * W) / PARTS, rise),
      ),
    ),
  ).every((swings) => swings >= PART_SWINGS);

/** Two or three rows across the whole card, near its lower edge, and none like them above. */
function hasMachineRows(face: Grey, rise: number): boolean {
  const rows = Array.from({ length: H }, (_, y) => swingsIn(face, y, 2, W - 2, rise));
  const wide = bandsOf(rows, 30).filter((band) => isLine(band) && isAcross(face, band, rise));
  const low = wide.filter(({ top }) => top >= 0.58 * H);
  return low.length >= 2 && low.length <= 3 && wide.length === low.length;
}

/** Whether what lies there is printed like an identity paper, one way up or the other. */
export function isIdFace(grey: Grey, corners: Corners): boolean {
  return [false, true].some((isTurned) => {
    const face = flattened(grey, corners, isTurned);
    const spread = spreadOf(face);
    if (spread < 40) return false;
    const rise = Math.max(14, spread * 0.18);
    if (hasMachineRows(face, rise)) return true;
    const from = Math.round(TEXT_FROM * W);
    const rows = Array.from({ length: H }, (_, y) => swingsIn(face, y, from, W - 4, rise));
    const lines = bandsOf(rows, 8).filter(isLine).length;
    return lines >= 4 && lines <= 14 && hasPortrait(face, groundOf(face), Math.max(28, spread * 0.3), rise);
  });
}
