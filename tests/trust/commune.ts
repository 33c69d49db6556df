/**
 * A commune of ten hamlets for the trust checks: families as they are, forms typed as people type them, claims as heads
 * make them; one head, where asked, adds a quarter to every claim, uses pictures twice and types forms in twenty seconds.
 * The dice give everything.
 */
import type { ClaimBounds } from '#domain/bounds.ts';
import type { CountedClaim } from '#domain/trust/claims.ts';
import type { TypedForm } from '#domain/trust/quick-forms.ts';
import type { AnsweredForm } from '#domain/trust/same-answers.ts';
import type { ShownPicture } from '#domain/trust/shared-photos.ts';
import { createDice, type Dice } from '#server/seed/dice.ts';

export interface Cheats {
  claims: boolean;
  photos: boolean;
  quick: boolean;
  /** Two forms of five are the same one. */
  copies: boolean;
}

export interface TrustHamlet {
  id: string;
  cheats: boolean;
  claims: { claim: CountedClaim; bounds: ClaimBounds }[];
  typed: TypedForm[];
  answered: AnsweredForm[];
  pictures: ShownPicture[];
}

const HAMLETS = 10;
/** Criteria whose figures households know. */
const CRITERIA = 12;
const PICTURES = 18;
const MINUTE = 60_000;
const START = Date.UTC(2025, 9, 1);

const normal = (dice: Dice): number => {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += dice.roll(1_000_000) / 1_000_000;
  return sum - 6;
};
const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A picture nobody else has: its bits are chance. */
const freshPicture = (dice: Dice): Pick<ShownPicture, 'photoId' | 'look'> => {
  const bits = Array.from({ length: 36 * 5 }, () => dice.roll(0x1_0000_0000).toString(16).padStart(8, '0'));
  return { photoId: bits.slice(0, 5).join('').slice(0, 43).padEnd(43, '0'), look: bits.join('') };
};

/** Saved anew: another file, a few bits of difference. */
const savedAnew = (
  dice: Dice,
  { look }: Pick<ShownPicture, 'look'>,
): Pick<ShownPicture, 'photoId' | 'look'> => {
  const flipped = [...look];
  for (let i = 0; i < 3; i++) {
    const at = dice.roll(40);
    flipped[at] = (Number.parseInt(flipped[at] ?? '0', 16) ^ 1).toString(16);
  }
  return { ...freshPicture(dice), look: flipped.join('') };
};

function answersOf(dice: Dice, rates: readonly number[]): boolean[] {
  // Families that have one thing tend to have the next.
  const leaning = 0.18 * normal(dice);
  return rates.map((rate) => dice.roll(1000) < 1000 * within(rate + leaning, 0.02, 0.98));
}

function hamletOf(dice: Dice, id: string, rates: readonly number[], cheats: Cheats | null): TrustHamlet {
  const households = 40 + dice.roll(80);
  const own = rates.map((rate) => within(rate + 0.06 * normal(dice), 0.1, 0.95));
  const families = Array.from({ length: households }, () => answersOf(dice, own));
  const answered = Math.round((households * (62 + dice.roll(34))) / 100);
  const forms = families.slice(0, answered);

  const claims = own.map((_rate, at) => {
    const truth = families.filter((family) => family[at]).length;
    const yes = forms.filter((family) => family[at]).length;
    // A head knows the hamlet to a household or two.
    const honest = within(truth + Math.round(normal(dice)), yes, yes + households - answered);
    const n = cheats?.claims === true ? Math.min(households, Math.round(honest * 1.25)) : honest;
    const claim = { subjectId: id, criterionId: `A${at}`, n, d: households, yes, answered };
    const missing = households - answered;
    const bounds: ClaimBounds = {
      coverage: { forms: answered, households },
      provisional: answered * 100 < households * 70,
      unsent: missing,
      blank: 0,
      notApplicable: 0,
      room: { unit: 'household', most: households, yes, missing, leavable: 0 },
    };
    return { claim, bounds };
  });

  const proxies = forms.slice(0, Math.round((answered * (40 + dice.roll(50))) / 100));
  let at = START + dice.roll(20 * 24 * 60) * MINUTE;
  const typed = proxies.map((_family, form) => {
    const isHurried = cheats?.quick === true && form > 2;
    const honest = dice.happens(20)
      ? 40 * MINUTE
      : Math.round(MINUTE * (1 + within(3 + 1.6 * normal(dice), 0, 20)));
    at += isHurried ? 18_000 + dice.roll(6000) : honest;
    return { id: `${id}-${form}`, by: id, claimedAt: at };
  });
  const pictures = Array.from({ length: PICTURES }, (_picture, n) => ({
    ...freshPicture(dice),
    assessmentId: id,
    criterionId: `A${n % CRITERIA}`,
  }));
  return {
    id,
    cheats: cheats !== null,
    claims,
    typed,
    answered: proxies.map((family, form) => ({
      id: `${id}-${form}`,
      by: id,
      answers: (cheats?.copies === true && form % 5 < 2 ? (proxies[0] ?? family) : family).join(),
    })),
    pictures,
  };
}

export function trustCommune(seed: number, cheats: Cheats | null): TrustHamlet[] {
  const dice = createDice(seed);
  const rates = Array.from({ length: CRITERIA }, () => (35 + dice.roll(45)) / 100);
  const cheat = dice.roll(HAMLETS);
  const hamlets = Array.from({ length: HAMLETS }, (_hamlet, at) =>
    hamletOf(dice, `h${at}`, rates, at === cheat ? cheats : null),
  );
  const [from] = hamlets.filter((hamlet) => !hamlet.cheats);
  const own = hamlets[cheat];
  if (cheats?.photos === true && own !== undefined && from !== undefined)
    own.pictures = own.pictures.map((picture, at) => {
      const other = from.pictures[at];
      return at >= 5 || other === undefined
        ? picture
        : {
            ...picture,
            ...(at % 2 === 0 ? savedAnew(dice, other) : { photoId: other.photoId, look: other.look }),
          };
    });
  return hamlets;
}
