/** One household as its own page needs it: in the list or out of it. */
import type { Household } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { isFinal } from '#protocol/exchange.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import type { GoneHousehold } from '#client/subject/household-gone.ts';
import { readHouseholds } from '#client/subject/read-hamlet.ts';
import type { Workspace } from '#client/workspace.ts';

export interface CardRows {
  household: Household;
  /** Revision of the row, for a compare-and-set put. */
  rev: number;
  /** Absent once it left the list. */
  entry: HouseholdEntry | undefined;
  gone: GoneHousehold | undefined;
  /** What was changed here has not reached the commune. */
  isPending: boolean;
  entries: HouseholdEntry[];
  /** Where it may move to. */
  hamlets: StoredRow<'hamlet'>[];
}

async function isWaiting(workspace: Workspace, id: string): Promise<boolean> {
  return (await workspace.outbox()).some((row) => {
    if (row.kind !== 'record.put' || (row.result && isFinal(row.result.verdict))) return false;
    const operation = operationIn(row);
    return operation?.kind === 'record.put' && operation.args.id === id;
  });
}

/** `null`: this phone knows no such household of the hamlet. */
export async function readCard(workspace: Workspace, id: string): Promise<CardRows | null> {
  const [{ hamletId, entries, gone }, hamlets, isPending] = await Promise.all([
    readHouseholds(workspace),
    workspace.rows('hamlet'),
    isWaiting(workspace, id),
  ]);
  const entry = entries.find(({ household }) => household.id === id);
  const left = gone.find(({ household }) => household.id === id);
  const { household, rev } = entry ?? left ?? {};
  if (household === undefined || rev === undefined) return null;
  return {
    household,
    rev,
    entry,
    gone: left,
    isPending,
    entries: entries.filter((each) => each.household.id !== id),
    hamlets: hamlets.filter(
      ({ value }) => value.id !== hamletId && value.validTo === undefined && value.mergedInto === undefined,
    ),
  };
}
