/**
 * Ranking by the book and nothing clever: every outcome of every open sheet is written out, each field of outcomes is
 * ranked by counting who stands before whom, and the ranks that came up are collected.
 */
import type { Contender } from '#domain/ranking/key.ts';

/** One outcome of one sheet, with the words of `domain.md` §2.0 as its members. */
export type Outcome = { subjectId: string; score: number; ratio: number; growth: number; inTime: boolean };

/** Half-up by long division in BigInt: another way than the product's. */
const percentage = (earned: number, max: number): number => {
  if (max === 0) return 0;
  const [whole, rest] = [BigInt(earned * 10_000) / BigInt(max), BigInt(earned * 10_000) % BigInt(max)];
  return Number(2n * rest >= BigInt(max) ? whole + 1n : whole);
};

export const outcomesOf = ({ subjectId, reach, prior, onTime }: Contender): Outcome[] => {
  const outcomes: Outcome[] = [];
  for (let ratio = reach.ratio.min; ratio <= reach.ratio.max; ratio++)
    for (let other = reach.other.min; other <= reach.other.max; other++) {
      const score = percentage(ratio + other, reach.applicableMax);
      const growth = prior === null ? 0 : score - prior;
      outcomes.push({ subjectId, score, ratio, growth, inTime: onTime });
    }
  return outcomes;
};

const isBefore = (a: Outcome, b: Outcome): boolean => {
  if (a.score !== b.score) return a.score > b.score;
  if (a.ratio !== b.ratio) return a.ratio > b.ratio;
  if (a.growth !== b.growth) return a.growth > b.growth;
  return a.inTime && !b.inTime;
};

/** `sure`: the subjects of which nothing is open; the council's word holds for exactly them and while they alone are equal. */
export const ranksByTheBook = (
  field: readonly Outcome[],
  placings: readonly (readonly string[])[],
  sure: ReadonlySet<string>,
): Map<string, number> => {
  const ranks = new Map<string, number>();
  for (const one of field) {
    const equals = field.filter((other) => !isBefore(one, other) && !isBefore(other, one));
    const names = equals.map(({ subjectId }) => subjectId).sort();
    const placed = names.every((name) => sure.has(name))
      ? placings.find((order) => [...order].sort().join() === names.join())
      : undefined;
    const before = field.filter((other) => isBefore(other, one)).length;
    ranks.set(one.subjectId, 1 + before + (placed ? placed.indexOf(one.subjectId) : 0));
  }
  return ranks;
};

/** Every field of outcomes there is. */
function* fields(choices: readonly Outcome[][]): Generator<Outcome[]> {
  const [first, ...rest] = choices;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const tail of fields(rest)) for (const outcome of first) yield [outcome, ...tail];
}

export const possibleByTheBook = (
  contenders: readonly Contender[],
  placings: readonly (readonly string[])[],
): Map<string, number[]> => {
  const choices = contenders.map(outcomesOf);
  const isOneKey = (outcomes: readonly Outcome[]): boolean =>
    outcomes.every((other) => other.score === outcomes[0]?.score && other.ratio === outcomes[0].ratio);
  const sure = new Set(
    contenders.filter((_, at) => isOneKey(choices[at] ?? [])).map(({ subjectId }) => subjectId),
  );
  const seen = new Map(contenders.map(({ subjectId }) => [subjectId, new Set<number>()]));
  for (const field of fields(choices))
    for (const [subjectId, rank] of ranksByTheBook(field, placings, sure)) seen.get(subjectId)?.add(rank);
  return new Map([...seen].map(([subjectId, ranks]) => [subjectId, [...ranks].sort((a, b) => a - b)]));
};
