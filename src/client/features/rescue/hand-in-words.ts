/** Why a file was not taken, in words: what is safe, what to do. */
import { rescueWords } from '#client/messages/rescue.ts';
import type { RescueHandIn } from '#client/workspace.ts';

const { refused } = rescueWords;

export function handInWords(answer: Exclude<RescueHandIn, { kind: 'taken' }>): string {
  if (answer.kind === 'unreachable') return rescueWords.unreachable;
  switch (answer.problem) {
    case 'busy':
    case 'server-error':
    case 'too-many-attempts':
      return refused.busy;
    case 'device-revoked':
      return refused.revoked;
    default:
      return refused.default;
  }
}
