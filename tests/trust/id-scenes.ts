/** Pictures in which an identity paper lies, and pictures in which none does: drawn from a seed, people and all made up. */
import sharp from 'sharp';
import type { Grey, Point } from '#domain/id-card/grey.ts';
import { ID_LOOK_EDGE } from '#domain/id-card/id-card.ts';
import type { Dice } from '#server/seed/dice.ts';

type Quad = readonly [Point, Point, Point, Point];

/** How a thing lies in its picture. */
export interface Pose {
  /** Of the picture's long edge that its long side takes, in per cent. */
  across: number;
  /** Degrees. */
  turn: number;
  /** By how much its far side is shorter, in per cent. */
  slant: number;
}

const FRAME = { w: 640, h: 480 };

async function drawnGrey(svg: string): Promise<Grey> {
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { w: info.width, h: info.height, data: new Uint8Array(data) };
}

/** From the picture back to the unit square of a thing seen at a slant. */
function backFrom([a, b, c, d]: Quad): (x: number, y: number) => Point {
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [dx1, dx2, dy1, dy2] = [b.x - c.x, d.x - c.x, b.y - c.y, d.y - c.y];
  const scale = dx1 * dy2 - dx2 * dy1;
  const [g, h] = [(sx * dy2 - dx2 * sy) / scale, (dx1 * sy - sx * dy1) / scale];
  const m = [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y];
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = m;
  return (x, y) => {
    const across = (t - u * h) * x + (r * h - q) * y + (q * u - r * t);
    const down = (u * g - s) * x + (p - r * g) * y + (r * s - p * u);
    const depth = (s * h - t * g) * x + (q * g - p * h) * y + (p * t - q * s);
    return { x: across / depth, y: down / depth };
  };
}

const clamp = (level: number): number => Math.max(0, Math.min(255, Math.round(level)));

/** The thing laid on the ground in this pose, lit from one side. Its corners are round where it is a card. */
function laid(ground: Grey, thing: Grey, { across, turn, slant }: Pose, dice: Dice, isRound: boolean): Grey {
  const { w, h } = ground;
  const wide = (across / 100) * w;
  const high = (wide * thing.h) / thing.w;
  const [cx, cy] = [w / 2 + dice.roll(31) - 15, h / 2 + dice.roll(31) - 15];
  const angle = (turn * Math.PI) / 180;
  const far = 1 - slant / 100;
  const corner = (x: number, y: number): Point => ({
    x: cx + x * Math.cos(angle) - y * Math.sin(angle),
    y: cy + x * Math.sin(angle) + y * Math.cos(angle),
  });
  const quad: Quad = [
    corner((-wide / 2) * far, -high / 2),
    corner((wide / 2) * far, -high / 2),
    corner(wide / 2, high / 2),
    corner(-wide / 2, high / 2),
  ];
  const back = backFrom(quad);
  const data = new Uint8Array(ground.data);
  const [light, noise] = [dice.roll(50) - 25, 3 + dice.roll(6)];
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const at = back(x + 0.5, y + 0.5);
      const isIn = at.x >= 0 && at.x < 1 && at.y >= 0 && at.y < 1 && !(isRound && isCut(at));
      const level = isIn
        ? (thing.data[Math.floor(at.y * thing.h) * thing.w + Math.floor(at.x * thing.w)] ?? 0)
        : (data[y * w + x] ?? 0);
      data[y * w + x] = clamp(level + light * (x / w - 0.5) + dice.roll(2 * noise + 1) - noise);
    }
  return { w, h, data };
}

/** A card's corners have 3,2 mm. */
function isCut({ x, y }: Point): boolean {
  const [dx, dy] = [Math.min(x, 1 - x) * 85.6, Math.min(y, 1 - y) * 54];
  return dx < 3.2 && dy < 3.2 && Math.hypot(3.2 - dx, 3.2 - dy) > 3.2;
}

/** As the phone shrinks it: slightly soft, saved as JPEG, read again at the size that is looked at. */
async function asLooked({ w, h, data }: Grey): Promise<Grey> {
  const jpeg = await sharp(data, { raw: { width: w, height: h, channels: 1 } })
    .blur(0.6)
    .jpeg({ quality: 80 })
    .toBuffer();
  return lookedAt(jpeg);
}

/** Any picture at the size that is looked at. */
export async function lookedAt(bytes: Buffer): Promise<Grey> {
  const { data, info } = await sharp(bytes)
    .resize({ width: ID_LOOK_EDGE, height: ID_LOOK_EDGE, fit: 'inside' })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: w, height: h, channels } = info;
  return { w, h, data: Uint8Array.from({ length: w * h }, (_, at) => data[at * channels] ?? 0) };
}

const grey = (level: number): string => `rgb(${level},${level},${level})`;

/** Tables, cloths and floors things are photographed on. */
export async function drawGround(dice: Dice): Promise<Grey> {
  const { w, h } = FRAME;
  const base = 20 + dice.roll(200);
  const shapes = [`<rect width="${w}" height="${h}" fill="${grey(base)}"/>`];
  const kind = dice.roll(4);
  if (kind === 1)
    // Planks.
    for (let y = 0; y < h; y += 40 + dice.roll(40))
      shapes.push(
        `<rect y="${y}" width="${w}" height="${1 + dice.roll(3)}" fill="${grey(clamp(base - 25))}"/>`,
      );
  if (kind === 2)
    // A cloth of checks.
    for (let x = 0; x < w; x += 24)
      shapes.push(
        `<rect x="${x}" width="10" height="${h}" fill="#000" opacity=".08"/>`,
        `<rect y="${x}" width="${w}" height="10" fill="#fff" opacity=".08"/>`,
      );
  if (kind === 3)
    // Other things beside it.
    for (let i = 0; i < 6; i++)
      shapes.push(
        `<rect x="${dice.roll(w)}" y="${dice.roll(2) * (h - 60)}" width="${30 + dice.roll(90)}" height="${20 + dice.roll(50)}" fill="${grey(dice.roll(256))}"/>`,
      );
  return drawnGrey(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">${shapes.join('')}</svg>`,
  );
}

export async function pictureOf(svg: string, pose: Pose, dice: Dice, isCard = false): Promise<Grey> {
  return asLooked(laid(await drawGround(dice), await drawnGrey(svg), pose, dice, isCard));
}
