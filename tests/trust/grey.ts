/** The grey pixels a look is made of, drawn without decoding anything: thousands in a few seconds. */
import { LOOK_EDGE } from '#domain/trust/photo-look.ts';
import type { Dice } from '#server/seed/dice.ts';

/** Blocks of all sizes over a plain ground. @returns {@link LOOK_EDGE}² bytes, row by row */
export function drawnGrey(dice: Dice): Uint8Array {
  const grey = new Uint8Array(LOOK_EDGE * LOOK_EDGE).fill(dice.roll(256));
  for (let block = 0; block < 14; block++) {
    const [x, y] = [dice.roll(LOOK_EDGE), dice.roll(LOOK_EDGE)];
    const [right, bottom] = [4 + dice.roll(40) + x, 4 + dice.roll(40) + y].map((end) =>
      Math.min(LOOK_EDGE, end),
    );
    const level = dice.roll(256);
    for (let row = y; row < (bottom ?? 0); row++)
      grey.fill(level, row * LOOK_EDGE + x, row * LOOK_EDGE + (right ?? 0));
  }
  return grey;
}
