import { expect, test } from 'vitest';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { isOutside, leftBecause, leftReasons, type SoundFacts } from '#domain/review/sound.ts';
import { score } from '#domain/score.ts';

const sound: SoundFacts = {
  stage: 'received',
  isWaiting: false,
  isSetAside: false,
  isAsked: false,
  differs: false,
  isOutside: false,
  isFlagged: false,
};

test('a form that lies received and has nothing to look at is sound; each single fact leaves it, by its own name', () => {
  expect(leftBecause(sound)).toBeNull();
  const facts: [Partial<SoundFacts>, (typeof leftReasons)[number]][] = [
    [{ stage: 'verified' }, 'verified'],
    [{ stage: 'away' }, 'away'],
    [{ stage: 'begun' }, 'begun'],
    [{ isWaiting: true }, 'waits'],
    [{ isSetAside: true }, 'setAside'],
    [{ isAsked: true }, 'asks'],
    [{ differs: true }, 'differs'],
    [{ isOutside: true }, 'outside'],
    [{ isFlagged: true }, 'flagged'],
  ];
  expect(facts.map(([, reason]) => reason)).toEqual([...leftReasons]);
  for (const [fact, reason] of facts) expect(leftBecause({ ...sound, ...fact })).toBe(reason);
  expect(leftBecause({ ...sound, stage: 'begun', isFlagged: true })).toBe('begun');
});

test('an answer the set cannot score, or a claim that is not what the answers come to, is outside', () => {
  const set = defaultHouseholdSet();
  const answers = { householdPeople14: 4, 'B1.1': true, 'B2.1': { n: 3 } };
  const { normalised } = score(set, answers);
  const claimed = { selfScore: normalised, serverScore: normalised };
  expect(isOutside(set, answers, claimed)).toBe(false);
  expect(isOutside(set, answers, { ...claimed, selfScore: normalised + 1 })).toBe(true);
  // Five of four people.
  expect(isOutside(set, { ...answers, 'B2.1': { n: 5 } }, claimed)).toBe(true);
});
