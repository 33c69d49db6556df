/** How surely a reused picture is found again, transform by transform. */
import sharp from 'sharp';
import { LOOK_EDGE, lookOf, NEAR, readLook, unlikeness, type Look } from '#domain/trust/photo-look.ts';
import { createDice, type Dice } from '#server/seed/dice.ts';
import type { Scene } from './scenes.ts';

export interface Found {
  transform: string;
  /** Per cent of the pictures found again. */
  recall: number;
  /** Per cent of the pictures taken for another one. */
  wrong: number;
}

const cut = async ({ bytes, w, h }: Scene, [left, top, right, bottom]: readonly number[], quality: number) =>
  sharp(bytes)
    .extract({
      left: Math.round(w * (left ?? 0)),
      top: Math.round(h * (top ?? 0)),
      width: Math.floor(w * (1 - (left ?? 0) - (right ?? 0))),
      height: Math.floor(h * (1 - (top ?? 0) - (bottom ?? 0))),
    })
    .jpeg({ quality })
    .toBuffer();

/** At most ten hundredths of each edge, from either side. */
const anyCut = (dice: Dice): number[] => {
  const edge = (): [number, number] => {
    const all = dice.roll(11) / 100;
    const first = (all * dice.roll(101)) / 100;
    return [first, all - first];
  };
  const [left, right] = edge();
  const [top, bottom] = edge();
  return [left, top, right, bottom];
};

const transforms: Record<string, (scene: Scene, dice: Dice) => Promise<Buffer>> = {
  'saved anew at 30': ({ bytes }) => sharp(bytes).jpeg({ quality: 30 }).toBuffer(),
  'saved as WebP': ({ bytes }) => sharp(bytes).webp({ quality: 50 }).toBuffer(),
  'half as large': ({ bytes, w }) =>
    sharp(bytes)
      .resize(Math.round(w / 2))
      .jpeg({ quality: 70 })
      .toBuffer(),
  'a third as large': ({ bytes, w }) =>
    sharp(bytes)
      .resize(Math.round(w / 3))
      .jpeg({ quality: 60 })
      .toBuffer(),
  'ten per cent off one side': (scene) => cut(scene, [0.1, 0, 0, 0], 75),
  'five per cent off all sides': (scene) => cut(scene, [0.05, 0.05, 0.05, 0.05], 75),
  'up to ten per cent off, anyhow': (scene, dice) => cut(scene, anyCut(dice), 60),
};

async function lookAt(bytes: Buffer): Promise<Look | null> {
  const grey = await sharp(bytes).resize(LOOK_EDGE, LOOK_EDGE, { fit: 'fill' }).greyscale().raw().toBuffer();
  return readLook(lookOf(grey));
}

/** Pictures that are alike from the start are each other's match in every transform: they are named apart. */
export async function findAgain(
  scenes: readonly Scene[],
  seed: number,
): Promise<{ found: Found[]; alike: [string, string][] }> {
  const dice = createDice(seed);
  const looks: { scene: Scene; look: Look }[] = [];
  for (const scene of scenes) {
    const look = await lookAt(scene.bytes);
    if (look !== null) looks.push({ scene, look });
  }
  const alike = looks.flatMap(({ scene, look }, at) =>
    looks
      .slice(at + 1)
      .flatMap((other): [string, string][] =>
        unlikeness(look, other.look) <= NEAR ? [[scene.name, other.scene.name]] : [],
      ),
  );
  const twins = new Set(alike.flat());
  const found: Found[] = [];
  for (const [transform, change] of Object.entries(transforms)) {
    let [again, wrong] = [0, 0];
    for (const { scene, look } of looks) {
      const changed = await lookAt(await change(scene, dice));
      if (changed === null) continue;
      again += Number(unlikeness(look, changed) <= NEAR);
      wrong += Number(
        looks.some(
          (other) =>
            other.scene !== scene && !twins.has(other.scene.name) && unlikeness(other.look, changed) <= NEAR,
        ),
      );
    }
    const share = (count: number): number => (100 * count) / Math.max(1, looks.length);
    found.push({ transform, recall: share(again), wrong: share(wrong) });
  }
  return { found, alike };
}
