/** Codes made on a screen, and the word on devices that wait or are lost. */
import { codeRequestSchema, deviceActRequestSchema } from '#protocol/devices.ts';
import type { Admission } from './admission.ts';
import { throughGate } from './envelope.ts';
import { problemReply } from './problem.ts';
import { jsonReply } from './reply.ts';
import type { Route } from './route.ts';

/** A name and some ids. */
const limits = { wireBytes: 4 * 1024, decodedBytes: 4 * 1024 };

export const createCodesRoute =
  (admission: Admission): Route =>
  ({ request, core }) =>
    throughGate(
      request,
      { schema: codeRequestSchema, limits, admission },
      async ({ proof, bodyHash, value, carried }) => {
        const outcome = await core.issueCode(proof, bodyHash, value, carried);
        return outcome.kind === 'answered'
          ? jsonReply(request, { value: outcome.response })
          : problemReply(outcome.code, outcome);
      },
    );

export const createDeviceActRoute =
  (admission: Admission): Route =>
  ({ request, core }) =>
    throughGate(
      request,
      { schema: deviceActRequestSchema, limits, admission },
      async ({ proof, bodyHash, value, carried }) => {
        const outcome = await core.actOnDevice(proof, bodyHash, value, carried);
        return outcome.kind === 'answered'
          ? jsonReply(request, { value: outcome.response })
          : problemReply(outcome.code, outcome);
      },
    );
