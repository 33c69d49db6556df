/** Who asks, on the first page of a slip: the commune by its name where this phone knows it, and never another's. */
import { render, screen } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import type { PublicCampaign } from '#protocol/public.ts';
import { createPocket } from '#client/db/pocket.ts';
import { HouseholdApp } from '#client/features/household/household-app.tsx';
import { household } from '#client/messages/household.ts';
import { SettingsProvider } from '#client/app/settings-context.tsx';
import { openCommune } from '../../client-core/commune.ts';
import { createPhone } from '../../client-core/surroundings.ts';
import { publicCampaignSchema } from '#protocol/public.ts';

const SEED = 20261122;
const slipOf = (communeId: string) => {
  const slip = readFragment(`s1.abcdefghijklmnopqrstuv.0123456789ab5cde8f0123456789abcd.${communeId}.DM-001`);
  if (slip?.kind !== 'slip') throw new Error('no slip');
  return slip;
};

async function knownCampaign(): Promise<PublicCampaign> {
  const phone = createPhone(SEED);
  const { chance } = phone.tab(() => Promise.reject(new TypeError('unreachable'))).environment;
  const commune = await openCommune(phone.clock, chance);
  const reply = await commune.ask(new Request('http://localhost:8080/api/v1/public/campaign'));
  return publicCampaignSchema.parse(await reply.json());
}

async function openSlip(communeId: string, campaign: PublicCampaign | undefined): Promise<void> {
  const pocket = createPocket(new IDBFactory());
  render(
    <SettingsProvider pocket={pocket} first={await pocket.settings()}>
      <HouseholdApp
        pocket={pocket}
        campaign={campaign}
        slip={slipOf(communeId)}
        profile={null}
        isInAppBrowser={false}
        build="test"
      />
    </SettingsProvider>,
  );
}

test('a slip opened without a network names the commune that this phone knows, and until when it asks', async () => {
  const campaign = await knownCampaign();
  await openSlip(campaign.commune.id, campaign);
  expect(screen.getByText(/Ủy ban nhân dân xã Bình Thuận mời gia đình/)).toBeInTheDocument();
});

test('a phone that knows no commune, or another one, says only that the commune asks', async () => {
  await openSlip('binh-thuan', undefined);
  expect(screen.getByText(household.askerUnknown)).toBeInTheDocument();
  await openSlip('xa-khac', await knownCampaign());
  expect(screen.getAllByText(household.askerUnknown)).toHaveLength(2);
});
