/**
 * Does a picture show an identity paper? Told by its shape (a card of 85,6 × 54 mm that fills a good part of the picture)
 * and by what is printed on it. It says "look at this again", never more: it misses cards at a slant, cut off or small,
 * and takes some other cards with a face on them for one. Pure; decoding is the caller's.
 */
import { isIdFace } from './face.ts';
import { halved, type Grey } from './grey.ts';
import { shapesIn, type Corners } from './shapes.ts';

/** Long edge of the grey picture the caller gives, in pixels. */
export const ID_LOOK_EDGE = 480;

/** ID-1. A sheet of A4 is 1,414, a screen 1,778. */
const SHAPE = 85.6 / 53.98;
/** Held at a slant a card is seen a little shorter, hardly ever longer. */
const SHORTEST = 0.945 * SHAPE;
const LONGEST = 1.05 * SHAPE;

function isCardShape([a, b, c, d]: Corners): boolean {
  const across = Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - d.x, c.y - d.y);
  const down = Math.hypot(d.x - a.x, d.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y);
  const shape = Math.max(across, down) / Math.min(across, down);
  return shape >= SHORTEST && shape <= LONGEST;
}

/** The picture's own frame, or nearly: no thing in it. */
const isFrame = (corners: Corners, { w, h }: Grey): boolean =>
  corners.every(({ x, y }) => Math.min(x, w - 1 - x) < w / 12 && Math.min(y, h - 1 - y) < h / 8);

/** Its long side across, whichever way it lay. */
function lying([a, b, c, d]: Corners): Corners {
  const [across, down] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)];
  return across >= down ? [a, b, c, d] : [b, c, d, a];
}

export function looksLikeIdCard(grey: Grey): boolean {
  const small = halved(grey);
  const { w, h } = small;
  // A card cut out of its picture, or one that fills it. Exactly 16 to 10 is a screen's own shape.
  const whole: Corners = [
    { x: 0, y: 0 },
    { x: w - 1, y: 0 },
    { x: w - 1, y: h - 1 },
    { x: 0, y: h - 1 },
  ];
  return [
    ...(isCardShape(whole) && grey.w * 10 !== grey.h * 16 ? [whole] : []),
    ...shapesIn(small, (corners) => isCardShape(corners) && !isFrame(corners, small)),
  ].some((corners) => {
    const [a, b, c, d] = lying(corners);
    const twice = ({ x, y }: Corners[0]): Corners[0] => ({ x: 2 * x + 0.5, y: 2 * y + 0.5 });
    return isIdFace(grey, [twice(a), twice(b), twice(c), twice(d)]);
  });
}

/** What the code on a citizen's card says: number, old number, name, birth, between bars. */
export const isIdCode = (text: string): boolean => /^\d{12}\|(\d{9})?\|/.test(text.trim());
