import { expect, test } from 'vitest';
import {
  codeRequestSchema,
  codeResponseSchema,
  deviceActRequestSchema,
  deviceActResponseSchema,
} from '#protocol/devices.ts';
import { enrolRequestSchema, enrolResponseSchema } from '#protocol/enrol.ts';
import { exchangeRequestSchema, exchangeResponseSchema } from '#protocol/exchange.ts';
import { parseCanonical } from '#protocol/canon.ts';
import { rowSchemas } from '#protocol/entities.ts';
import { readFragment } from '#protocol/fragment.ts';
import { feedbackReceiptSchema, feedbackRequestSchema, feedbackStateSchema } from '#protocol/feedback.ts';
import { logHeadsSchema, logPageSchema } from '#protocol/log.ts';
import { openedRequestSchema, openedResponseSchema } from '#protocol/opened.ts';
import { slipsRequestSchema, slipsResponseSchema } from '#protocol/slips.ts';
import { operationSchema } from '#protocol/operation.ts';
import { problemCodes } from '#protocol/problem.ts';
import { routePolicy } from '#protocol/policy-routes.ts';
import { helloSchema, receiptStateSchema } from '#protocol/public.ts';
import { z } from '#domain/zod.ts';
import { deviceExamples } from '#server/openapi-devices.ts';
import { examples } from '#server/openapi-examples.ts';
import { officeExamples } from '#server/openapi-office.ts';
import { openApiDocument } from '#server/openapi.ts';
import { problemsOf } from '#server/openapi-problems.ts';

/** What a client generator reads first; the rest is looked into by path. */
const documentSchema = z.object({
  openapi: z.literal('3.1.1'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    securitySchemes: z.record(z.string(), z.unknown()),
  }),
});
const plain: unknown = JSON.parse(JSON.stringify(openApiDocument()));
const document = documentSchema.parse(plain);

/** Follows a JSON pointer such as `#/components/schemas/Answer`. */
function follow(pointer: string): unknown {
  let value: unknown = plain;
  for (const part of pointer.split('/').slice(1))
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === part)?.[1]
        : undefined;
  return value;
}

function membersNamed(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key === name ? [member] : []),
    ...membersNamed(member, name),
  ]);
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const templateOf = (path: string): string => path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');

test('every route of the policy table is described, and nothing else', () => {
  const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  const expected = routePolicy.map((rule) => `${rule.method} ${templateOf(rule.path)}`);
  expect(described.toSorted()).toEqual(expected.toSorted());
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
});

test('every reference leads to a schema', () => {
  const references = membersNamed(plain, '$ref');
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references)
    expect(follow(String(reference)), `${String(reference)}`).toBeTypeOf('object');
  expect(follow('#/components/schemas/Nothing')).toBeUndefined();
});

test('every message, row and problem can be looked up', () => {
  const schemas = Object.keys(document.components.schemas);
  for (const entity of Object.keys(rowSchemas)) expect(schemas).toContain(`Row.${entity}`);
  expect(membersNamed(document.components.schemas['Operation'], 'const')).toContain('assessment.submit');
  const listed = routePolicy.flatMap((rule) => problemsOf(rule));
  expect(new Set(listed)).toEqual(new Set(problemCodes));
  for (const code of problemCodes)
    expect(follow(`#/x-problems/${code}`), `${code}`).toMatchObject({ title: expect.any(String) });
});

test('every signed route asks for a proof, and the proof is explained', () => {
  for (const rule of routePolicy) {
    const described = document.paths[templateOf(rule.path)]?.[rule.method.toLowerCase()];
    const isOpen = rule.access.kind === 'anyone' || rule.access.kind === 'address';
    expect(described?.['security']).toEqual(isOpen ? [] : [{ deviceProof: [] }]);
  }
  for (const word of ['x-thidua-proof', 'thidua-proof+jws', 'counter', 'chain(n)', 'stale-challenge'])
    expect(document.info.description).toContain(word);
});

test('the examples are true messages', () => {
  expect(enrolRequestSchema.safeParse(examples.enrolRequest).success).toBe(true);
  expect(enrolResponseSchema.safeParse(examples.enrolResponse).success).toBe(true);
  expect(exchangeRequestSchema.safeParse(examples.exchangeRequest).success).toBe(true);
  expect(exchangeResponseSchema.safeParse(examples.exchangeResponse).success).toBe(true);
  expect(helloSchema.safeParse(examples.hello).success).toBe(true);
  expect(receiptStateSchema.safeParse(examples.receiptState).success).toBe(true);
  expect(slipsRequestSchema.safeParse(examples.slipsRequest).success).toBe(true);
  expect(slipsResponseSchema.safeParse(examples.slipsResponse).success).toBe(true);
  expect(codeRequestSchema.safeParse(deviceExamples.codeRequest).success).toBe(true);
  expect(codeResponseSchema.safeParse(deviceExamples.codeResponse).success).toBe(true);
  expect(deviceActRequestSchema.safeParse(deviceExamples.deviceActRequest).success).toBe(true);
  expect(deviceActResponseSchema.safeParse(deviceExamples.deviceActResponse).success).toBe(true);
  expect(feedbackRequestSchema.safeParse(officeExamples.feedbackRequest).success).toBe(true);
  expect(feedbackReceiptSchema.safeParse(officeExamples.feedbackReceipt).success).toBe(true);
  expect(feedbackStateSchema.safeParse(officeExamples.feedbackState).success).toBe(true);
  expect(logPageSchema.safeParse(officeExamples.logPage).success).toBe(true);
  expect(logHeadsSchema.safeParse(officeExamples.logHeads).success).toBe(true);
  expect(openedRequestSchema.safeParse(officeExamples.openedRequest).success).toBe(true);
  expect(openedResponseSchema.safeParse(officeExamples.openedResponse).success).toBe(true);
  for (const { fragment } of examples.slipsResponse.slips) expect(readFragment(fragment)?.kind).toBe('slip');
  for (const text of examples.exchangeRequest.ops) {
    const parsed = parseCanonical(text);
    expect(parsed.kind).toBe('canonical');
    expect(operationSchema.safeParse(parsed.kind === 'canonical' ? parsed.value : null).success).toBe(true);
  }
});

test('the document is the same at every asking', () => {
  expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(openApiDocument()));
});
