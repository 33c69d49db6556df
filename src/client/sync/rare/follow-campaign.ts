/**
 * Which campaign's form a phone opens. A new campaign is there for every hamlet, unit and household at once; the phone
 * goes over to it at the exchange that tells of it, and drafts of earlier ones stay, to be read and sent.
 */
import { dayOf } from '#domain/day.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { stateIn } from '#client/db/sync-state.ts';
import type { Workspace } from '#client/workspace.ts';
import type { ProfileCard } from '../cycle-context.ts';

export interface FollowParts {
  card: Pick<ProfileCard, 'current' | 'change'>;
  rows: Pick<Workspace, 'rows'>;
  store: Pick<EngineStore, 'tables' | 'state'>;
  clock: { now: () => number };
}

/** The day by the commune's clock: a phone's own may be wrong (P9). */
export const communeDay = async ({ store, clock }: Pick<FollowParts, 'store' | 'clock'>): Promise<string> =>
  dayOf(clock.now() + (await store.state()).clockOff);

/** Screens read the profile with their rows: they are asked to read again. */
export const announceProfile = async ({ tables }: FollowParts['store']): Promise<void> => {
  await tables.write(['meta'], async (tx) => tx.putSyncState(await stateIn(tx)));
};

async function openFormOf(
  parts: FollowParts,
  campaignId: string,
  staysIn: string | undefined,
): Promise<void> {
  const { card, store } = parts;
  const profile = card.current();
  const { binding, communeId, assessmentId: before } = profile;
  if (binding === undefined || binding.kind === 'office') return;
  const assessmentId = assessmentIdOf(communeId, campaignId, binding.id);
  if (assessmentId === before && profile.staysIn === staysIn) return;
  const known = [...(profile.earlier ?? []), ...(before === undefined ? [] : [before])];
  const earlier = [...new Set(known)].filter((id) => id !== assessmentId);
  await card.change({ ...profile, assessmentId, earlier, staysIn });
  await announceProfile(store);
}

/** After an exchange. A person who went back to an earlier campaign stays there until they come back. */
export async function followCampaign(parts: FollowParts): Promise<void> {
  const { card, rows } = parts;
  const campaigns = (await rows.rows('campaign')).map(({ value }) => value);
  const { staysIn } = card.current();
  const stays = campaigns.find(({ id }) => id === staysIn);
  const current = stays ?? currentCampaign(campaigns, await communeDay(parts));
  if (current !== undefined) await openFormOf(parts, current.id, stays?.id);
}

/** By hand: an earlier campaign's form, or (null) the one of now. */
export async function openCampaign(parts: FollowParts, campaignId: string | null): Promise<void> {
  const campaigns = (await parts.rows.rows('campaign')).map(({ value }) => value);
  const current = currentCampaign(campaigns, await communeDay(parts));
  const asked = campaignId ?? current?.id;
  if (asked !== undefined) await openFormOf(parts, asked, asked === current?.id ? undefined : asked);
}
