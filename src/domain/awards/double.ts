/**
 * One achievement, one award (Luật Thi đua, khen thưởng 2022, art. 5: "không khen thưởng nhiều lần, nhiều hình thức cho
 * một thành tích đạt được").
 */
import { searchKey } from '../vietnamese/search-key.ts';
import type { AwardAbove, AwardFacts, Recipient } from './types.ts';
import { stands, stateOf } from './workflow.ts';

/** What stands before a name and is no part of it. */
const courtesies: ReadonlySet<string> = new Set([
  'ho',
  'gia',
  'dinh',
  'ong',
  'ba',
  'anh',
  'chi',
  'dong',
  'co',
  'chau',
]);

/** Words alone: marks, case and punctuation say nothing about what was done. */
const wordsOf = (text: string): string[] =>
  searchKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);

/** A name without "Hộ ông", "Bà" …; one made of such words alone keeps them. */
function nameOf(name: string): string[] {
  const words = wordsOf(name);
  const begins = words.findIndex((word) => !courtesies.has(word));
  // The last words of a short name are a name: "Bà Cô" keeps "co".
  const from = begins === -1 ? words.length - 1 : Math.min(begins, Math.max(words.length - 2, 0));
  return words.slice(from);
}

/** Hamlet, unit and household by their record; a person of one, and whoever is from outside, by the name besides. */
export function isSameRecipient(a: Recipient, b: Recipient): boolean {
  if (a.kind !== b.kind || a.subjectId !== b.subjectId) return false;
  const isNamedByRecord = a.subjectId !== undefined && a.kind !== 'individual';
  return isNamedByRecord || sameWords(nameOf(a.name), nameOf(b.name));
}

export const isSameAchievement = (a: string, b: string): boolean => sameWords(wordsOf(a), wordsOf(b));

export type Double =
  /** Another award of this commune. `track`: both for the movement, which is one achievement. */
  | { kind: 'award'; awardId: string; why: 'track' | 'achievement' }
  /** An authority above has honoured the same. */
  | { kind: 'above'; above: AwardAbove };

type Compared = Pick<
  AwardFacts,
  'id' | 'campaignId' | 'track' | 'recipient' | 'achievement' | 'above' | 'course'
>;

/** What this award would honour a second time; null = nothing. Ended ones do not count. */
export function doubleOf(award: Compared, others: readonly Compared[]): Double | null {
  if (award.above !== undefined) return { kind: 'above', above: award.above };
  for (const other of others) {
    if (other.id === award.id || other.campaignId !== award.campaignId || !stands(stateOf(other))) continue;
    if (!isSameRecipient(award.recipient, other.recipient)) continue;
    if (award.track === 'movement' && other.track === 'movement')
      return { kind: 'award', awardId: other.id, why: 'track' };
    if (isSameAchievement(award.achievement, other.achievement))
      return { kind: 'award', awardId: other.id, why: 'achievement' };
  }
  return null;
}
