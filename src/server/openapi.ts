/**
 * `/api/v1/openapi.json`: made from the wire schemas and the policy table, so that it cannot say anything else than what
 * the server does. The prose is `openapi-guide.ts`.
 */
import { FEEDBACK_PATH } from '#protocol/feedback.ts';
import { LOG_PATH } from '#protocol/log.ts';
import { PROBLEM_TYPE, problemCodes, problems, type ProblemCode } from '#protocol/problem.ts';
import { policyTable, type RouteRule } from '#protocol/policy-routes.ts';
import { subjectHolds, transitions } from '#protocol/transitions.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { RESCUE_PATH } from '#protocol/rescue.ts';
import { SLIPS_PATH } from '#protocol/slips.ts';
import { eachRoute, type RouteKey } from './http/route-key.ts';
import { examples } from './openapi-examples.ts';
import { guide } from './openapi-guide.ts';
import { officeMessages } from './openapi-office.ts';
import { photoMessages } from './openapi-photos.ts';
import { rescueMessages } from './openapi-rescue.ts';
import { schemaRef, wireSchemas, type SchemaName } from './openapi-schemas.ts';

interface Message {
  schema: SchemaName;
  example?: unknown;
}

interface Messages {
  request?: Message;
  response: Message | null;
  /** Headers to send beside the proof, with what they say. */
  headers?: Readonly<Record<string, string>>;
  /** Parameters after the `?`, all of them optional, with what they say. The proof's path has them too. */
  query?: Readonly<Record<string, string>>;
  /** In place of the one 200, where a route answers otherwise. */
  replies?: Readonly<Record<string, object>>;
}

/** What goes in and comes out of each route; a route of the table that is missing here does not compile. */
const messages: Record<RouteKey, Messages> = {
  'POST /api/v1/sync': {
    request: { schema: 'ExchangeRequest', example: examples.exchangeRequest },
    response: { schema: 'ExchangeResponse', example: examples.exchangeResponse },
  },
  'POST /api/v1/enrol': {
    request: { schema: 'EnrolRequest', example: examples.enrolRequest },
    response: { schema: 'EnrolResponse', example: examples.enrolResponse },
  },
  'POST /api/v1/rekey': { request: { schema: 'RekeyRequest' }, response: { schema: 'EnrolResponse' } },
  'POST /api/v1/slips': {
    request: { schema: 'SlipsRequest', example: examples.slipsRequest },
    response: { schema: 'SlipsResponse', example: examples.slipsResponse },
  },
  ...photoMessages,
  ...rescueMessages,
  ...officeMessages,
  'GET /api/v1/hello': { response: { schema: 'Hello', example: examples.hello } },
  'GET /api/v1/public/campaign': { response: { schema: 'PublicCampaign' } },
  'GET /api/v1/public/receipts/:code': {
    response: { schema: 'ReceiptState', example: examples.receiptState },
  },
  'GET /api/v1/openapi.json': { response: null },
  'GET /healthz': { response: null },
  'GET /readyz': { response: null },
};

const bodyProblems: readonly ProblemCode[] = [
  'malformed',
  'invalid-envelope',
  'too-large',
  'unsupported-media-type',
];
const proofProblems: readonly ProblemCode[] = [
  'not-canonical',
  'proof-missing',
  'proof-invalid',
  'proof-replayed',
  'stale-challenge',
  'device-unknown',
  'device-revoked',
  'not-allowed',
];
const uploadProblems: readonly ProblemCode[] = [
  'malformed',
  'too-large',
  'offset-conflict',
  'locked',
  'hash-mismatch',
];
const codeProblems: readonly ProblemCode[] = [
  'proof-missing',
  'proof-invalid',
  'device-revoked',
  'not-allowed',
  'code-unknown',
  'code-spent',
  'code-expired',
  'too-many-attempts',
];

const successionProblems: readonly ProblemCode[] = [
  'proof-missing',
  'proof-invalid',
  'device-unknown',
  'device-revoked',
  'not-allowed',
];

/** Of a rescue file: what its own statement, and the code it may bring, can have wrong. */
const rescueProblems: readonly ProblemCode[] = [
  'not-canonical',
  'proof-invalid',
  'device-unknown',
  'device-revoked',
  'not-allowed',
  'code-unknown',
  'code-spent',
  'code-expired',
  'too-many-attempts',
];

/** Problems a route may answer with. */
export function problemsOf(rule: RouteRule): readonly ProblemCode[] {
  const own: ProblemCode[] = ['method-not-allowed', 'busy', 'server-error'];
  if (rule.path.includes(':')) own.push('not-found');
  if (rule.method === 'POST') own.push(...bodyProblems);
  if (rule.access.kind === 'device') own.push(...proofProblems);
  if (rule.access.kind === 'address') own.push(...uploadProblems);
  if (rule.access.kind === 'code') own.push(...codeProblems);
  if (rule.path.startsWith(RESCUE_PATH)) own.push(...rescueProblems);
  if (rule.path === FEEDBACK_PATH) own.push('not-allowed', 'too-many-attempts');
  if (rule.path === LOG_PATH) own.push('malformed');
  if (rule.path === SLIPS_PATH) own.push('too-many-attempts');
  if (rule.access.kind === 'succession') own.push(...successionProblems);
  return problemCodes.filter((code) => own.includes(code));
}

const body = (message: Message): object => ({
  'application/json': {
    schema: schemaRef(message.schema),
    ...(message.example !== undefined && { example: message.example }),
  },
});

/** One response for each status, naming the codes that share it. */
function problemResponses(rule: RouteRule): Record<string, object> {
  const responses: Record<string, object> = {};
  for (const [status, codes] of Map.groupBy(problemsOf(rule), (code) => problems[code].status))
    responses[String(status)] = {
      description: codes.join(' | '),
      content: {
        [PROBLEM_TYPE]: {
          schema: {
            allOf: [schemaRef('Problem'), { type: 'object', properties: { code: { enum: codes } } }],
          },
        },
      },
    };
  return responses;
}

/** `/receipts/:code` → `/receipts/{code}`, and the parameters in it. */
function pathOf(path: string): { template: string; parameters: object[] } {
  const names = path.split('/').flatMap((part) => (part.startsWith(':') ? [part.slice(1)] : []));
  return {
    template: path.replaceAll(/:([a-z]+)/gi, '{$1}'),
    parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
  };
}

function operationOf(
  rule: RouteRule,
  { request, response, headers = {}, query = {}, replies }: Messages,
  inPath: readonly object[],
): object {
  const parameters = [
    ...inPath,
    ...Object.entries(query).map(([name, description]) => ({
      name,
      in: 'query',
      required: false,
      description,
      schema: { type: 'string' },
    })),
    ...Object.entries(headers).map(([name, description]) => ({
      name,
      in: 'header',
      required: true,
      description,
      schema: { type: 'string' },
    })),
  ];
  const open = rule.access.kind === 'anyone' || rule.access.kind === 'address';
  return {
    operationId: `${rule.method} ${rule.path}`.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase(),
    summary: rule.summary,
    security: open ? [] : [{ deviceProof: [] }],
    'x-access': rule.access,
    ...(parameters.length > 0 && { parameters }),
    ...(request !== undefined && { requestBody: { required: true, content: body(request) } }),
    responses: {
      ...(replies ?? {
        '200': {
          description: rule.summary,
          ...(response === null
            ? { content: { 'application/json': { schema: { type: 'object' } } } }
            : { content: body(response) }),
        },
      }),
      ...problemResponses(rule),
    },
  };
}

/** The whole document, OpenAPI 3.1; the same at every call. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { rule, value } of eachRoute(messages)) {
    const { template, parameters } = pathOf(rule.path);
    paths[template] = {
      ...paths[template],
      [rule.method.toLowerCase()]: operationOf(rule, value, parameters),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Thi đua số',
      version: '1',
      description: guide,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: wireSchemas(),
      securitySchemes: {
        deviceProof: {
          type: 'apiKey',
          in: 'header',
          name: PROOF_HEADER,
          description: 'JWS of ProofClaims; see Proof above.',
        },
      },
    },
    'x-problems': problems,
    'x-transitions': { moves: transitions, subjectSendsIn: subjectHolds },
    'x-policy': { operations: policyTable.operations, records: policyTable.records },
  };
}
