/** Wire schemas by the name a client writer meets them under, as JSON Schema 2020-12. */
import { answerSchema } from '#domain/answers.ts';
import { criteriaSetSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import {
  codeRequestSchema,
  codeResponseSchema,
  deviceActRequestSchema,
  deviceActResponseSchema,
} from '#protocol/devices.ts';
import { enrolRequestSchema, enrolResponseSchema, publicJwkSchema } from '#protocol/enrol.ts';
import { rowSchemas, type RowEntity } from '#protocol/entities.ts';
import { exchangeRequestSchema, exchangeResponseSchema } from '#protocol/exchange.ts';
import { feedbackReceiptSchema, feedbackRequestSchema, feedbackStateSchema } from '#protocol/feedback.ts';
import { logHeadsSchema, logPageSchema } from '#protocol/log.ts';
import { openDocumentSchema } from '#protocol/open-data.ts';
import { operationSchema } from '#protocol/operation.ts';
import { fileStateSchema } from '#protocol/photo.ts';
import { problemSchema } from '#protocol/problem.ts';
import { proofClaimsSchema } from '#protocol/proof.ts';
import { helloSchema, publicCampaignSchema, receiptStateSchema } from '#protocol/public.ts';
import { rescueClaimsSchema, rescueFileSchema, rescueReplySchema } from '#protocol/rescue.ts';
import { receiptClaimsSchema } from '#protocol/receipt.ts';
import { rekeyRequestSchema } from '#protocol/rekey.ts';
import {
  beginRequestSchema,
  beginResponseSchema,
  finishRequestSchema,
  newPasswordRequestSchema,
  newPasswordResponseSchema,
  passwordRequestSchema,
  removeRequestSchema,
  sessionAskSchema,
  sessionStateSchema,
} from '#protocol/session.ts';
import { openedRequestSchema, openedResponseSchema } from '#protocol/opened.ts';
import { slipsRequestSchema, slipsResponseSchema } from '#protocol/slips.ts';

const named = {
  Answer: answerSchema,
  CodeRequest: codeRequestSchema,
  CodeResponse: codeResponseSchema,
  CriteriaSet: criteriaSetSchema,
  DeviceActRequest: deviceActRequestSchema,
  DeviceActResponse: deviceActResponseSchema,
  EnrolRequest: enrolRequestSchema,
  EnrolResponse: enrolResponseSchema,
  ExchangeRequest: exchangeRequestSchema,
  ExchangeResponse: exchangeResponseSchema,
  FeedbackReceipt: feedbackReceiptSchema,
  FeedbackRequest: feedbackRequestSchema,
  FeedbackState: feedbackStateSchema,
  FileState: fileStateSchema,
  Hello: helloSchema,
  LogHeads: logHeadsSchema,
  LogPage: logPageSchema,
  OpenDocument: openDocumentSchema,
  Operation: operationSchema,
  Problem: problemSchema,
  ProofClaims: proofClaimsSchema,
  PublicCampaign: publicCampaignSchema,
  PublicJwk: publicJwkSchema,
  ReceiptClaims: receiptClaimsSchema,
  ReceiptState: receiptStateSchema,
  RescueClaims: rescueClaimsSchema,
  RescueFile: rescueFileSchema,
  RescueReply: rescueReplySchema,
  RekeyRequest: rekeyRequestSchema,
  BeginRequest: beginRequestSchema,
  BeginResponse: beginResponseSchema,
  FinishRequest: finishRequestSchema,
  NewPasswordRequest: newPasswordRequestSchema,
  NewPasswordResponse: newPasswordResponseSchema,
  OpenedRequest: openedRequestSchema,
  OpenedResponse: openedResponseSchema,
  PasswordRequest: passwordRequestSchema,
  RemoveRequest: removeRequestSchema,
  SessionAsk: sessionAskSchema,
  SessionState: sessionStateSchema,
  SlipsRequest: slipsRequestSchema,
  SlipsResponse: slipsResponseSchema,
} as const;

/** `Row.submission`: what `rows[].value` holds for that entity. */
const rowName = (entity: string): string => `Row.${entity}`;

export type SchemaName = keyof typeof named | `Row.${RowEntity}`;

export const schemaRef = (name: SchemaName): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** Every schema with its references to the others; made once, at start. */
export function wireSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name });
  for (const [entity, schema] of Object.entries(rowSchemas))
    // The criteria set is already there under its own name.
    if (!registry.has(schema)) registry.add(schema, { id: rowName(entity) });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
  });
  const byName: Record<string, object> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const { $schema: _dialect, $id: _id, ...rest } = schema;
    byName[name] = rest;
  }
  byName[rowName('criteriaSet')] = schemaRef('CriteriaSet');
  return byName;
}
