/** What became of an attempt to bind this phone, in words: what is safe, what to do. */
import type { EnrolNowOutcome } from '#client/sync/enrol-now.ts';
import { fill } from '#client/messages/fill.ts';
import { enrolWords } from '#client/messages/enrol.ts';

const { failure } = enrolWords;
const MINUTE_MS = 60_000;

type Failed = Exclude<EnrolNowOutcome, { kind: 'answered' }>;

export function outcomeWords(outcome: Failed): string {
  switch (outcome.kind) {
    case 'unreachable':
      return outcome.reason === 'captivePortal' ? failure.captivePortal : failure.noNetwork;
    case 'unavailable':
      return failure.storage;
    case 'refused':
      switch (outcome.problem) {
        case 'code-unknown':
        case 'code-spent':
        case 'code-expired':
          return failure[outcome.problem];
        case 'too-many-attempts':
          return fill(failure['too-many-attempts'], {
            minutes: Math.max(1, Math.ceil((outcome.retryAfterMs ?? MINUTE_MS) / MINUTE_MS)),
          });
        case 'device-revoked':
        case 'not-allowed':
          return enrolWords.keyRefused;
        case 'busy':
        case 'server-error':
          return failure.busy;
        default:
          return fill(failure.other, { problem: outcome.problem });
      }
  }
}

/** Another code is what helps: how to get one is said beside it. */
export const needsNewCode = (outcome: Failed): boolean =>
  isCodeSpent(outcome) ||
  (outcome.kind === 'refused' && ['device-revoked', 'not-allowed'].includes(outcome.problem));

/** After these the same code is of no more use: it is not kept on the screen as if another tap could help. */
export const isCodeSpent = (outcome: Failed): boolean =>
  outcome.kind === 'refused' && ['code-unknown', 'code-spent', 'code-expired'].includes(outcome.problem);
