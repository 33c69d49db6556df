/** Claims to look at again before sending: those the forms rule out, and those that differ without a word of why. Never a bar. */
import { answerUnder } from '#domain/answer-shape.ts';
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { asksReason, claimState, isImpossible } from './claim.ts';
import type { ClaimDesk } from './claim-desk.tsx';
import { verdictWords } from './claim-words.ts';
import type { SheetFacts } from './sheet-context.tsx';

export interface ClaimIssue {
  criterionId: string;
  code: 'claimImpossible' | 'claimDiffers';
  message: string;
}

/** In the order of the set; what the machine gives is nobody's claim. `desk` null: reasons are not known yet. */
export function claimIssues(facts: SheetFacts, answers: Answers, desk: ClaimDesk | null): ClaimIssue[] {
  return criteriaOf(facts.set).flatMap((criterion): ClaimIssue[] => {
    const { id } = criterion;
    if (desk === null || facts.given[id] !== undefined || answerUnder(answers, id) === undefined) return [];
    const suggestion = facts.suggestions[id];
    const bounds = facts.bounds[id];
    const state = claimState(criterion, scoreCriterion(criterion, answers).why, undefined, facts);
    const { claim, verdict, numerators } = state;
    if (claim === null || suggestion === undefined) return [];
    const reason = desk.reasons[id];
    const given = reason === undefined ? '' : ` ${fill(claimWords.issueReason, { text: reason })}`;
    if (bounds !== undefined && verdict !== null && isImpossible(verdict)) {
      const { title, why } = verdictWords(bounds, claim, verdict, numerators);
      return [{ criterionId: id, code: 'claimImpossible', message: `${title} ${why}${given}` }];
    }
    if (reason !== undefined || !asksReason(state, suggestion, desk.official[id])) return [];
    const figures = { n: formatNumber(suggestion.n), d: formatNumber(suggestion.d) };
    return [{ criterionId: id, code: 'claimDiffers', message: fill(claimWords.issueNoReason, figures) }];
  });
}
