/**
 * Pictures of the synthetic commune, drawn from a seed and saved as a phone would send them: nobody's face, nobody's
 * house. Each is drawn otherwise enough for the search of reused pictures to tell them apart.
 */
import sharp from 'sharp';
import { hashOf } from '../photos/blob-files.ts';
import { createDice, type Dice } from './dice.ts';

const WIDTH = 1200;
const HEIGHT = 900;

export interface DemoPicture {
  /** SHA-256, base64url. */
  sha256: string;
  /** JPEG. */
  bytes: Uint8Array;
  w: number;
  h: number;
}

const rect = (x: number, y: number, w: number, h: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
const colour = (dice: Dice, light: number): string =>
  `hsl(${dice.roll(360)} ${25 + dice.roll(50)}% ${light + dice.roll(25)}%)`;
const words = (x: number, y: number, size: number, text: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="sans-serif" fill="#fff">${text}</text>`;

/** Wall and floor. */
function room(dice: Dice, horizon: number): string[] {
  return [
    rect(0, 0, WIDTH, horizon, colour(dice, 60)),
    rect(0, horizon, WIDTH, HEIGHT - horizon, colour(dice, 25)),
    ...Array.from({ length: 1 + dice.roll(3) }, (_, at) =>
      rect(60 + at * 380 + dice.roll(120), 120 + dice.roll(120), 150 + dice.roll(120), 220, colour(dice, 70)),
    ),
  ];
}

/** People on chairs, seen from behind, before a banner. */
function meeting(dice: Dice): string[] {
  const horizon = 380 + dice.roll(160);
  const [left, top] = [dice.roll(220), 30 + dice.roll(60)];
  const shapes = room(dice, horizon);
  shapes.push(rect(left, top, 940, 110, 'hsl(2 70% 42%)'));
  shapes.push(words(left + 40, top + 72, 44, 'HỌP TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG'));
  for (let row = 0; row < 2 + dice.roll(3); row++)
    for (let seat = 0; seat < 4 + dice.roll(4); seat++) {
      if (dice.happens(20)) continue;
      const [x, y, r] = [70 + seat * (150 + dice.roll(30)), horizon + row * 130, 30 + row * 8];
      shapes.push(
        `<ellipse cx="${x}" cy="${y + 2.6 * r}" rx="${1.5 * r}" ry="${2.2 * r}" fill="${colour(dice, 30)}"/>`,
      );
      shapes.push(`<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(25 30% ${15 + dice.roll(25)}%)"/>`);
    }
  return shapes;
}

/** A board with sheets of paper pinned to it, one of them with a code to scan. */
function noticeBoard(dice: Dice): string[] {
  const [x, y] = [80 + dice.roll(160), 90 + dice.roll(120)];
  const [w, h] = [700 + dice.roll(250), 480 + dice.roll(160)];
  const shapes = [...room(dice, 700 + dice.roll(120)), rect(x, y, w, h, colour(dice, 30))];
  shapes.push(words(x + 40, y + 60, 44, 'BẢNG TIN CỦA XÓM'));
  for (let at = 0; at < 4 + dice.roll(6); at++) {
    const [px, py] = [x + 30 + dice.roll(w - 220), y + 90 + dice.roll(h - 290)];
    const [pw, ph] = [120 + dice.roll(90), 140 + dice.roll(90)];
    shapes.push(rect(px, py, pw, ph, `hsl(45 30% ${85 + dice.roll(14)}%)`));
    for (let line = 20; line < ph - 20; line += 22)
      shapes.push(rect(px + 14, py + line, dice.roll(pw - 40) + 10, 6, 'hsl(220 10% 45%)'));
  }
  const [qx, qy, cell] = [x + 40 + dice.roll(w - 260), y + h - 200, 16];
  shapes.push(rect(qx - 16, qy - 16, 11 * cell, 11 * cell, '#fff'));
  for (let at = 0; at < 81; at++)
    if (dice.happens(50))
      shapes.push(rect(qx + (at % 9) * cell, qy + Math.floor(at / 9) * cell, cell, cell, '#111'));
  return shapes;
}

/** Somebody's telephone on a table, with a form on it. */
function telephone(dice: Dice): string[] {
  const shapes = [rect(0, 0, WIDTH, HEIGHT, colour(dice, 20 + dice.roll(50)))];
  for (let at = 0; at < 5 + dice.roll(6); at++)
    shapes.push(
      rect(dice.roll(WIDTH), dice.roll(HEIGHT), 90 + dice.roll(420), 60 + dice.roll(320), colour(dice, 30)),
    );
  const [x, y, w, h] = [60 + dice.roll(640), 40 + dice.roll(220), 260 + dice.roll(220), 440 + dice.roll(200)];
  const turned = `rotate(${dice.roll(80) - 40} ${x + w / 2} ${y + h / 2})`;
  const screen = [rect(x, y, w, h, '#181818'), rect(x + 18, y + 40, w - 36, h - 80, '#fdfcf7')];
  screen.push(rect(x + 18, y + 40, w - 36, 60 + dice.roll(90), colour(dice, 30)));
  for (let line = 170; line < h - 80; line += 60) {
    screen.push(rect(x + 40, y + line, dice.roll(w - 180) + 60, 20, 'hsl(150 10% 40%)'));
    if (dice.happens(60)) screen.push(rect(x + w - 80, y + line, 32, 32, 'hsl(150 60% 30%)'));
  }
  return [...shapes, `<g transform="${turned}">${screen.join('')}</g>`];
}

/** The same seed draws the same picture, byte for byte on one machine. */
export async function drawPicture(seed: number): Promise<DemoPicture> {
  const dice = createDice(seed);
  const shapes = dice.pick([meeting, noticeBoard, telephone])(dice).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer();
  return { sha256: hashOf(bytes), bytes, w: WIDTH, h: HEIGHT };
}
