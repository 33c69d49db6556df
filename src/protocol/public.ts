/** What anyone may read without a credential. */
import { criteriaSetSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { campaignSchema, communeSchema, deadlineSchema } from './family-rows.ts';
import { channelSchema } from './judged-rows.ts';
import { recipientSchema } from './enrol.ts';
import { epochSchema } from './exchange.ts';
import { assessmentStateSchema } from './operation.ts';

export const CAMPAIGN_PATH = '/api/v1/public/campaign';

export const helloSchema = z.strictObject({
  v: z.literal(1),
  protocol: z.strictObject({ min: z.int(), max: z.int() }),
  epoch: epochSchema,
  time: z.int(),
  limits: z.strictObject({ operationBytes: z.int(), exchangeBytes: z.int() }),
});
export type Hello = z.infer<typeof helloSchema>;

/** Enough for a phone to open a household form later without any contact. */
export const publicCampaignSchema = z.strictObject({
  v: z.literal(1),
  commune: communeSchema,
  campaign: campaignSchema,
  deadlines: z.array(deadlineSchema),
  householdSet: criteriaSetSchema,
  /** So that a phone that never reached the commune can still export what it holds, for the commune alone. */
  recipient: z.optional(recipientSchema),
});
export type PublicCampaign = z.infer<typeof publicCampaignSchema>;

export const receiptPath = (code: string): string => `/api/v1/public/receipts/${code}`;

export const receiptStateSchema = z.strictObject({
  v: z.literal(1),
  code: z.string(),
  state: assessmentStateSchema,
  channel: channelSchema,
  receivedAt: z.int(),
  /** A later submission took its place. */
  superseded: z.boolean(),
});
export type ReceiptState = z.infer<typeof receiptStateSchema>;
