/**
 * Forms typed for families faster than they can be read aloud. Times are the phones' own claims (`claimedAt`), compared
 * only with others of the same person: a clock that is wrong is wrong for all of them. It informs; a head who typed from
 * notes on paper has a good answer.
 */
export interface TypedForm {
  id: string;
  /** Who typed it, in which hamlet: one sitting is one person's. */
  by: string;
  /** When it was sealed, by the phone's clock, ms. */
  claimedAt: number;
}

export interface QuickTyping {
  by: string;
  /** Ids of forms sealed less than {@link QUICK_MS} after the one before, in order of time. */
  quick: string[];
  /** All forms this person typed. */
  forms: number;
  /** Middle of the gaps within sittings, ms. */
  medianMs: number;
}

/** Fifteen questions read aloud and answered take minutes; from notes, about one. */
export const QUICK_MS = 40_000;
/** A longer pause is the way to the next house, or the next evening. */
const SITTING_MS = 20 * 60_000;
const FEWEST_QUICK = 5;
/** Of the gaps within sittings, in hundredths. */
const SHARE = 30;

const gapsOf = (times: readonly TypedForm[]): { id: string; ms: number }[] =>
  times.flatMap(({ id, claimedAt }, at) => {
    const before = times[at - 1];
    const ms = before === undefined ? SITTING_MS : claimedAt - before.claimedAt;
    return ms < SITTING_MS ? [{ id, ms }] : [];
  });

/** People whose forms came too quickly one after another, most of them first. */
export function quickTyping(forms: readonly TypedForm[]): QuickTyping[] {
  const byPerson = new Map<string, TypedForm[]>();
  for (const form of forms) {
    const own = byPerson.get(form.by) ?? [];
    own.push(form);
    byPerson.set(form.by, own);
  }
  return [...byPerson]
    .flatMap(([by, own]): QuickTyping[] => {
      const gaps = gapsOf([...own].sort((a, b) => a.claimedAt - b.claimedAt || (a.id < b.id ? -1 : 1)));
      const quick = gaps.filter(({ ms }) => ms < QUICK_MS).map(({ id }) => id);
      if (quick.length < FEWEST_QUICK || quick.length * 100 < gaps.length * SHARE) return [];
      const sorted = gaps.map(({ ms }) => ms).sort((a, b) => a - b);
      return [{ by, quick, forms: own.length, medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0 }];
    })
    .sort((a, b) => b.quick.length - a.quick.length || (a.by < b.by ? -1 : 1));
}
