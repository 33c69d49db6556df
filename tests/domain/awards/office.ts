/** What a small office keeps about awards, and the rules it obeys: handed in, so that a fault can be planted. */
import { checkDecision, type DecisionWithSigner } from '#domain/awards/check-decision.ts';
import { checkMove } from '#domain/awards/check-move.ts';
import type { LetterWithNumber, MeetingWithTimes, NoticeWithWords } from '#domain/awards/check-papers.ts';
import { defaultAwardRules } from '#domain/awards/rules.ts';
import type { AwardContext } from '#domain/awards/step-conditions.ts';
import { approvesOwnWork } from '#domain/awards/two-persons.ts';
import type { AwardFacts, FreezeFacts } from '#domain/awards/types.ts';

export const people = ['An', 'Bình', 'Chi'] as const;
export const rules = { ...defaultAwardRules, quotas: { household: 2 } };

/** What the office obeys; a planted fault replaces one of them. */
export const obeyed = { checkMove, checkDecision, approvesOwnWork };
export type Obeyed = typeof obeyed;

export type Decision = DecisionWithSigner & { preparedBy?: string; approvedBy?: string };

/** One thing tried: whose, what, and whether the rules let it. */
export type Tried = {
  by: string;
  entity: 'award' | 'awardNotice' | 'councilMeeting' | 'submissionLetter' | 'awardDecision';
  value: { id: string };
  taken: boolean;
};

/** Where the office sits: its ids, its rankings, and who listens. */
export interface Place {
  campaignId: string;
  newId: () => string;
  freezes: readonly FreezeFacts[];
  tell: (tried: Tried) => void;
}

export interface Office extends Place {
  awards: Map<string, AwardFacts>;
  notices: Map<string, NoticeWithWords>;
  meetings: Map<string, MeetingWithTimes>;
  letters: Map<string, LetterWithNumber>;
  decisions: Map<string, Decision>;
  /** How many writes took effect, and how many did not. */
  done: number;
  refused: number;
}

/** A number below n. */
export type Pick = (below: number) => number;

export const result = (at: number) => ({
  subjectId: `s${at}`,
  rank: Math.max(at, 1),
  normalised: 9000 - at * 100,
});
const freezeOf = (id: string, group: string): FreezeFacts => ({
  id,
  group,
  inputs: [0, 1, 2].map((at) => ({ subjectId: `s${at}`, onTime: true })),
  results: [0, 1, 2].map(result),
});
const freezes = [freezeOf('hamlets', 'hamlet'), freezeOf('families', 'household:x')];

export const TODAY = '2025-12-20';
export const contextOf = (office: Office): AwardContext => ({
  today: TODAY,
  rules,
  others: [...office.awards.values()],
  freezes: office.freezes,
  notices: [...office.notices.values()],
  meetings: [...office.meetings.values()],
  letters: [...office.letters.values()],
  decisions: [...office.decisions.values()],
});

/** In memory, nobody listening. */
export const nowhere = (): Place => {
  let last = 0;
  return { campaignId: 'c', newId: () => `r${++last}`, freezes, tell: () => undefined };
};
