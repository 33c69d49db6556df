/** Where in the form one is; kept in the address, so that the phone's back button walks through it. */
import type { CriteriaSet } from '#domain/criteria.ts';

export type Place =
  | { kind: 'groups' }
  | { kind: 'group'; code: string; criterionId?: string }
  | { kind: 'review' };

const GROUP = 'nhom';
const CRITERION = 'muc';
const REVIEW = 'xem-lai';

/** Reads a query string; a group the set does not have is the list of groups. */
export function readPlace(search: string, set: CriteriaSet): Place {
  const query = new URLSearchParams(search);
  if (query.has(REVIEW)) return { kind: 'review' };
  const group = set.groups.find(({ code }) => code === query.get(GROUP));
  if (!group) return { kind: 'groups' };
  const criterionId = query.get(CRITERION);
  return { kind: 'group', code: group.code, ...(criterionId !== null && { criterionId }) };
}

/** The query string of a place, with its question mark; '' for the list of groups. */
export function writePlace(place: Place): string {
  if (place.kind === 'groups') return '';
  if (place.kind === 'review') return `?${REVIEW}`;
  const query = new URLSearchParams({ [GROUP]: place.code });
  if (place.criterionId !== undefined) query.set(CRITERION, place.criterionId);
  return `?${query.toString()}`;
}

/** The group a criterion is in, as a place. */
export function placeOf(set: CriteriaSet, criterionId: string): Place {
  const isHere = ({ criteria }: CriteriaSet['groups'][number]): boolean =>
    criteria.some(({ id, sharedQuestion }) => id === criterionId || sharedQuestion === criterionId);
  const group = set.groups.find(isHere);
  return group ? { kind: 'group', code: group.code, criterionId } : { kind: 'groups' };
}
