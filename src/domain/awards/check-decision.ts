/**
 * Whether a decision on awards may be written so: prepared, then approved as it was prepared, then for ever, or taken
 * back with a reason once none of its awards stands. Its amounts are those of its day and add up.
 */
import { baseSalaryOn, bonusOf, totalOf } from './bonus.ts';
import type { PaperMistake } from './mistakes.ts';
import type { AwardFacts, DecisionFacts, LetterFacts, RulesOfAwards } from './types.ts';
import { isGiven, stateOf } from './workflow.ts';

export type DecisionWithSigner = DecisionFacts & {
  fund: string;
  signer: { title: string; onBehalf: string; name: string };
};

export type DecisionContext = {
  rules: RulesOfAwards;
  /** Awards of the campaign. */
  awards: readonly AwardFacts[];
  letters: readonly LetterFacts[];
  /** Decisions of the campaign; this one may be among them. */
  decisions: readonly DecisionFacts[];
};

function listMistake(decision: DecisionFacts, context: DecisionContext): PaperMistake | null {
  const letter = context.letters.find(({ id }) => id === decision.letterId);
  if (letter === undefined) return { kind: 'letterMissing' };
  const ids = decision.awards.map(({ awardId }) => awardId);
  if (new Set(ids).size < ids.length) return { kind: 'namedTwice' };
  const elsewhere = new Set(
    context.decisions
      .filter(({ id, state }) => id !== decision.id && state === 'approved')
      .flatMap(({ awards }) => awards.map(({ awardId }) => awardId)),
  );
  const inLetter = new Set(letter.awards);
  const known = new Map(context.awards.map((award) => [award.id, award]));
  for (const awardId of ids) {
    const award = known.get(awardId);
    if (award === undefined) return { kind: 'unknownAward', awardId };
    if (!inLetter.has(awardId)) return { kind: 'notInLetter', awardId };
    if (elsewhere.has(awardId)) return { kind: 'decidedElsewhere', awardId };
    if (stateOf(award) !== 'proposed' || award.letterId !== letter.id)
      return { kind: 'notProposed', awardId };
  }
  return null;
}

function moneyMistake(decision: DecisionFacts, { rules, awards }: DecisionContext): PaperMistake | null {
  const salary = baseSalaryOn(rules, decision.date);
  if (salary?.amount !== decision.baseSalary)
    return { kind: 'baseSalaryDiffers', amount: salary?.amount ?? null };
  for (const { awardId, amount } of decision.awards) {
    const kind = awards.find(({ id }) => id === awardId)?.recipient.kind;
    const due = kind === undefined ? null : bonusOf(kind, rules, decision.date);
    if (due !== null && due !== amount) return { kind: 'amountDiffers', awardId, amount: due };
  }
  const total = totalOf(decision);
  return total === decision.total ? null : { kind: 'totalDiffers', total };
}

/** What stays the same between preparing and approving: all but the number and day it is issued under. */
const fixedOf = ({ letterId, signer, baseSalary, fund, awards, total }: DecisionWithSigner): string =>
  JSON.stringify([
    letterId ?? null,
    signer.title,
    signer.onBehalf,
    signer.name,
    baseSalary,
    fund,
    awards.map(({ awardId, amount }) => [awardId, amount]),
    total,
  ]);

const wholeOf = (decision: DecisionWithSigner): string =>
  JSON.stringify([fixedOf(decision), decision.number, decision.date]);

function withdrawMistake(
  before: DecisionWithSigner,
  after: DecisionWithSigner,
  { awards }: DecisionContext,
): PaperMistake | null {
  if (wholeOf(before) !== wholeOf(after)) return { kind: 'frozen', field: 'decision' };
  if (after.reason === undefined || after.reason.trim() === '') return { kind: 'reasonMissing' };
  const standing = awards.filter((award) => award.decisionId === after.id && isGiven(stateOf(award)));
  return standing.length === 0 ? null : { kind: 'awardsStand', awardIds: standing.map(({ id }) => id) };
}

/** `before`: as the commune has it, null = new. Who may prepare and who approve: the commune's own rule. */
export function checkDecision(
  before: DecisionWithSigner | null,
  after: DecisionWithSigner,
  context: DecisionContext,
): PaperMistake | null {
  if (before === null && after.state !== 'prepared') return { kind: 'notAllowed' };
  if (before?.state === 'withdrawn') return { kind: 'notAllowed' };
  if (before !== null && after.state === 'withdrawn') return withdrawMistake(before, after, context);
  if (before?.state === 'approved')
    return after.state === 'approved' && wholeOf(before) === wholeOf(after)
      ? null
      : { kind: 'frozen', field: 'decision' };
  if (before !== null && after.state === 'approved') {
    if (fixedOf(before) !== fixedOf(after)) return { kind: 'frozen', field: 'decision' };
    if (after.number.trim() === '') return { kind: 'numberMissing' };
  }
  return listMistake(after, context) ?? moneyMistake(after, context);
}
