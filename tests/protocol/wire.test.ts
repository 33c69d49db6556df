/**
 * The wire may grow optional members and nothing else. A changed fingerprint is a changed protocol: raise the version,
 * add a golden sample, and only then write the new fingerprint here.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { canon, parseCanonical } from '#protocol/canon.ts';
import {
  codeRequestSchema,
  codeResponseSchema,
  deviceActRequestSchema,
  deviceActResponseSchema,
} from '#protocol/devices.ts';
import { rowSchemas } from '#protocol/entities.ts';
import { enrolRequestSchema, enrolResponseSchema } from '#protocol/enrol.ts';
import { exchangeRequestSchema, exchangeResponseSchema } from '#protocol/exchange.ts';
import { feedbackReceiptSchema, feedbackRequestSchema, feedbackStateSchema } from '#protocol/feedback.ts';
import { hashText } from '#protocol/hash.ts';
import { logHeadsSchema, logPageSchema } from '#protocol/log.ts';
import { openedRequestSchema, openedResponseSchema } from '#protocol/opened.ts';
import { operationKinds, operationSchema } from '#protocol/operation.ts';
import { problemSchema } from '#protocol/problem.ts';
import { proofClaimsSchema } from '#protocol/proof.ts';
import { helloSchema, publicCampaignSchema, receiptStateSchema } from '#protocol/public.ts';
import { receiptClaimsSchema } from '#protocol/receipt.ts';
import { rekeyRequestSchema, successionSchema } from '#protocol/rekey.ts';
import { slipsRequestSchema, slipsResponseSchema } from '#protocol/slips.ts';
import { rescueClaimsSchema, rescueFileSchema, rescueReplySchema } from '#protocol/rescue.ts';

const wire = {
  operation: operationSchema,
  exchangeRequest: exchangeRequestSchema,
  exchangeResponse: exchangeResponseSchema,
  enrolRequest: enrolRequestSchema,
  enrolResponse: enrolResponseSchema,
  proofClaims: proofClaimsSchema,
  receiptClaims: receiptClaimsSchema,
  problem: problemSchema,
  hello: helloSchema,
  publicCampaign: publicCampaignSchema,
  receiptState: receiptStateSchema,
  rekeyRequest: rekeyRequestSchema,
  succession: successionSchema,
  rescueClaims: rescueClaimsSchema,
  rescueFile: rescueFileSchema,
  rescueReply: rescueReplySchema,
  slipsRequest: slipsRequestSchema,
  slipsResponse: slipsResponseSchema,
  codeRequest: codeRequestSchema,
  codeResponse: codeResponseSchema,
  deviceActRequest: deviceActRequestSchema,
  deviceActResponse: deviceActResponseSchema,
  feedbackRequest: feedbackRequestSchema,
  feedbackReceipt: feedbackReceiptSchema,
  feedbackState: feedbackStateSchema,
  logPage: logPageSchema,
  logHeads: logHeadsSchema,
  openedRequest: openedRequestSchema,
  openedResponse: openedResponseSchema,
  ...rowSchemas,
};

const fingerprint = (schemas: object): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)])))
    .digest('base64url');

const FINGERPRINT_V1 = '5OkCm9N7nueALe8x46lDEhEiemZ-VA9cyy4heyfi0Z0';

test('the wire schemas are those of protocol version 1', () => {
  expect(fingerprint(wire)).toBe(FINGERPRINT_V1);
});

test('control: one more optional member changes the fingerprint', () => {
  const grown = { ...wire, hello: z.strictObject({ v: z.literal(1), extra: z.optional(z.string()) }) };
  expect(fingerprint(grown)).not.toBe(fingerprint(wire));
});

const samples = new URL('./samples/v1/', import.meta.url);
const sample = (name: string): unknown => JSON.parse(readFileSync(new URL(name, samples), 'utf8'));

test('every kind of operation has a golden sample, and there are no others', () => {
  expect(readdirSync(samples).toSorted()).toEqual(operationKinds.map((kind) => `${kind}.json`).toSorted());
});

// promise: P12
test.each(operationKinds)('the golden %s sample is accepted for ever, with the hash it had', async (kind) => {
  const golden = z.strictObject({ text: z.string(), hash: z.string() }).parse(sample(`${kind}.json`));
  const parsed = parseCanonical(golden.text);
  expect(parsed.kind).toBe('canonical');
  const operation = operationSchema.parse(JSON.parse(golden.text));
  expect(operation.kind).toBe(kind);
  expect(canon(operation)).toBe(golden.text);
  expect(await hashText(golden.text)).toBe(golden.hash);
});
