/** What the page of slips reads, in one go. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { deadlineFor } from '#client/subject/deadline-words.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import { readHouseholds } from '#client/subject/read-hamlet.ts';
import type { Workspace } from '#client/workspace.ts';
import type { SlipFacts } from './slip-words.ts';

export interface SlipRows {
  entries: HouseholdEntry[];
  facts: Omit<SlipFacts, 'origin'>;
}

const bare = (name: string): string => name.replace(/^xóm\s+/i, '');

export async function readSlips(workspace: Workspace): Promise<SlipRows> {
  const [{ hamletId, campaign, entries }, deadlines, communes] = await Promise.all([
    readHouseholds(workspace),
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
