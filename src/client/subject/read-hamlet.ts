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
import { campaignIn } from './read-sheet.ts';

export const hamletIdOf = ({ profile: { binding } }: Workspace): string =>
  binding?.kind === 'hamlet' ? binding.id : '';

export interface FormRows {
  /** Answers of households with a current form known on this phone. */
  forms: Answers[];
  householdSet: CriteriaSet | undefined;
}

export async function readForms(workspace: Workspace): Promise<FormRows> {
  const [campaigns, assessments, submissions, outbox] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('assessment'),
    workspace.rows('submission'),
    workspace.outbox(),
  ]);
  const campaign = campaignIn(campaigns);
  const set = campaign && (await workspace.row('criteriaSet', campaign.criteriaSets.household));
  const forms = householdForms({ hamletId: hamletIdOf(workspace), submissions, assessments, outbox });
  return { forms: [...forms.values()], householdSet: set?.value };
}

export interface HouseholdRows {
  hamletId: string;
  campaign: Campaign | undefined;
  entries: HouseholdEntry[];
}

export async function readHouseholds(workspace: Workspace): Promise<HouseholdRows> {
  const [campaigns, households, assessments, outbox, drafts] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('household'),
    workspace.rows('assessment'),
    workspace.outbox(),
    workspace.drafts(),
  ]);
  const campaign = campaignIn(campaigns);
  const hamletId = hamletIdOf(workspace);
  const entries = householdEntries({
    communeId: workspace.profile.communeId,
    campaignId: campaign?.id ?? '',
    hamletId,
    households,
    assessments,
    outbox,
    drafts,
  });
  return { hamletId, campaign, entries };
}
