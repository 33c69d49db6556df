/** Grey pictures and the little arithmetic on them; decoding is the caller's. */

export interface Grey {
  w: number;
  h: number;
  /** Rows from the top, 0 black – 255 white. */
  data: Uint8Array;
}

export interface Point {
  x: number;
  y: number;
}

/** What canvases and decoders give. */
export function greyOf(rgba: ArrayLike<number>, w: number, h: number): Grey {
  const data = new Uint8Array(w * h);
  for (let at = 0; at < data.length; at++)
    data[at] = ((rgba[4 * at] ?? 0) * 77 + (rgba[4 * at + 1] ?? 0) * 150 + (rgba[4 * at + 2] ?? 0) * 29) >> 8;
  return { w, h, data };
}

/** Half as large each way: four pixels become their mean. */
export function halved({ w, h, data }: Grey): Grey {
  const half = { w: w >> 1, h: h >> 1, data: new Uint8Array((w >> 1) * (h >> 1)) };
  for (let y = 0; y < half.h; y++)
    for (let x = 0; x < half.w; x++) {
      const at = 2 * y * w + 2 * x;
      const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + w] ?? 0) + (data[at + w + 1] ?? 0);
      half.data[y * half.w + x] = sum >> 2;
    }
  return half;
}

/** Between pixels; beyond the edge it is the edge's own level. */
export function levelAt({ w, h, data }: Grey, x: number, y: number): number {
  const [cx, cy] = [Math.min(w - 1.001, Math.max(0, x)), Math.min(h - 1.001, Math.max(0, y))];
  const [left, top] = [Math.floor(cx), Math.floor(cy)];
  const [right, down] = [cx - left, cy - top];
  const at = top * w + left;
  return (
    (data[at] ?? 0) * (1 - right) * (1 - down) +
    (data[at + 1] ?? 0) * right * (1 - down) +
    (data[at + w] ?? 0) * (1 - right) * down +
    (data[at + w + 1] ?? 0) * right * down
  );
}

/** Corners in turn; where a point of the unit square lies in the picture, seen at a slant. */
export function projection([a, b, c, d]: readonly [Point, Point, Point, Point]): (
  u: number,
  v: number,
) => Point {
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [dx1, dx2, dy1, dy2] = [b.x - c.x, d.x - c.x, b.y - c.y, d.y - c.y];
  const scale = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / scale;
  const k = (dx1 * sy - sx * dy1) / scale;
  return (u, v) => {
    const depth = g * u + k * v + 1;
    return {
      x: ((b.x - a.x + g * b.x) * u + (d.x - a.x + k * d.x) * v + a.x) / depth,
      y: ((b.y - a.y + g * b.y) * u + (d.y - a.y + k * d.y) * v + a.y) / depth,
    };
  };
}
