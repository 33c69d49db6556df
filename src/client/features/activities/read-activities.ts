/** What the log's screens read in one go: the activities of this subject, and where each stands on its way. */
import { activitySchema, type Activity } from '#protocol/subject-records.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { readSheet, type SheetRows } from '#client/subject/read-sheet.ts';
import { staleRecords, type StaleRecord } from '#client/subject/stale-records.ts';
import type { Workspace } from '#client/workspace.ts';

export type ActivityRow = StoredRow<'activity'>;

/** `aside`: the commune did not take it as it is; Hàng chờ says why. */
export type Standing = 'waiting' | 'aside' | 'received';

export interface ActivityRows extends Pick<SheetRows, 'profile' | 'campaign' | 'set' | 'hamlet'> {
  communeName: string;
  /** Newest first. */
  activities: ActivityRow[];
  /** Of those this phone wrote and that have not arrived; the rest are with the commune. */
  standing: ReadonlyMap<string, Exclude<Standing, 'received'>>;
  /** Written here on what another phone had changed: somebody has to choose. */
  stale: StaleRecord<Activity>[];
}

function standings(outbox: readonly OutboxRow[]): Map<string, Exclude<Standing, 'received'>> {
  const found = new Map<string, Exclude<Standing, 'received'>>();
  for (const row of outbox) {
    if (row.kind !== 'record.put') continue;
    const operation = operationIn(row);
    if (operation?.kind !== 'record.put' || operation.args.entity !== 'activity') continue;
    const { id } = operation.args;
    const verdict = row.result?.verdict;
    // In order of seq: the newest write of a record says where it stands.
    if (verdict === 'applied') found.delete(id);
    else found.set(id, verdict === 'refused' || verdict === 'quarantined' ? 'aside' : 'waiting');
  }
  return found;
}

export async function readActivities(workspace: Workspace): Promise<ActivityRows> {
  const [sheet, rows, communes] = await Promise.all([
    readSheet(workspace),
    workspace.rows('activity'),
    workspace.rows('commune'),
  ]);
  const { profile, campaign, set, hamlet, outbox } = sheet;
  const { binding } = profile;
  const subjectId = binding !== undefined && binding.kind !== 'office' ? binding.id : '';
  const mine = ({ value }: ActivityRow): boolean =>
    value.subjectId === subjectId && value.campaignId === campaign?.id;
  return {
    profile,
    campaign,
    set,
    hamlet,
    communeName: communes[0]?.value.name ?? '',
    activities: rows
      .filter(mine)
      .sort((a, b) => (a.value.date === b.value.date ? 0 : a.value.date < b.value.date ? 1 : -1)),
    standing: standings(outbox),
    stale: staleRecords(outbox, 'activity', activitySchema),
  };
}

/** Titles written before, each once, newest first: what is typed most is offered. */
export const titlesOf = (activities: readonly ActivityRow[], kind: Activity['kind'] | null): string[] => {
  const of = activities.filter(({ value }) => kind === null || value.kind === kind);
  return [...new Set(of.map(({ value }) => value.title))].slice(0, 20);
};
