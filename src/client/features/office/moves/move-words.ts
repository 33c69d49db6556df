/** The words of a move: its button, what waits, why it was refused and what to do. */
import type { VerdictCode } from '#protocol/exchange.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';

const { buttons, refused, last } = moveWords;

const isNamed = (key: string): key is keyof typeof buttons => Object.hasOwn(buttons, key);

/** What its button says; a pair the table of transitions does not offer reads as where it leads. */
export function buttonWords(from: AssessmentState, to: AssessmentState): string {
  const key = `${from} ${to}`;
  return isNamed(key) ? buttons[key] : last[to];
}

const isSaid = (code: string): code is keyof typeof refused => Object.hasOwn(refused, code);

export function refusedWords(code: VerdictCode | undefined): string {
  if (code !== undefined && isSaid(code)) return refused[code];
  return fill(refused.other, { code: code ?? '' });
}
