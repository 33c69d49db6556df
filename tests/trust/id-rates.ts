/** How often an identity paper is noticed, and how often something else is taken for one. */
import { looksLikeIdCard } from '#domain/id-card/id-card.ts';
import { createDice, type Dice } from '#server/seed/dice.ts';
import { pictureOf, type Pose } from './id-scenes.ts';

export interface Rate {
  name: string;
  noticed: number;
  of: number;
}

/** As people hold a phone over a thing: nearly level, or turned by a quarter, filling much of the picture. */
const anyPose = (dice: Dice): Pose => ({
  across: 45 + dice.roll(40),
  turn: dice.roll(31) - 15 + (dice.happens(15) ? 180 : 0),
  slant: dice.roll(9),
});

export async function ratesOf(
  drawings: Record<string, (dice: Dice) => string>,
  seed: number,
  count: number,
  isCard = false,
): Promise<Rate[]> {
  const rates: Rate[] = [];
  for (const [name, draw] of Object.entries(drawings)) {
    const rate: Rate = { name, noticed: 0, of: count };
    for (let at = 0; at < count; at++) {
      const dice = createDice(seed * 1000 + at * 7919);
      rate.noticed += Number(looksLikeIdCard(await pictureOf(draw(dice), anyPose(dice), dice, isCard)));
    }
    rates.push(rate);
  }
  return rates;
}

export const shareOf = (rates: readonly Rate[]): number =>
  (100 * rates.reduce((sum, { noticed }) => sum + noticed, 0)) /
  Math.max(
    1,
    rates.reduce((sum, { of }) => sum + of, 0),
  );

export const lineOf = ({ name, noticed, of }: Rate): string =>
  `  ${name.padEnd(36)} noticed ${noticed} of ${of}`;
