/** Points as they are typed: read, held against the claim, ready to be given or with what is missing. Pure. */
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { ratioPoints } from '#domain/score-criterion.ts';
import { formatNumber, formatPoints, parseNumber } from '#domain/vietnamese/format.ts';
import type { Words } from '#client/db/kept-words.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import type { CriterionView } from '../view/criteria-view.ts';
import { supportWords } from '../view/support-words.ts';

const words = reviewWords.score;

export interface ScoreDraft {
  /** As typed: "4,75". */
  points: string;
  /** '' = none chosen. */
  code: string;
  reason: string;
}

export const draftFrom = (kept: Words): ScoreDraft => ({
  points: kept['points'] ?? '',
  code: kept['code'] ?? '',
  reason: kept['reason'] ?? '',
});

/** Codes an officer chooses from; what differs from the claim needs one. */
export const reasonCodes = [
  'supported',
  'aboveBound',
  'households',
  'official',
  'evidence',
  'onSpot',
  'ruleMisread',
  'applies',
  'agreed',
  'other',
] as const;

export const codeWords = (code: string): string =>
  Object.hasOwn(words.codes, code)
    ? (Object.entries(words.codes).find(([key]) => key === code)?.[1] ?? code)
    : code;

/** Hundredths; null when it is no number of points. */
export function readPoints(text: string): number | null {
  const value = parseNumber(text);
  if (value === null) return null;
  const points = Math.round(value * 100);
  // More than two decimals are no points anybody meant.
  return Math.abs(points - value * 100) < 1e-6 ? points : null;
}

export type ReadDraft =
  | { kind: 'ready'; points: number; reasonCode: string; reason: string }
  | { kind: 'problem'; at: 'points' | 'code' | 'reason'; words: string };

const problem = (at: 'points' | 'code' | 'reason', text: string): ReadDraft => ({
  kind: 'problem',
  at,
  words: text,
});

/** Points that differ from the claim need a code and a word of why. */
export function readDraft({ points: text, code, reason }: ScoreDraft, view: CriterionView): ReadDraft {
  const { self, criterion } = view;
  if (code === NOT_APPLICABLE) return { kind: 'ready', points: 0, reasonCode: code, reason: reason.trim() };
  if (text.trim() === '') return problem('points', words.pointsNeeded);
  const points = readPoints(text);
  if (points === null) return problem('points', words.pointsUnread);
  if (points < 0 || points > criterion.maxPoints)
    return problem('points', fill(words.pointsRange, { max: formatPoints(criterion.maxPoints) }));
  const isAsClaimed = self.status === 'scored' && points === self.points;
  if (isAsClaimed) return { kind: 'ready', points, reasonCode: code || 'asClaimed', reason: reason.trim() };
  if (code === '' || code === 'asClaimed') return problem('code', words.codeNeeded);
  if (reason.trim() === '') return problem('reason', words.reasonNeeded);
  return { kind: 'ready', points, reasonCode: code, reason: reason.trim() };
}

export interface QuickScore {
  key: '1' | '2' | '3';
  label: string;
  draft: ScoreDraft;
}

const typed = (points: number): string => formatPoints(points);

/** The most a claim above its bound may still be; null where it is within. */
function highest({ criterion, claim }: CriterionView): { points: number; n: number; d: number } | null {
  const { verdict, numerators, d } = claim;
  if (criterion.type !== 'ratio' || verdict?.kind !== 'tooHigh' || numerators === null || d === null)
    return null;
  const n = numerators.max;
  return { points: ratioPoints(criterion.maxPoints, n, d, criterion.targetPercent), n, d };
}

function second(view: CriterionView): Omit<QuickScore, 'key'> {
  const top = highest(view);
  if (top !== null) {
    const reason = fill(words.autoReason.aboveBound, { n: formatNumber(top.n), d: formatNumber(top.d) });
    return {
      label: fill(words.quickHighest, { points: formatPoints(top.points) }),
      draft: { points: typed(top.points), code: 'aboveBound', reason },
    };
  }
  const { points } = view.supported;
  return {
    label: fill(words.quickSupported, { points: formatPoints(points) }),
    draft: {
      points: typed(points),
      code: 'supported',
      reason: fill(words.autoReason.supported, { why: supportWords(view.supported.why) }),
    },
  };
}

function third(view: CriterionView): Omit<QuickScore, 'key'> | null {
  const { why, points } = view.supported;
  if (why.kind !== 'knownYes' && why.kind !== 'official') return null;
  const code = why.kind === 'official' ? 'official' : 'households';
  const figures = { n: formatNumber(why.n), d: formatNumber(why.d) };
  return {
    label: fill(why.kind === 'official' ? words.quickSupported : words.quickHouseholds, {
      points: formatPoints(points),
    }),
    draft: { points: typed(points), code, reason: fill(words.autoReason[code], figures) },
  };
}

/** Keys 1 2 3: as claimed, the highest possible or supported, what the households' forms carry. */
export function quickScores(view: CriterionView): QuickScore[] {
  const { self } = view;
  if (self.why.kind === 'notApplicable') {
    const reason = fill(words.autoReason.notApplicable, { reason: self.why.reason });
    return [{ key: '1', label: words.quickNa, draft: { points: '', code: NOT_APPLICABLE, reason } }];
  }
  const claimed: QuickScore = {
    key: '1',
    label: fill(words.quickSelf, { points: formatPoints(self.points) }),
    draft:
      self.status === 'scored'
        ? { points: typed(self.points), code: 'asClaimed', reason: '' }
        : { points: typed(0), code: 'evidence', reason: supportWords(view.supported.why) },
  };
  const two: QuickScore = { key: '2', ...second(view) };
  const three = third(view);
  // The same points for the same reason twice would only be a riddle.
  const isRepeated = three === null || (three.draft.points === two.draft.points && highest(view) === null);
  const isSame = two.draft.points === claimed.draft.points;
  return [
    claimed,
    ...(isSame && isRepeated ? [] : [two]),
    ...(isRepeated ? [] : [{ key: '3' as const, ...three }]),
  ];
}
