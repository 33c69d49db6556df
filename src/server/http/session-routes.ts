/** Routes of officers' sessions: signed like all of a device, and the only ones an office's device calls without one. */
import {
  beginRequestSchema,
  finishRequestSchema,
  newPasswordRequestSchema,
  passwordRequestSchema,
  removeRequestSchema,
  sessionAskSchema,
} from '#protocol/session.ts';
import { proofDevice } from '#protocol/proof.ts';
import type { ServerCore } from '../core-types.ts';
import type { SessionOutcome } from '../outcomes.ts';
import type { Asking, Site } from '../session/asking.ts';
import type { Admission } from './admission.ts';
import { carriedBy, setCookie } from './cookie.ts';
import { throughGate, type Gate } from './envelope.ts';
import { problemReply } from './problem.ts';
import { jsonReply } from './reply.ts';
import type { Route } from './route.ts';
import { routeRoles, type RouteKey } from './route-key.ts';

/** Attestations of some sticks bring certificates along. */
const limits = { wireBytes: 32 * 1024, decodedBytes: 32 * 1024 };

/**
 * Where WebAuthn is to say it happened: the public address; on the machine itself also its other ports, from which the
 * app is served while it is made.
 */
function siteOf(publicOrigin: string, request: Request): Site {
  const { hostname } = new URL(publicOrigin);
  const origin = request.headers.get('origin') ?? '';
  const isHere = hostname === 'localhost' && URL.canParse(origin) && new URL(origin).hostname === hostname;
  return { origin: isHere ? origin : publicOrigin, rpId: hostname };
}

type Schema<Value> = Gate<Value>['schema'];

/** All of them, by their rows in the policy table. */
export function createSessionRoutes(admission: Admission, publicOrigin: string) {
  const route =
    <Value, Response_>(
      key: RouteKey,
      schema: Schema<Value>,
      ask: (core: ServerCore, asking: Asking, value: Value) => Promise<SessionOutcome<Response_>>,
    ): Route =>
    ({ request, core, caller }) =>
      throughGate(request, { schema, limits, admission }, async ({ proof, bodyHash, value }) => {
        const asking: Asking = {
          proof,
          bodyHash,
          path: key.slice('POST '.length),
          roles: routeRoles(key),
          carried: carriedBy(request),
          site: siteOf(publicOrigin, request),
          address: caller.address,
        };
        const outcome = await ask(core, asking, value);
        if (outcome.kind === 'refused') return problemReply(outcome.code, outcome);
        const { response, session } = outcome;
        const cookie =
          session === undefined ? {} : { 'set-cookie': setCookie(proofDevice(proof) ?? '', session) };
        return jsonReply(request, { value: response, headers: cookie });
      });
  return {
    'POST /api/v1/session': route('POST /api/v1/session', sessionAskSchema, (core, asking, value) =>
      core.session.state(asking, value),
    ),
    'POST /api/v1/session/begin': route(
      'POST /api/v1/session/begin',
      beginRequestSchema,
      (core, asking, value) => core.session.begin(asking, value),
    ),
    'POST /api/v1/session/finish': route(
      'POST /api/v1/session/finish',
      finishRequestSchema,
      (core, asking, value) => core.session.finish(asking, value),
    ),
    'POST /api/v1/session/password': route(
      'POST /api/v1/session/password',
      passwordRequestSchema,
      (core, asking, value) => core.session.password(asking, value),
    ),
    'POST /api/v1/session/new-password': route(
      'POST /api/v1/session/new-password',
      newPasswordRequestSchema,
      (core, asking, value) => core.session.newPassword(asking, value),
    ),
    'POST /api/v1/session/remove': route(
      'POST /api/v1/session/remove',
      removeRequestSchema,
      (core, asking, value) => core.session.remove(asking, value),
    ),
    'POST /api/v1/session/end': route('POST /api/v1/session/end', sessionAskSchema, (core, asking, value) =>
      core.session.end(asking, value),
    ),
  };
}
