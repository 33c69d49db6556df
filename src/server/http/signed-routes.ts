/** The signed routes that speak JSON: the exchange, what gives a device its place, and slips. */
import { enrolRequestSchema } from '#protocol/enrol.ts';
import { EXCHANGE_BYTES_MAX, exchangeRequestSchema, INFLATED_BYTES_MAX } from '#protocol/exchange.ts';
import { rekeyRequestSchema } from '#protocol/rekey.ts';
import { SLIPS_MAX, slipsRequestSchema } from '#protocol/slips.ts';
import type { ExchangeOutcome, SlipsOutcome } from '../outcomes.ts';
import type { Admission } from './admission.ts';
import { carriedBy, setCookie } from './cookie.ts';
import { throughGate } from './envelope.ts';
import { problemReply } from './problem.ts';
import { jsonReply } from './reply.ts';
import type { Route } from './route.ts';

const exchangeLimits = { wireBytes: EXCHANGE_BYTES_MAX, decodedBytes: INFLATED_BYTES_MAX };
/** A key and a code, or another key's word for it: more is not an enrolment. */
const enrolLimits = { wireBytes: 8 * 1024, decodedBytes: 8 * 1024 };

/** An id and its quotes for each household. */
const slipsLimits = { wireBytes: SLIPS_MAX * 64, decodedBytes: SLIPS_MAX * 64 };

async function answer(request: Request, judged: Promise<ExchangeOutcome | SlipsOutcome>): Promise<Response> {
  const outcome = await judged;
  return outcome.kind === 'answered'
    ? jsonReply(request, { value: outcome.response })
    : problemReply(outcome.code, outcome);
}

export const createExchangeRoute =
  (admission: Admission): Route =>
  ({ request, core }) =>
    throughGate(
      request,
      { schema: exchangeRequestSchema, limits: exchangeLimits, admission },
      ({ proof, bodyHash, value, carried }) =>
        answer(request, core.exchange(proof, bodyHash, value, carried)),
    );

export const createEnrolRoute =
  (admission: Admission): Route =>
  ({ request, core, caller }) =>
    throughGate(
      request,
      { schema: enrolRequestSchema, limits: enrolLimits, admission },
      async ({ proof, bodyHash, value }) => {
        const outcome = await core.enrol(proof, bodyHash, value, caller.address);
        if (outcome.kind === 'refused') return problemReply(outcome.code, outcome);
        const { response, session } = outcome;
        const cookie = session === undefined ? {} : { 'set-cookie': setCookie(response.deviceId, session) };
        return jsonReply(request, { value: response, headers: cookie });
      },
    );

export const createRekeyRoute =
  (admission: Admission): Route =>
  ({ request, core }) =>
    throughGate(
      request,
      { schema: rekeyRequestSchema, limits: enrolLimits, admission },
      async ({ proof, bodyHash, value }) => {
        const outcome = await core.rekey(proof, bodyHash, value);
        if (outcome.kind === 'refused') return problemReply(outcome.code, outcome);
        // The session went over to the new key: so does its cookie.
        const { secret } = carriedBy(request, value.device);
        const cookie = secret === null ? {} : { 'set-cookie': setCookie(outcome.response.deviceId, secret) };
        return jsonReply(request, { value: outcome.response, headers: cookie });
      },
    );

export const createSlipsRoute =
  (admission: Admission): Route =>
  ({ request, core }) =>
    throughGate(
      request,
      { schema: slipsRequestSchema, limits: slipsLimits, admission },
      ({ proof, bodyHash, value, carried }) =>
        answer(request, core.issueSlips(proof, bodyHash, value, carried)),
    );
