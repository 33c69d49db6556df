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
    case 'sign-in':
    case 'step-up':
      return refused.waits;
    case 'device-revoked':
      return refused.revoked;
    case 'device-pending':
      return refused.pending;
    default:
      return refused.default;
  }
}
