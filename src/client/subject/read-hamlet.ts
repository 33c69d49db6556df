/**
 * What the hamlet's screens read beside its own sheet: its households, and what their forms say. Apart from the sheet,
 * so that a save of the sheet's draft does not read five hundred forms again.
 */
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { Workspace } from '#client/workspace.ts';
import { householdEntries, type HouseholdEntry } from './household-entries.ts';
import { householdForms } from './household-forms.ts';
import { goneHouseholds, type GoneHousehold } from './household-gone.ts';
import { campaignIn } from './read-sheet.ts';

export const hamletIdOf = ({ profile: { binding } }: Workspace): string =>
  binding?.kind === 'hamlet' ? binding.id : '';

export interface FormRows {
  /** Answers of households with a current form known on this phone. */
  forms: Answers[];
  householdSet: CriteriaSet | undefined;
}

export async function readForms(workspace: Workspace): Promise<FormRows> {
  const [campaigns, households, assessments, submissions, objections, requests, outbox] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('household'),
    workspace.rows('assessment'),
    workspace.rows('submission'),
    workspace.rows('objection'),
    workspace.rows('dataRequest'),
    workspace.outbox(),
  ]);
  const campaign = campaignIn(campaigns, workspace.profile);
  const set = campaign && (await workspace.row('criteriaSet', campaign.criteriaSets.household));
  const forms = householdForms({
    communeId: workspace.profile.communeId,
    campaignId: campaign?.id ?? '',
    hamletId: hamletIdOf(workspace),
    households,
    submissions,
    assessments,
    objections,
    requests,
    outbox,
  });
  return { forms: [...forms.values()], householdSet: set?.value };
}

export interface HouseholdRows {
  hamletId: string;
  campaign: Campaign | undefined;
  entries: HouseholdEntry[];
  /** Out of the list: moved away or merged. */
  gone: GoneHousehold[];
}

/** `hamletId`: the profile's own, unless the office asks for another. */
export async function readHouseholds(
  workspace: Workspace,
  hamletId: string = hamletIdOf(workspace),
): Promise<HouseholdRows> {
  const [campaigns, hamlets, households, assessments, objections, requests, outbox, drafts] =
    await Promise.all([
      workspace.rows('campaign'),
      workspace.rows('hamlet'),
      workspace.rows('household'),
      workspace.rows('assessment'),
      workspace.rows('objection'),
      workspace.rows('dataRequest'),
      workspace.outbox(),
      workspace.drafts(),
    ]);
  const campaign = campaignIn(campaigns, workspace.profile);
  const entries = householdEntries({
    communeId: workspace.profile.communeId,
    campaignId: campaign?.id ?? '',
    hamletId,
    households,
    assessments,
    objections,
    requests,
    outbox,
    drafts,
  });
  return { hamletId, campaign, entries, gone: goneHouseholds({ hamletId, households, hamlets }) };
}
