/** Random groups with the corners that matter: few distinct scores, so that ties of every depth happen, and placings. */
import type { Contender } from '#domain/ranking/key.ts';

/** Mulberry32: the same numbers from the same seed. */
export const dice = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  return {
    upTo,
    one: <T>(items: readonly [T, ...T[]]): T => items[upTo(items.length - 1)] ?? items[0],
    shuffled: <T>(items: readonly T[]): T[] =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
};
export type Dice = ReturnType<typeof dice>;

/** `width`: how many hundredths a span may be open; 0 = everything is sure. */
const contender = ({ upTo, one }: Dice, subjectId: string, width: number): Contender => {
  const applicableMax = one([0, 3, 7, 9, 9600, 10_000, 10_000, 13_333, 25_000]);
  const [ratio, other] = [one([0, 1, 2, 3]), one([0, 1, 2, 3])];
  const open = (): number => (upTo(2) === 0 ? upTo(width) : 0);
  return {
    subjectId,
    reach: {
      applicableMax,
      ratio: { min: ratio, max: ratio + open() },
      other: { min: other, max: other + open() },
    },
    prior: one([null, null, 0, 1, 2]),
    onTime: upTo(3) > 0,
  };
};

export type RandomGroup = { contenders: Contender[]; placings: string[][] };

export const randomGroup = (random: Dice, size: number, width: number): RandomGroup => {
  const ids = Array.from({ length: size }, (_, at) => `s${at}`);
  const contenders = ids.map((id) => contender(random, id, width));
  const placings = Array.from({ length: random.upTo(3) }, () =>
    random.shuffled(ids).slice(0, 2 + random.upTo(Math.max(0, size - 2))),
  );
  return { contenders, placings: placings.filter(({ length }) => length > 1) };
};
