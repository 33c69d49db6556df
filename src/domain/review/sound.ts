/**
 * Which families' forms may be verified many at a time, by rule: nobody grades 1.800 forms one by one, and nothing that
 * asks for a person's eyes is passed over their heads. The first reason found keeps a form out. Pure.
 */
import { criteriaOf } from '../criteria-set.ts';
import type { Answers } from '../answers.ts';
import type { CriteriaSet } from '../criteria.ts';
import { scoreCriterion } from '../score-criterion.ts';

/** In the order in which they are looked for: what decides by itself first. */
export const leftReasons = [
  'verified',
  'away',
  'begun',
  'waits',
  'setAside',
  'asks',
  'differs',
  'outside',
  'flagged',
] as const;
/**
 * `verified` already; `away`: its subject has the turn; `begun`: somebody is scoring it; `waits`: a step of this machine
 * is on its way; `setAside`: a step or points of this machine had no effect, or two officers differ; `asks`: the family
 * objects or asks something; `differs`: what was typed for the family is not what it says itself; `outside`: an answer
 * or a claimed score the rules do not allow; `flagged`: a check names it.
 */
export type LeftReason = (typeof leftReasons)[number];

export interface SoundFacts {
  stage: 'received' | 'begun' | 'verified' | 'away';
  isWaiting: boolean;
  isSetAside: boolean;
  /** Objections and requests of the family without an answer, and objections that were upheld. */
  isAsked: boolean;
  /** What stands beside it through the other channel differs. */
  differs: boolean;
  isOutside: boolean;
  isFlagged: boolean;
}

/** An answer the set cannot score, or a claimed total that is not what the answers come to (hundredths). */
export const isOutside = (
  set: CriteriaSet,
  answers: Answers,
  claimed: { selfScore: number; serverScore: number },
): boolean =>
  claimed.selfScore !== claimed.serverScore ||
  criteriaOf(set).some((criterion) => scoreCriterion(criterion, answers).status === 'invalid');

/** Why a form is left to be looked at by itself; null = sound. */
export function leftBecause(facts: SoundFacts): LeftReason | null {
  const found: Record<LeftReason, boolean> = {
    verified: facts.stage === 'verified',
    away: facts.stage === 'away',
    begun: facts.stage === 'begun',
    waits: facts.isWaiting,
    setAside: facts.isSetAside,
    asks: facts.isAsked,
    differs: facts.differs,
    outside: facts.isOutside,
    flagged: facts.isFlagged,
  };
  return leftReasons.find((reason) => found[reason]) ?? null;
}
