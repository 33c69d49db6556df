/** Households that are in the list no more: moved to another hamlet, away from the commune, or merged into another. */
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';
import type { Household } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';

export const hasEnded = ({ endedAt, mergedInto }: Pick<Household, 'endedAt' | 'mergedInto'>): boolean =>
  endedAt !== undefined || mergedInto !== undefined;

/** `to`: the hamlet's or the other household's name, where this phone knows it. */
export type Leaving =
  | { kind: 'merged'; to: string | undefined }
  | { kind: 'movedTo'; to: string | undefined }
  | { kind: 'left' };

export interface GoneHousehold {
  household: Household;
  leaving: Leaving;
  /** Revision of the row, for a compare-and-set put. */
  rev: number;
  key: string;
}

export interface GoneSources {
  hamletId: string;
  households: readonly StoredRow<'household'>[];
  hamlets: readonly StoredRow<'hamlet'>[];
}

/** In Vietnamese name order. */
export function goneHouseholds({ hamletId, households, hamlets }: GoneSources): GoneHousehold[] {
  const householder = new Map(households.map(({ id, value }) => [id, value.householder]));
  const hamletName = new Map(hamlets.map(({ id, value }) => [id, value.name]));
  const leavingOf = ({ mergedInto, movedTo }: Household): Leaving => {
    if (mergedInto !== undefined) return { kind: 'merged', to: householder.get(mergedInto) };
    return movedTo === undefined ? { kind: 'left' } : { kind: 'movedTo', to: hamletName.get(movedTo) };
  };
  const gone = households
    .filter(({ value }) => value.hamletId === hamletId && hasEnded(value))
    .map(({ value: household, rev }) => ({
      household,
      leaving: leavingOf(household),
      rev,
      key: searchKey(`${household.householder} ${household.code ?? ''}`),
    }));
  return sortedByName(gone, ({ household }) => household.householder);
}

export const foundGone = (gone: readonly GoneHousehold[], query: string): GoneHousehold[] =>
  gone.filter(({ key }) => matches(key, query));

/** In the list again, as it was. */
export function backInList({
  endedAt: _endedAt,
  movedTo: _movedTo,
  mergedInto: _mergedInto,
  ...household
}: Household): Household {
  return household;
}
