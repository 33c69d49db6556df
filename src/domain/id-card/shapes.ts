/**
 * Four-cornered things in a small grey picture: whatever is brighter or darker than its surroundings at one of many
 * levels, or enclosed by an edge, and whose outline is four straight sides.
 */
import type { Grey, Point } from './grey.ts';

export type Corners = [Point, Point, Point, Point];

const LEVELS = Array.from({ length: 14 }, (_, at) => 24 + 16 * at);
const EDGES = [14, 28, 48];
/** Of the picture's area. */
const LEAST_AREA = 0.08;
/** Of the outline's hull that its four corners hold: rounded corners cost a little. */
const FULL = 0.9;
/** Of the points along the sides where the thing itself is. */
const STRAIGHT = 0.8;
const STRAIGHT_SIDE = 0.6;
const STEPS = 32;
/** Corners nearer than this are the same thing, seen at another level. Pixels. */
const SAME = 4;

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** Of points sorted by x, then y. */
function hullOf(points: readonly Point[]): Point[] {
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      for (;;) {
        const [before, last] = [chain.at(-2), chain.at(-1)];
        if (before === undefined || last === undefined || cross(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(points), ...half([...points].reverse())];
}

const areaOf = (points: readonly Point[]): number =>
  points.reduce((sum, a, at) => {
    const b = points[(at + 1) % points.length] ?? a;
    return sum + (a.x * b.y - b.x * a.y) / 2;
  }, 0);

const farthest = (hull: readonly Point[], x: number, y: number): Point =>
  hull.reduce((best, point) => (point.x * x + point.y * y > best.x * x + best.y * y ? point : best));

/** The turn in which the hull fits the smallest box: its sides' directions. */
function turnOf(hull: readonly Point[]): number {
  let [best, least] = [0, Infinity];
  for (let step = 0; step < 90; step++) {
    const [cos, sin] = [Math.cos((step * Math.PI) / 180), Math.sin((step * Math.PI) / 180)];
    const across = hull.map(({ x, y }) => x * cos + y * sin);
    const down = hull.map(({ x, y }) => y * cos - x * sin);
    const area = (Math.max(...across) - Math.min(...across)) * (Math.max(...down) - Math.min(...down));
    if (area < least) [best, least] = [(step * Math.PI) / 180, area];
  }
  return best;
}

/** Top left, top right, bottom right, bottom left, as the thing lies. */
function cornersOf(hull: readonly Point[]): Corners {
  const turn = turnOf(hull);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corner = (across: number, down: number): Point =>
    farthest(hull, across * cos - down * sin, across * sin + down * cos);
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Its outermost pixels of every row and column are enough for the hull. */
function outlineOf(pixels: Int32Array, count: number, w: number, h: number): Point[] {
  const [left, right] = [new Int32Array(h).fill(w), new Int32Array(h).fill(-1)];
  for (let at = 0; at < count; at++) {
    const pixel = pixels[at] ?? 0;
    const [x, y] = [pixel % w, Math.floor(pixel / w)];
    left[y] = Math.min(left[y] ?? w, x);
    right[y] = Math.max(right[y] ?? -1, x);
  }
  const points: Point[] = [];
  for (let y = 0; y < h; y++)
    if ((right[y] ?? -1) >= 0) points.push({ x: left[y] ?? 0, y }, { x: right[y] ?? 0, y });
  return points.sort((a, b) => a.x - b.x || a.y - b.y);
}

type IsThere = (x: number, y: number) => boolean;

/** Whether the thing reaches the sides its corners claim. */
function isStraight(corners: Corners, isThere: IsThere): boolean {
  let all = 0;
  for (let side = 0; side < 4; side++) {
    const [a, b] = [corners[side], corners[(side + 1) % 4]];
    if (a === undefined || b === undefined) return false;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < 8) return false;
    const inward = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
    let there = 0;
    for (let step = 0; step < STEPS; step++) {
      const part = 0.08 + (0.84 * (step + 0.5)) / STEPS;
      const [x, y] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
      there += Number(
        [-1, 0, 1, 2].some((off) => isThere(Math.round(x + inward.x * off), Math.round(y + inward.y * off))),
      );
    }
    if (there < STRAIGHT_SIDE * STEPS) return false;
    all += there;
  }
  return all >= STRAIGHT * 4 * STEPS;
}

/** Every connected part of the marked pixels that is large enough, handed to `each`. */
function eachPart(
  marked: Uint8Array,
  w: number,
  h: number,
  each: (pixels: Int32Array, count: number, isThere: IsThere) => void,
): void {
  const label = new Int32Array(w * h);
  const pixels = new Int32Array(w * h);
  let name = 0;
  for (let start = 0; start < marked.length; start++) {
    if (marked[start] === 0 || label[start] !== 0) continue;
    name++;
    const own = name;
    label[start] = own;
    pixels[0] = start;
    let count = 1;
    const visit = (pixel: number): void => {
      if (marked[pixel] === 0 || label[pixel] !== 0) return;
      label[pixel] = own;
      pixels[count++] = pixel;
    };
    for (let at = 0; at < count; at++) {
      const pixel = pixels[at] ?? 0;
      const x = pixel % w;
      if (x > 0) visit(pixel - 1);
      if (x < w - 1) visit(pixel + 1);
      if (pixel >= w) visit(pixel - w);
      if (pixel < w * (h - 1)) visit(pixel + w);
    }
    // A thing's print may be cut out of it: a third of its box is enough to look closer.
    if (count >= (LEAST_AREA / 3) * w * h)
      each(pixels, count, (x, y) => x >= 0 && y >= 0 && x < w && y < h && label[y * w + x] === own);
  }
}

function smoothed({ w, h, data }: Grey): Uint8Array {
  const out = new Uint8Array(data);
  for (let y = 1; y < h - 1; y++)
    for (let x = 1; x < w - 1; x++) {
      let sum = 0;
      for (let row = -w; row <= w; row += w)
        for (let off = -1; off <= 1; off++) sum += data[y * w + x + row + off] ?? 0;
      out[y * w + x] = sum / 9;
    }
  return out;
}

/** 1 where the picture cannot be reached from its border without crossing an edge of this strength. */
function enclosed(level: Uint8Array, w: number, h: number, strength: number): Uint8Array {
  const inside = new Uint8Array(w * h).fill(1);
  const isEdge = (at: number): boolean =>
    Math.abs((level[at + 1] ?? 0) - (level[at - 1] ?? 0)) +
      Math.abs((level[at + w] ?? 0) - (level[at - w] ?? 0)) >=
    strength;
  const open: number[] = [];
  const visit = (at: number, isBorder: boolean): void => {
    if (inside[at] === 0 || (!isBorder && isEdge(at))) return;
    inside[at] = 0;
    open.push(at);
  };
  for (let x = 0; x < w; x++) for (const y of [0, h - 1]) visit(y * w + x, true);
  for (let y = 0; y < h; y++) for (const x of [0, w - 1]) visit(y * w + x, true);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % w;
    if (x > 0) visit(at - 1, false);
    if (x < w - 1) visit(at + 1, false);
    if (at >= w) visit(at - w, false);
    if (at < w * (h - 1)) visit(at + w, false);
  }
  return inside;
}

/** Each once, in no order. `isWanted` judges the corners before the dearer looks. */
export function shapesIn(grey: Grey, isWanted: (corners: Corners) => boolean): Corners[] {
  const { w, h } = grey;
  const level = smoothed(grey);
  const found: Corners[] = [];
  const isKnown = (corners: Corners): boolean =>
    found.some((known) =>
      known.every((point, at) => {
        const other = corners[at] ?? point;
        return Math.hypot(point.x - other.x, point.y - other.y) < SAME;
      }),
    );
  const look = (marked: Uint8Array): void =>
    eachPart(marked, w, h, (pixels, count, isThere) => {
      const hull = hullOf(outlineOf(pixels, count, w, h));
      const area = Math.abs(areaOf(hull));
      if (hull.length < 4 || area < LEAST_AREA * w * h) return;
      const corners = cornersOf(hull);
      if (Math.abs(areaOf(corners)) < FULL * area || !isWanted(corners)) return;
      if (isStraight(corners, isThere) && !isKnown(corners)) found.push(corners);
    });
  for (const limit of LEVELS)
    for (const isBright of [true, false]) look(level.map((at) => Number(at >= limit === isBright)));
  for (const strength of EDGES) look(enclosed(level, w, h, strength));
  return found;
}
