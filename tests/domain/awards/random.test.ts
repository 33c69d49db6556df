import { expect, test } from 'vitest';
import { createDice } from '#server/seed/dice.ts';
import { stateOf } from '#domain/awards/workflow.ts';
import { live } from './life.ts';
import { obeyed, type Obeyed, type Office } from './office.ts';
import { faultOf } from './truths.ts';

const SEED = 20_251_201;
const ACTIONS = 40;
const LIVES = Number(process.env['AWARD_LIVES'] ?? 5000);

/** The first fault within so many lives; null = none. */
function firstFault(lives: number, obeys: Obeyed, look: (office: Office) => void = () => undefined) {
  for (let life = 0; life < lives; life += 1) {
    const office = live(createDice(SEED + life).roll, ACTIONS, { obeys });
    look(office);
    const fault = faultOf(office);
    if (fault !== null) return { life, fault };
  }
  return null;
}

test(`${LIVES} offices at work: nobody approves alone, no step is left out silently, nothing is given twice, sums hold (seed ${SEED})`, () => {
  const seen = { done: 0, refused: 0, given: 0, revoked: 0, archived: 0 };
  const fault = firstFault(LIVES, obeyed, ({ awards, done, refused }) => {
    seen.done += done;
    seen.refused += refused;
    for (const award of awards.values()) {
      const state = stateOf(award);
      if (state === 'revoked') seen.revoked += 1;
      if (state === 'archived') seen.archived += 1;
      if (award.course.some(({ to }) => to === 'decided')) seen.given += 1;
    }
  });
  expect(fault).toBeNull();
  // It was no empty walk: every second office gave something, some to the end of the file, some taken back.
  expect(seen.given).toBeGreaterThan(LIVES / 4);
  expect(seen.archived).toBeGreaterThan(LIVES / 50);
  expect(seen.revoked).toBeGreaterThan(LIVES / 10);
  expect(seen.refused).toBeGreaterThan(LIVES * 10);
}, 300_000);

const deaf =
  (...kinds: string[]): Obeyed['checkMove'] =>
  (before, after, context) => {
    const mistake = obeyed.checkMove(before, after, context);
    return mistake !== null && kinds.includes(mistake.kind) ? null : mistake;
  };
const planted: [string, Partial<Obeyed>, RegExp][] = [
  ['whoever prepared may approve', { approvesOwnWork: () => false }, /approved by who|one person's alone/],
  ['a step left out asks for no reason', { checkMove: deaf('reasonMissing') }, /without a reason/],
  ['what is left out is not said', { checkMove: deaf('skipDiffers') }, /says it left out others/],
  ['a second award for the same is let through', { checkMove: deaf('double') }, /movement| for /],
  [
    'a decision is not waited for',
    { checkMove: deaf('decisionNotApproved', 'decisionMissing', 'letterMissing') },
    /by no decision/,
  ],
  [
    'a total that does not add up is let through',
    {
      checkDecision: (before, after, context) => {
        const mistake = obeyed.checkDecision(before, after, context);
        return mistake?.kind === 'totalDiffers' ? null : mistake;
      },
    },
    /does not add up/,
  ],
];
test.each(planted)('control: %s, and it is found', (_what, fault, words) => {
  expect(firstFault(3000, { ...obeyed, ...fault })?.fault ?? '').toMatch(words);
});
