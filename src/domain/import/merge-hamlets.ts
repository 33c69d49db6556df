/**
 * Two hamlets become one (sáp nhập xóm): the families of the first live in the second from a day on, the first ends and
 * says into which, and the numbers of both are added up where both are known. Pure.
 */
import type { HamletValue, HouseholdValue, ImportRecord, Stored } from './known.ts';

export interface HamletMerger {
  from: Stored<HamletValue>;
  to: Stored<HamletValue>;
  /** Of the whole commune. */
  households: readonly Stored<HouseholdValue>[];
  /** Of the hamlet that goes on; '' = as it was. */
  newName: string;
  /** `YYYY-MM-DD`. */
  day: string;
  why: string;
  /** What the added-up count names as its source. */
  source: string;
}

/** Of two counts that are both known. */
const sumOf = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;

export interface MergerCounts {
  /** Families that move. */
  moved: number;
  households: number | undefined;
  people14plus: number | undefined;
}

const movingOf = ({
  from,
  households,
}: Pick<HamletMerger, 'from' | 'households'>): Stored<HouseholdValue>[] =>
  households.filter(
    ({ value }) =>
      value.hamletId === from.id && value.endedAt === undefined && value.mergedInto === undefined,
  );

export const mergerCounts = (merger: Pick<HamletMerger, 'from' | 'to' | 'households'>): MergerCounts => ({
  moved: movingOf(merger).length,
  households: sumOf(merger.from.value.households, merger.to.value.households),
  people14plus: sumOf(merger.from.value.people14plus, merger.to.value.people14plus),
});

/** What stays unknown after it is left out rather than guessed: half a denominator is none. */
export function mergeHamlets(merger: HamletMerger, newId: () => string): ImportRecord[] {
  const { from, to, newName, day, why, source } = merger;
  const { households, people14plus } = mergerCounts(merger);
  const { households: _households, people14plus: _people, ...kept } = to.value;
  const joined: HamletValue = {
    ...kept,
    ...(newName === '' ? {} : { name: newName }),
    ...(households === undefined ? {} : { households }),
    ...(people14plus === undefined ? {} : { people14plus }),
  };
  const ended: HamletValue = { ...from.value, validTo: day, mergedInto: to.id, endedBecause: why };
  const moves = movingOf(merger).map(({ id, rev, value }): ImportRecord => {
    const { movedTo: _movedTo, ...family } = value;
    return { entity: 'household', id, value: { ...family, hamletId: to.id }, baseRev: rev };
  });
  const countId = newId();
  const count: ImportRecord[] =
    households === undefined
      ? []
      : [
          {
            entity: 'populationCount',
            id: countId,
            value: {
              id: countId,
              hamletId: to.id,
              households,
              ...(people14plus === undefined ? {} : { people14plus }),
              source,
              date: day,
            },
            baseRev: 0,
          },
        ];
  return [
    { entity: 'hamlet', id: to.id, value: joined, baseRev: to.rev },
    ...moves,
    { entity: 'hamlet', id: from.id, value: ended, baseRev: from.rev },
    ...count,
  ];
}
