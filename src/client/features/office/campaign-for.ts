/** Which campaign a screen of the office shows; the choice itself is made in `which-campaign.tsx`. */
import { currentCampaign, hasBegun } from '#protocol/current-campaign.ts';
import type { Campaign } from '#protocol/entities.ts';

export interface Which {
  /** A campaign's id; null: the one that runs. */
  chosen: string | null;
  /** Today by the commune's clock, `YYYY-MM-DD`. */
  day: string;
}

/** Pure; undefined while the machine knows of none. */
export const campaignFor = (campaigns: readonly Campaign[], { chosen, day }: Which): Campaign | undefined =>
  campaigns.find(({ id }) => id === chosen) ?? currentCampaign(campaigns, day);

/** What one may look back at: all that has begun, newest first. */
export const begunCampaigns = (campaigns: readonly Campaign[], day: string): Campaign[] =>
  campaigns.filter((each) => hasBegun(each, day)).sort((a, b) => b.year - a.year);
