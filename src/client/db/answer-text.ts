/** An answer as it is compared and kept beside the draft. Pure; a family's form needs no more than this of registers. */
import type { Answer, Answers } from '#domain/answers.ts';
import { canon, NotCanonicalError } from '#protocol/canon.ts';
import type { DraftRow } from './model.ts';

/**
 * How an answer is compared: its canonical text; undefined = no answer. Total: what is only half typed (a number that is
 * none yet) differs from everything that can be sent, and must be saved all the same.
 */
export function textOf(answer: Answer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  try {
    return canon(answer);
  } catch (error) {
    if (!(error instanceof NotCanonicalError)) throw error;
    return `?${JSON.stringify(answer)}`;
  }
}

/** Does this draft travel as `answers.save`? A household's never does (design D4). */
export const isTravelling = (draft: Pick<DraftRow, 'subjectKind' | 'channel'>): boolean =>
  draft.subjectKind !== 'household' && draft.channel === 'self';

/** `sealed` of a draft whose answers have all been sealed. */
export function sealedTexts(answers: Answers): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, canon(answer)]));
}
