/** What the page of slips reads, in one go. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { deadlineFor } from '../deadline-words.ts';
import type { HouseholdEntry } from '../household-entries.ts';
import { hamletIdOf, readHouseholds } from '../read-hamlet.ts';
import type { Workspace } from '#client/workspace.ts';
import type { SlipFacts } from './slip-words.ts';

export interface SlipRows {
  entries: HouseholdEntry[];
  facts: Omit<SlipFacts, 'origin'>;
}

const bare = (name: string): string => name.replace(/^xóm\s+/i, '');

/** `hamletId`: the profile's own, unless the office asks for another. */
export async function readSlips(
  workspace: Workspace,
  hamletId: string = hamletIdOf(workspace),
): Promise<SlipRows> {
  const [{ campaign, entries }, deadlines, communes] = await Promise.all([
    readHouseholds(workspace, hamletId),
    workspace.rows('deadline'),
    workspace.rows('commune'),
  ]);
  const [hamlet, set] = await Promise.all([
    workspace.row('hamlet', hamletId),
    campaign && workspace.row('criteriaSet', campaign.criteriaSets.household),
  ]);
  return {
    entries,
    facts: {
      commune: communes[0]?.value.name ?? '',
      hamlet: bare(hamlet?.value.name ?? workspace.profile.title),
      deadline: campaign && deadlineFor(deadlines, campaign.id, 'household'),
      headName: hamlet?.value.headName,
      headPhone: hamlet?.value.headPhone,
      questions: set === undefined ? 0 : criteriaOf(set.value).length,
    },
  };
}
