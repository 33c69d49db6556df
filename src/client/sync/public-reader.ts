/** What anyone may read without a credential. */
import { CAMPAIGN_PATH, publicCampaignSchema, receiptPath, receiptStateSchema } from '#protocol/public.ts';
import type { PublicCampaign, ReceiptState } from '#protocol/public.ts';
import type { Reply, Transport } from './transport.ts';

export const readCampaign = (transport: Transport): Promise<Reply<PublicCampaign>> =>
  transport.read(CAMPAIGN_PATH, publicCampaignSchema);

/** State behind a receipt code; `code` as `readCode` gives it. */
export const readReceiptState = (transport: Transport, code: string): Promise<Reply<ReceiptState>> =>
  transport.read(receiptPath(code), receiptStateSchema);
