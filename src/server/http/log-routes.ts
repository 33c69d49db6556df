/** The operation log for the office. What a proof names here is the address with its query: it decides what is read. */
import { logQuerySchema, LOG_PAGE_MAX, type LogQuery } from '#protocol/log.ts';
import { OPENED_MAX, openedRequestSchema } from '#protocol/opened.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import type { Admission } from './admission.ts';
import { carriedBy } from './cookie.ts';
import { throughGate } from './envelope.ts';
import { problemReply } from './problem.ts';
import { jsonReply } from './reply.ts';
import type { Route } from './route.ts';

const PAGE_DEFAULT = 50;
const NUMBER = /^(0|[1-9]\d{0,15})$/;
const numbers: ReadonlySet<string> = new Set(['before', 'after', 'limit']);

/** Null: a parameter that is not known, given twice, or no value of its kind. */
function readQuery(search: URLSearchParams): LogQuery | null {
  const given: Record<string, string | number> = { limit: PAGE_DEFAULT };
  const seen = new Set<string>();
  for (const [name, value] of search) {
    if (seen.has(name) || (numbers.has(name) && !NUMBER.test(value))) return null;
    seen.add(name);
    given[name] = numbers.has(name) ? Number(value) : value;
  }
  const limit = Math.min(Number(given['limit']), LOG_PAGE_MAX);
  const query = logQuerySchema.safeParse({ ...given, limit });
  const both = query.success && query.data.before !== undefined && query.data.after !== undefined;
  return query.success && !both ? query.data : null;
}

const methodOf = ({ method }: Request): 'GET' | 'HEAD' => (method === 'HEAD' ? 'HEAD' : 'GET');

export const logRoute: Route = async ({ request, core }) => {
  const proof = request.headers.get(PROOF_HEADER) ?? '';
  if (proof === '') return problemReply('proof-missing');
  const { pathname, search, searchParams } = new URL(request.url);
  const query = readQuery(searchParams);
  if (query === null) return problemReply('malformed');
  const outcome = await core.readLog(proof, {
    method: methodOf(request),
    path: `${pathname}${search}`,
    query,
    carried: carriedBy(request),
  });
  return outcome.kind === 'answered'
    ? jsonReply(request, { value: outcome.response })
    : problemReply(outcome.code, outcome);
};

export const logHeadsRoute: Route = async ({ request, core }) => {
  const proof = request.headers.get(PROOF_HEADER) ?? '';
  if (proof === '') return problemReply('proof-missing');
  const outcome = await core.readLogHeads(proof, methodOf(request), carriedBy(request));
  return outcome.kind === 'answered'
    ? jsonReply(request, { value: outcome.response })
    : problemReply(outcome.code, outcome);
};

/** An id, a time and their names for each. */
const openedBytes = OPENED_MAX * 128;

export const createOpenedRoute =
  (admission: Admission): Route =>
  ({ request, core }) =>
    throughGate(
      request,
      {
        schema: openedRequestSchema,
        limits: { wireBytes: openedBytes, decodedBytes: openedBytes },
        admission,
      },
      async ({ proof, bodyHash, value, carried }) => {
        const outcome = await core.noteOpened(proof, bodyHash, value, carried);
        return outcome.kind === 'answered'
          ? jsonReply(request, { value: outcome.response })
          : problemReply(outcome.code, outcome);
      },
    );
