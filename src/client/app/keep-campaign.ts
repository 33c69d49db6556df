/** What anyone may read, kept so that a slip scanned later without a network finds its commune. */
import type { PublicCampaign } from '#protocol/public.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { readCampaign } from '#client/sync/public-reader.ts';
import { createTransport } from '#client/sync/transport.ts';

/** Null: no answer now. */
export async function keepCampaign(pocket: Pocket, build: string): Promise<PublicCampaign | null> {
  const reply = await readCampaign(createTransport(createBrowserEnvironment(build)));
  if (reply.kind !== 'answered') return null;
  await pocket.saveCampaign(reply.value);
  return reply.value;
}
