/**
 * "Có căn cứ": how many of a claim's points the commune can already see a ground for, by rule alone (`domain.md` §2.0
 * three parallel scores; §2.1 columns "Minh chứng" and "Nguồn từ phiếu hộ"). It informs; the officer scores. Exact
 * integers in hundredths, never above the claim.
 */
import { answerUnder, isTextAnswer, type GivenAnswers } from '../answer-shape.ts';
import type { ClaimBounds } from '../bounds.ts';
import type { evidenceKinds } from '../criteria-set.ts';
import type { Criterion } from '../criteria.ts';
import { denominators } from '../judge-claim.ts';
import { ratioPoints, scoreCriterion, type CriterionScore } from '../score-criterion.ts';

export type EvidenceKind = (typeof evidenceKinds)[number];

/** What lies under one criterion. Counts of things kept by the commune; a photo it refused is not one. */
export type EvidenceHeld = {
  photos: number;
  documents: number;
  links: number;
  /** An authority, or a visit on the spot, bore the claim out. */
  confirmed?: boolean;
  /** The narrative report speaks of it; a text answer's own words count by themselves. */
  statement?: boolean;
};

export type SupportFacts = {
  /** The snapshot the claim stands in. */
  answers: GivenAnswers;
  evidence?: EvidenceHeld | undefined;
  /** What the households' forms allow (`bounds.ts`), for rolled-up ratios; absent where nothing can be counted. */
  bounds?: ClaimBounds | undefined;
  /** What the log of activities comes to, caps applied (`activity-counts.ts`). */
  loggedCount?: number | undefined;
  /** A figure an authority gave. */
  official?: { n: number; d: number } | undefined;
  /** For what the software itself knows: the form came in time. */
  onTime?: boolean | undefined;
};

/** Why the supported points are what they are, as figures; a messages file puts them into words. */
export type SupportWhy =
  | { kind: 'notApplicable'; reason: string }
  /** Nothing was claimed, or what was claimed cannot stand. */
  | { kind: 'noClaim' }
  /** `n` households (or people) are known to have it, of `d`; forms from `coverage`. */
  | {
      kind: 'knownYes';
      unit: 'household' | 'people';
      n: number;
      d: number;
      coverage: { forms: number; households: number };
    }
  /** Counted from households' forms, and nothing can be counted: no number of households, or more forms than those. */
  | { kind: 'notCountable' }
  | { kind: 'official'; n: number; d: number }
  | { kind: 'log'; logged: number; claimed: number; unit: string }
  /** Kinds the criterion asks for that are there. */
  | { kind: 'evidence'; held: EvidenceKind[]; photos: number; documents: number; links: number }
  | { kind: 'lacksEvidence'; asked: EvidenceKind[] }
  /** The criterion asks for none. */
  | { kind: 'noneAsked' }
  | { kind: 'onTime' | 'late' };

export type SupportedScore = {
  id: string;
  code: string;
  status: CriterionScore['status'];
  /** Supported hundredths; at most `claimed`. */
  points: number;
  claimed: number;
  maxPoints: number;
  /** The grounds alone would carry more than was claimed. */
  capped: boolean;
  why: SupportWhy;
};

type Ground = { points: number; why: SupportWhy };

const share = (criterion: Extract<Criterion, { type: 'ratio' }>, n: number, d: number): number =>
  d === 0 ? 0 : ratioPoints(criterion.maxPoints, Math.min(n, d), d, criterion.targetPercent);

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** Known yes over the claimed denominator, or over the nearest one that completions of the missing answers have. */
const knownYes = (
  criterion: Extract<Criterion, { type: 'ratio' }>,
  bounds: ClaimBounds,
  claimedD: number,
): Ground => {
  const { min, max } = denominators(bounds);
  const { unit, yes: n } = bounds.room;
  const d = clamp(claimedD, min, max);
  return { points: share(criterion, n, d), why: { kind: 'knownYes', unit, n, d, coverage: bounds.coverage } };
};

const ofRatio = (
  criterion: Extract<Criterion, { type: 'ratio' }>,
  claim: CriterionScore,
  { official, bounds }: SupportFacts,
): Ground | null => {
  if (official) {
    const { n, d } = official;
    return { points: share(criterion, n, d), why: { kind: 'official', n, d } };
  }
  if (criterion.rollup === undefined) return null;
  if (bounds === undefined || claim.why.kind !== 'ratio') return { points: 0, why: { kind: 'notCountable' } };
  return knownYes(criterion, bounds, claim.why.d);
};

/** Which of the asked kinds are there; `list` is a list on paper or photographed, whatever it is kept as. */
const isHeld = (kind: EvidenceKind, evidence: EvidenceHeld, hasWords: boolean): boolean => {
  switch (kind) {
    case 'photo':
      return evidence.photos > 0;
    case 'document':
      return evidence.documents > 0;
    case 'link':
      return evidence.links > 0;
    case 'list':
      return evidence.documents > 0 || evidence.photos > 0;
    case 'confirm':
      return evidence.confirmed === true;
    case 'statement':
      return evidence.statement === true || hasWords;
    case 'auto':
    case 'none':
      return false;
  }
};

const NOTHING_HELD: EvidenceHeld = { photos: 0, documents: 0, links: 0 };

const ofEvidence = (criterion: Criterion, claimed: number, facts: SupportFacts): Ground => {
  const { answers, evidence = NOTHING_HELD, onTime } = facts;
  const asked = criterion.evidenceKinds.filter((kind) => kind !== 'none');
  if (asked.length === 0) return { points: claimed, why: { kind: 'noneAsked' } };
  // A yes the software knows by itself is "sent in time" (A8.2, C5.3).
  if (criterion.auto === 'value' && onTime !== undefined)
    return { points: onTime ? claimed : 0, why: { kind: onTime ? 'onTime' : 'late' } };
  const answer = answerUnder(answers, criterion.id);
  const hasWords = isTextAnswer(answer) && answer.text.trim() !== '';
  const held = asked.filter((kind) => isHeld(kind, evidence, hasWords));
  if (held.length === 0) return { points: 0, why: { kind: 'lacksEvidence', asked } };
  const { photos, documents, links } = evidence;
  return { points: claimed, why: { kind: 'evidence', held, photos, documents, links } };
};

const groundOf = (criterion: Criterion, claim: CriterionScore, facts: SupportFacts): Ground => {
  if (criterion.type === 'ratio') {
    const counted = ofRatio(criterion, claim, facts);
    if (counted !== null) return counted;
  }
  if (criterion.type === 'count' && criterion.activities !== undefined && facts.loggedCount !== undefined) {
    const logged = facts.loggedCount;
    const claimed = claim.why.kind === 'count' ? claim.why.value : 0;
    return {
      // What the log's own figure would have earned.
      points: scoreCriterion(criterion, { [criterion.id]: logged }).points,
      why: { kind: 'log', logged, claimed, unit: criterion.unit },
    };
  }
  return ofEvidence(criterion, claim.points, facts);
};

/**
 * Supported points of one criterion and their ground. "Không áp dụng" stays so; nothing claimed supports nothing. Never
 * throws, whatever JSON the answers hold.
 */
export const supportedScore = (criterion: Criterion, facts: SupportFacts): SupportedScore => {
  const claim = scoreCriterion(criterion, facts.answers);
  const { id, code, status, points: claimed, maxPoints } = claim;
  const head = { id, code, status, claimed, maxPoints };
  if (claim.why.kind === 'notApplicable')
    return { ...head, points: 0, capped: false, why: { kind: 'notApplicable', reason: claim.why.reason } };
  if (status !== 'scored') return { ...head, points: 0, capped: false, why: { kind: 'noClaim' } };
  const ground = groundOf(criterion, claim, facts);
  return {
    ...head,
    points: Math.min(claimed, ground.points),
    capped: ground.points > claimed,
    why: ground.why,
  };
};
