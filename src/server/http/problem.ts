/** Problems as replies (RFC 9457). The closed codes and their sentences are `#protocol/problem.ts`. */
import { PROBLEM_TYPE, type Problem, type ProblemCode } from '#protocol/problem.ts';
import { problems } from '#protocol/problem-words.ts';

export interface ProblemExtra {
  /** Fresh challenge, with `stale-challenge`. */
  challenge?: string;
  /** Seconds to wait. */
  retryAfter?: number;
  /** Finds the line in the server's log; a random id, told to nobody else. */
  logId?: string;
  /** Methods that would work, with `method-not-allowed`. */
  allow?: string;
}

/** The problem as JSON: `type` is a relative reference, so it stays true under any host. */
export function problemOf(code: ProblemCode, extra: ProblemExtra = {}): Problem {
  const { challenge, retryAfter, logId } = extra;
  return {
    type: `/api/v1/openapi.json#/x-problems/${code}`,
    title: problems[code].title,
    status: problems[code].status,
    code,
    ...(challenge !== undefined && { challenge }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(logId !== undefined && { logId }),
  };
}

export function problemReply(code: ProblemCode, extra: ProblemExtra = {}): Response {
  const headers = new Headers({ 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' });
  if (extra.retryAfter !== undefined) headers.set('retry-after', String(extra.retryAfter));
  if (extra.allow !== undefined) headers.set('allow', extra.allow);
  return new Response(JSON.stringify(problemOf(code, extra)), { status: problems[code].status, headers });
}

/** Seconds a caller is asked to wait when there is no room or the store cannot write. */
const BUSY_RETRY_SECONDS = 5;

export const busyReply = (): Response => problemReply('busy', { retryAfter: BUSY_RETRY_SECONDS });
