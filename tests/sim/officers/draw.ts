/** One interleaving drawn from its number: who does what on what they last saw, and whose machine meets the network when. */
import { assessmentStates, type AssessmentState } from '#protocol/operation.ts';
import type { Dice } from '../dice.ts';
import type { Fate } from '../line.ts';
import { officers, people, type Person } from './stage.ts';

export type Step =
  | { do: 'sync'; who: Person; fate: Fate }
  | {
      do: 'score';
      who: Person;
      /** Which of the form's questions. */
      question: number;
      points: number;
      reasonCode: string;
      /** The versions before one's eyes were those of an earlier look. */
      blind: boolean;
      /** Of the sending before the last one this machine knows. */
      earlier: boolean;
    }
  /** All questions; `thenVerify`: and decides. */
  | { do: 'grade'; who: Person; points: number; thenVerify: boolean }
  /** `to`: null = one of the moves the screen offers. */
  | { do: 'move'; who: Person; to: AssessmentState | null; choice: number; words: boolean }
  | { do: 'comment'; who: Person }
  | { do: 'write'; who: 'An'; question: number; value: number }
  | { do: 'submit'; who: 'An' };

const codes = ['evidence', 'evidence', 'evidence', 'adjusted', 'takenBack', 'notApplicable'] as const;
const fates: readonly [Fate, ...Fate[]] = [
  'fine',
  'fine',
  'fine',
  'fine',
  'fine',
  'loseReply',
  'loseRequest',
  'twice',
];

const wordless: Record<AssessmentState, boolean> = {
  draft: false,
  received: true,
  underReview: false,
  returned: false,
  withdrawn: true,
  verified: true,
  final: true,
};

function byOfficer(dice: Dice, who: Person): Step {
  const roll = dice.roll();
  if (roll < 0.4)
    return {
      do: 'score',
      who,
      question: dice.below(2),
      points: dice.below(4) * 50,
      reasonCode: dice.pick(codes),
      blind: dice.happens(0.25),
      earlier: dice.happens(0.15),
    };
  if (roll < 0.6) return { do: 'grade', who, points: dice.below(3) * 50, thenVerify: dice.happens(0.6) };
  if (roll < 0.93) {
    const to = dice.happens(0.2) ? (assessmentStates[dice.below(assessmentStates.length)] ?? null) : null;
    const words = to === null || !wordless[to] ? dice.happens(0.95) : dice.happens(0.5);
    return { do: 'move', who, to, choice: dice.below(8), words };
  }
  return { do: 'comment', who };
}

function byHead(dice: Dice): Step {
  const roll = dice.roll();
  if (roll < 0.25) return { do: 'write', who: 'An', question: dice.below(2), value: dice.below(40) };
  if (roll < 0.65) return { do: 'submit', who: 'An' };
  if (roll < 0.9) return { do: 'move', who: 'An', to: 'withdrawn', choice: 0, words: false };
  return { do: 'comment', who: 'An' };
}

/** Begins with a form that was sent and that both officers know, or there would be nothing to differ about. */
export function drawSteps(dice: Dice): Step[] {
  const steps: Step[] = [
    { do: 'submit', who: 'An' },
    ...(['An', 'Hoa', 'Lan'] as const).map((who): Step => ({ do: 'sync', who, fate: 'fine' })),
  ];
  const length = 10 + dice.below(14);
  for (let step = 0; step < length; step++) {
    if (dice.happens(0.42)) steps.push({ do: 'sync', who: dice.pick(people), fate: dice.pick(fates) });
    else steps.push(dice.happens(0.8) ? byOfficer(dice, dice.pick(officers)) : byHead(dice));
  }
  return steps;
}
