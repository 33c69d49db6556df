/** What the commune has told about itself and the campaign, from the feed or from the page anyone may read. */
import { formatDate } from '#domain/vietnamese/format.ts';
import type { PublicCampaign } from '#protocol/public.ts';
import type { Workspace } from '#client/workspace.ts';
import { phoneClauses, unknownFacts } from '#client/messages/consent.ts';
import { fill } from '#client/messages/fill.ts';

export interface CommuneFacts {
  xa: string;
  nam: string;
  ngayXoa: string;
  /** '' when the commune has none on record. */
  dienThoai: string;
}

/** `2027-11-14` → `14/11/2027`. */
const readDate = (isoDate: string): string => formatDate(Date.parse(`${isoDate}T00:00:00.000Z`));

/** From what this phone was told before it was anybody's. */
export function factsOf(campaign: Pick<PublicCampaign, 'commune' | 'campaign'> | undefined): CommuneFacts {
  if (campaign === undefined) return { ...unknownFacts, dienThoai: '' };
  return {
    xa: campaign.commune.name,
    nam: String(campaign.campaign.year),
    ngayXoa: readDate(campaign.campaign.eraseAfter),
    dienThoai: campaign.commune.phone,
  };
}

/** Of the campaign whose form is open, else the newest the commune has told, else what was known before. */
export async function readFacts(
  workspace: Workspace | null,
  known: PublicCampaign | undefined,
): Promise<CommuneFacts> {
  const communes = (await workspace?.rows('commune')) ?? [];
  const campaigns = (await workspace?.rows('campaign')) ?? [];
  const commune = communes[0]?.value;
  const form = await workspace?.row('assessment', workspace.profile.assessmentId ?? '');
  const open = form?.value.campaignId ?? known?.campaign.id;
  const campaign = (
    campaigns.find(({ id }) => id === open) ?? [...campaigns].sort((a, b) => b.value.year - a.value.year)[0]
  )?.value;
  return factsOf(commune === undefined || campaign === undefined ? known : { commune, campaign });
}

/** A text with the commune's facts; the clause with the phone number goes when there is none. */
export function fillFacts(template: string, facts: CommuneFacts): string {
  const withoutHoles =
    facts.dienThoai === ''
      ? phoneClauses.reduce((text, [from, to]) => text.replaceAll(from, to), template)
      : template;
  return fill(withoutHoles, { ...facts });
}
