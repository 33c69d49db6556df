/** Everything these screens show, read in one go and joined once per change of the replica. */
import { dayOf } from '#domain/day.ts';
import type { Dated } from '#domain/standing.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { TableName } from '#client/db/on-change.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { Workspace } from '#client/workspace.ts';
import { usePatient } from '../patiently.ts';
import { campaignFor, type Which } from '../campaign-for.ts';
import { useWhich } from '../which-campaign.tsx';

export const PLACES_TABLES: readonly TableName[] = ['rows', 'outbox'];

export interface Places {
  hamlets: StoredRow<'hamlet'>[];
  households: StoredRow<'household'>[];
  units: StoredRow<'unit'>[];
  positions: StoredRow<'position'>[];
  counts: StoredRow<'populationCount'>[];
  priorResults: StoredRow<'priorResult'>[];
  campaign: Campaign | undefined;
  /** By id; '' for a hamlet nobody here knows. */
  hamletName: (id: string) => string;
}

/** Undefined until the machine has been read once. */
export function usePlaces(): Places | undefined {
  const workspace = useWorkspace();
  const { chosen, day } = useWhich();
  return usePatient(() => readPlaces(workspace, { chosen, day }), [workspace, chosen, day], PLACES_TABLES);
}

export async function readPlaces(workspace: Workspace, which: Which): Promise<Places> {
  const [hamlets, households, units, positions, counts, priorResults, campaigns] = await Promise.all([
    workspace.rows('hamlet'),
    workspace.rows('household'),
    workspace.rows('unit'),
    workspace.rows('position'),
    workspace.rows('populationCount'),
    workspace.rows('priorResult'),
    workspace.rows('campaign'),
  ]);
  const names = new Map(hamlets.map(({ id, value }) => [id, value.name]));
  return {
    hamlets: [...hamlets].sort((a, b) => a.value.order - b.value.order),
    households,
    units,
    positions,
    counts,
    priorResults,
    campaign: campaignFor(
      campaigns.map(({ value }) => value),
      which,
    ),
    hamletName: (id) => names.get(id) ?? '',
  };
}

/** `2025-11-05` → `05/11/2025`. */
export const shownDay = (day: string): string => day.split('-').reverse().join('/');
export const today = (now: number): string => dayOf(now);

/** Its last day is set, and may lie ahead. */
export const isEnding = ({ validTo }: Pick<Dated, 'validTo'>): boolean => validTo !== undefined;

/** Newest first; of one day the one written last. */
export const countsOf = (
  counts: readonly StoredRow<'populationCount'>[],
  hamletId: string,
): StoredRow<'populationCount'>[] =>
  counts
    .filter(({ value }) => value.hamletId === hamletId)
    .sort((a, b) => (a.value.date === b.value.date ? b.rev - a.rev : a.value.date < b.value.date ? 1 : -1));

export const keyOfWords = (...words: (string | undefined)[]): string =>
  searchKey(words.filter((word) => word !== undefined).join(' '));
