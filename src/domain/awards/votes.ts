/** Votes of the council and of a hamlet's meeting (`domain.md` §3.3): who must be there, and when a name has passed. */
import { divideHalfUp } from '../rounding.ts';
import type { MeetingFacts, RulesOfAwards, Votes } from './types.ts';

export type Quorum = { members: number; present: number; needed: number; isMet: boolean };

/** A share in parts of a thousand, rounded half up: two of three are 667, as the rule writes two thirds. */
const shareOf = (part: number, whole: number): number => divideHalfUp(part * 1000, whole);

/** How many members are there, how many must be (at least `quorum` of all), and whether they are. */
export function quorumOf(
  { members: all }: Pick<MeetingFacts, 'members'>,
  { quorum }: Pick<RulesOfAwards, 'quorum'>,
): Quorum {
  const members = all.length;
  const present = all.filter((member) => member.present).length;
  let needed = members === 0 ? 1 : 0;
  while (needed < members && shareOf(needed, members) < quorum) needed += 1;
  // Of a council nobody came to nothing is decided, whatever the rule.
  needed = Math.max(needed, 1);
  return { members, present, needed, isMet: present >= needed };
}

export const votesCast = ({ agree, disagree, abstain }: Votes): number => agree + disagree + abstain;

/** More than `passRate` of those present agree; a count of more votes than people present passes nothing. */
export const isPassed = (
  votes: Votes,
  present: number,
  { passRate }: Pick<RulesOfAwards, 'passRate'>,
): boolean => votesCast(votes) <= present && votes.agree * 1000 > passRate * present;
