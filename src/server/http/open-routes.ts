/** Routes anyone may read. */
import { isReceiptCode, readCode } from '#protocol/code.ts';
import { feedbackRequestSchema, isFeedbackCode } from '#protocol/feedback.ts';
import { openApiDocument } from '../openapi.ts';
import type { Admission } from './admission.ts';
import { throughOpenGate } from './envelope.ts';
import { busyReply, problemReply } from './problem.ts';
import { jsonReply } from './reply.ts';
import type { Route } from './route.ts';

export const helloRoute: Route = async ({ request, core }) =>
  jsonReply(request, { value: await core.hello() });

export const campaignRoute: Route = async ({ request, core }) =>
  jsonReply(request, { value: await core.publicCampaign() });

/** The state behind a code read aloud; a code that cannot be and one that is not there get the same answer. */
export const receiptRoute: Route = async ({ request, core, parameter }) => {
  const code = readCode(parameter('code'));
  const state = isReceiptCode(code) ? await core.receiptState(code) : null;
  return state === null ? problemReply('not-found') : jsonReply(request, { value: state });
};

/** Room for 2000 signs of four bytes each, escaped, and what is around them. */
const feedbackLimits = { wireBytes: 32 * 1024, decodedBytes: 32 * 1024 };

export const createFeedbackRoute =
  (admission: Admission): Route =>
  ({ request, core, caller }) =>
    throughOpenGate(
      request,
      { schema: feedbackRequestSchema, limits: feedbackLimits, admission },
      async ({ value }) => {
        const outcome = await core.takeFeedback(value, caller.address);
        return outcome.kind === 'answered'
          ? jsonReply(request, { value: outcome.response })
          : problemReply(outcome.code, outcome);
      },
    );

/** A code that cannot be and one that is not there get the same answer. */
export const feedbackStateRoute: Route = async ({ request, core, parameter }) => {
  const code = readCode(parameter('code'));
  const state = isFeedbackCode(code) ? await core.feedbackState(code) : null;
  return state === null ? problemReply('not-found') : jsonReply(request, { value: state });
};

/** Says nothing but "the process answers". */
export const healthRoute: Route = ({ request }) => jsonReply(request, { value: { status: 'ok' } });

export const readyRoute: Route = async ({ request, core }) =>
  (await core.ready()) ? jsonReply(request, { value: { status: 'ok' } }) : busyReply();

/** Made at the first asking and kept: it never changes while the process lives. */
export function createOpenApiRoute(): Route {
  let document: object | undefined;
  return ({ request }) => jsonReply(request, { value: (document ??= openApiDocument()) });
}
