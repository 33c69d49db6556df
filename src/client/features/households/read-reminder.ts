/** What reminders are made of, read in one go. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Workspace } from '#client/workspace.ts';
import { deadlineFor } from '#client/subject/deadline-words.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import { readHouseholds } from '#client/subject/read-hamlet.ts';
import type { ReminderFacts } from './reminder.ts';

export interface ReminderRows {
  facts: Omit<ReminderFacts, 'now'>;
  entries: HouseholdEntry[];
}

const bare = (name: string): string => name.replace(/^xóm\s+/i, '');

export async function readReminder(workspace: Workspace): Promise<ReminderRows> {
  const [{ hamletId, campaign, entries }, deadlines] = await Promise.all([
    readHouseholds(workspace),
    workspace.rows('deadline'),
  ]);
  const [hamlet, set] = await Promise.all([
    workspace.row('hamlet', hamletId),
    campaign && workspace.row('criteriaSet', campaign.criteriaSets.household),
  ]);
  return {
    entries,
    facts: {
      hamlet: bare(hamlet?.value.name ?? workspace.profile.title),
      headPhone: hamlet?.value.headPhone,
      deadline: campaign && deadlineFor(deadlines, campaign.id, 'household'),
      questions: set === undefined ? 0 : criteriaOf(set.value).length,
      total: hamlet?.value.households ?? entries.length,
      sent: entries.filter(({ state }) => state === 'sent').length,
    },
  };
}
