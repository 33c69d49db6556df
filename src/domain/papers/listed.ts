/** The letter or decision a list belongs to, with its names. Pure. */
import type { AwardLine } from './award-lines.ts';
import type { PaperFacts } from './facts.ts';
import { issuerWords } from './head.ts';
import { linesOf, peopleOf } from './parts.ts';
import type { SourceDecision, SourceLetter } from './sources.ts';
import { officialSymbol } from './words.ts';

export interface ListedPaper {
  kind: 'submissionLetter' | 'decision';
  number: string;
  symbol: string;
  date: string;
  /** "Hội đồng Thi đua - Khen thưởng xã", within a sentence. */
  issuer: string;
  lines: readonly AwardLine[];
}

/** What follows a letter's number: `TTr-HĐTĐKT`. */
export const letterSymbol = ({ issuer }: Pick<SourceLetter, 'issuer'>): string =>
  officialSymbol('TTr', issuer);
export const DECISION_SYMBOL = 'QĐ-UBND';

export const listedLetter = (facts: PaperFacts, letter: SourceLetter): ListedPaper => {
  const { number, date } = letter;
  return {
    kind: 'submissionLetter',
    number,
    symbol: letterSymbol(letter),
    date,
    issuer: issuerWords(letter.issuer) ?? peopleOf({ facts, date }),
    // What a later decision gave is not what the letter asked for.
    lines: linesOf(facts, letter.awards).map((line) => ({ ...line, amount: null })),
  };
};

export const listedDecision = (facts: PaperFacts, decision: SourceDecision): ListedPaper => {
  const { number, date, awards } = decision;
  return {
    kind: 'decision',
    number,
    symbol: DECISION_SYMBOL,
    date,
    issuer: `Chủ tịch ${peopleOf({ facts, date })}`,
    lines: awards.flatMap(({ awardId, amount }) => {
      const line = facts.awards.get(awardId);
      return line === undefined ? [] : [{ ...line, amount }];
    }),
  };
};

/** Null where no such paper is kept. */
export function linesOfPaper(facts: PaperFacts, id: string): ListedPaper | null {
  const letter = facts.letters.find((each) => each.id === id);
  if (letter !== undefined) return listedLetter(facts, letter);
  const decision = facts.decisions.find((each) => each.id === id);
  return decision === undefined ? null : listedDecision(facts, decision);
}
