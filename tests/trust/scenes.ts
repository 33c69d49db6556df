/** Pictures for the search of reused photos: scenes drawn from a seed, and photographs of the system where there are any. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { createDice, type Dice } from '#server/seed/dice.ts';

export interface Scene {
  name: string;
  bytes: Buffer;
  w: number;
  h: number;
}

const colour = (dice: Dice): string => `hsl(${dice.roll(360)} ${20 + dice.roll(60)}% ${20 + dice.roll(60)}%)`;

/** A meeting hall of sorts: sky or wall, ground, tables, people, a banner. */
function drawn(dice: Dice): string {
  const shapes: string[] = [];
  const horizon = 300 + dice.roll(400);
  shapes.push(`<rect width="1600" height="${horizon}" fill="${colour(dice)}"/>`);
  shapes.push(`<rect y="${horizon}" width="1600" height="${1200 - horizon}" fill="${colour(dice)}"/>`);
  for (let i = 0; i < 4 + dice.roll(6); i++)
    shapes.push(
      `<rect x="${dice.roll(1500)}" y="${dice.roll(900)}" width="${60 + dice.roll(500)}" height="${40 + dice.roll(350)}" fill="${colour(dice)}"/>`,
    );
  for (let i = 0; i < 3 + dice.roll(9); i++) {
    const [x, y, r] = [dice.roll(1600), 400 + dice.roll(600), 20 + dice.roll(60)];
    const body = colour(dice);
    shapes.push(`<ellipse cx="${x}" cy="${y + 3 * r}" rx="${r * 1.4}" ry="${r * 2.4}" fill="${body}"/>`);
    shapes.push(`<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(28 45% ${35 + dice.roll(40)}%)"/>`);
  }
  const banner = `Hội nghị xóm ${1 + dice.roll(40)}`;
  shapes.push(
    `<rect x="${dice.roll(500)}" y="${dice.roll(150)}" width="${500 + dice.roll(500)}" height="120" fill="${colour(dice)}"/>`,
    `<text x="${100 + dice.roll(500)}" y="${90 + dice.roll(150)}" font-size="72" fill="#fff">${banner}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">${shapes.join('')}</svg>`;
}

const asPhone = async (name: string, source: Buffer | string): Promise<Scene> => {
  const { data, info } = await sharp(source, { limitInputPixels: false })
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { name, bytes: data, w: info.width, h: info.height };
};

export async function drawScenes(seed: number, count: number): Promise<Scene[]> {
  const scenes: Scene[] = [];
  for (let at = 0; at < count; at++)
    scenes.push(await asPhone(`scene ${at}`, Buffer.from(drawn(createDice(seed + at)))));
  return scenes;
}

/** One of each photograph below these folders; none where the system has none. */
export async function photographs(folders: readonly string[]): Promise<Scene[]> {
  const scenes: Scene[] = [];
  const seen = new Set<string>();
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || !/\.(jpe?g|webp)$/.test(entry.name) || entry.name.startsWith('screenshot'))
        continue;
      // The same motif comes in many sizes, each a file of its own folder.
      const motif =
        entry.parentPath.replace(/\/contents.*$/, '') + entry.name.replace(/[-_]?\d+x\d+|\.\w+$/g, '');
      const name = /\d+x\d+/.test(entry.name) ? motif.replace(entry.name, '') : motif;
      if (seen.has(name)) continue;
      seen.add(name);
      scenes.push(await asPhone(entry.name, join(entry.parentPath, entry.name)));
    }
  }
  return scenes;
}
