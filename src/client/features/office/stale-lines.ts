/** What this machine wrote of a record after another machine had: own words beside the commune's, as far as they differ. Pure. */
import type { StaleRecord } from '#client/subject/stale-records.ts';

/** A record as people read it: label and text, in the order shown; every part by which two versions may differ. */
export type Facts = readonly (readonly [label: string, text: string])[];

/** Refused because another machine had written the record first, with what stands now; absent: it was taken out. */
export interface StaleLine<Value> extends StaleRecord<Value> {
  row: { rev: number; value: Value } | undefined;
}

export interface Difference {
  label: string;
  /** Empty: nothing stands there. */
  ours: string;
  theirs: string;
}

/** In the order of the first; what only the second names comes last. */
export function differencesIn(ours: Facts, theirs: Facts): Difference[] {
  const [a, b] = [new Map(ours), new Map(theirs)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((label) => ({ label, ours: a.get(label) ?? '', theirs: b.get(label) ?? '' }))
    .filter((each) => each.ours !== each.theirs);
}

/** Without those where what was wanted here stands already: there is nothing to choose. */
export function staleLines<Value>(
  stale: readonly StaleRecord<Value>[],
  rows: readonly { id: string; rev: number; value: Value }[],
  factsOf: (value: Value) => Facts,
): StaleLine<Value>[] {
  return stale.flatMap((each) => {
    const row = rows.find(({ id }) => id === each.id);
    if (each.own === null) return row === undefined ? [] : [{ ...each, row }];
    const isSame = row !== undefined && differencesIn(factsOf(each.own), factsOf(row.value)).length === 0;
    return isSame ? [] : [{ ...each, row }];
  });
}
