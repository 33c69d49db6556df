/**
 * `/api/v1/openapi.json`: made from the wire schemas and the policy table, so that it cannot say anything else than what
 * the server does. The prose is `openapi-guide.ts`.
 */
import { PROBLEM_TYPE } from '#protocol/problem.ts';
import { problems } from '#protocol/problem-words.ts';
import { graveActs } from '#protocol/policy.ts';
import { policyTable, type RouteRule } from '#protocol/policy-routes.ts';
import { subjectHolds, transitions } from '#protocol/transitions.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { eachRoute, type RouteKey } from './http/route-key.ts';
import { boardMessages } from './openapi-board.ts';
import { deviceMessages } from './openapi-devices.ts';
import { examples } from './openapi-examples.ts';
import { guide } from './openapi-guide.ts';
import { officeMessages } from './openapi-office.ts';
import { photoMessages } from './openapi-photos.ts';
import { problemsOf } from './openapi-problems.ts';
import { rescueMessages } from './openapi-rescue.ts';
import { sessionMessages } from './openapi-sessions.ts';
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
  ...deviceMessages,
  ...photoMessages,
  ...rescueMessages,
  ...officeMessages,
  ...sessionMessages,
  ...boardMessages,
  'GET /api/v1/hello': { response: { schema: 'Hello', example: examples.hello } },
  'GET /api/v1/public/campaign': { response: { schema: 'PublicCampaign' } },
  'GET /api/v1/public/receipts/:code': {
    response: { schema: 'ReceiptState', example: examples.receiptState },
  },
  'GET /api/v1/openapi.json': { response: null },
  'GET /healthz': { response: null },
  'GET /readyz': { response: null },
  'GET /metrics': { response: null },
};

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
    'x-policy': {
      operations: policyTable.operations,
      records: policyTable.records,
      graveActs,
      codes: policyTable.codes,
      devices: policyTable.devices,
    },
  };
}
