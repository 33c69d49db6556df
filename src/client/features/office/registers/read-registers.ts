/** The registers of the campaign looked at, newest line first. */
import { hasEndedBy } from '#domain/standing.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { registerEntrySchema, type Inspection, type RegisterEntry } from '#protocol/office-records.ts';
import { staleRecords } from '#client/subject/stale-records.ts';
import type { Workspace } from '#client/workspace.ts';
import { isSeenMark } from '../trust/read-trust.ts';
import { campaignFor, type Which } from '../campaign-for.ts';
import { staleLines, type StaleLine } from '../stale-lines.ts';
import { entryFacts } from './entry-facts.ts';

export const registerTabs = ['training', 'event', 'proposal', 'inspection'] as const;
export type RegisterTab = (typeof registerTabs)[number];
export type EntryKind = RegisterEntry['kind'];

export interface Line<Value> {
  id: string;
  rev: number;
  value: Value;
  key: string;
}
export interface InspectionLine extends Line<Inspection> {
  subject: string;
}

export interface Registers {
  campaignId: string;
  year: number;
  /** In the commune's order. */
  hamlets: readonly { id: string; name: string }[];
  entries: readonly Line<RegisterEntry>[];
  inspections: readonly InspectionLine[];
  stale: readonly StaleLine<RegisterEntry>[];
}

const newestFirst = (a: Line<{ date: string }>, b: Line<{ date: string }>): number =>
  a.value.date === b.value.date ? (a.id < b.id ? 1 : -1) : a.value.date < b.value.date ? 1 : -1;

export async function readRegisters(
  workspace: Pick<Workspace, 'rows' | 'outbox'>,
  which: Which,
): Promise<Registers> {
  const [campaigns, hamlets, units, households, entries, inspections, outbox] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('hamlet'),
    workspace.rows('unit'),
    workspace.rows('household'),
    workspace.rows('registerEntry'),
    workspace.rows('inspection'),
    workspace.outbox(),
  ]);
  const campaign = campaignFor(
    campaigns.map(({ value }) => value),
    which,
  );
  const names = new Map([
    ...hamlets.map(({ id, value }) => [id, value.name] as const),
    ...units.map(({ id, value }) => [id, value.name] as const),
    ...households.map(({ id, value }) => [id, value.householder] as const),
  ]);
  const isOurs = ({ value }: { value: { campaignId: string } }) => value.campaignId === campaign?.id;
  const lines = entries
    .filter(isOurs)
    .map(({ id, rev, value }) => ({
      id,
      rev,
      value,
      key: searchKey(
        [value.title, value.place, value.organiser, value.result]
          .concat(value.hamlets.map((hamlet) => names.get(hamlet) ?? ''))
          .join(' '),
      ),
    }))
    .sort(newestFirst);
  const named = hamlets
    // Whoever stood at some time of its year: an entry of spring may name a hamlet merged in summer.
    .filter(({ value }) => !hasEndedBy(value, `${campaign?.year ?? 0}-01-01`))
    .sort((a, b) => a.value.order - b.value.order)
    .map(({ id, value }) => ({ id, name: value.name }));
  const stale = staleLines(
    staleRecords(outbox, 'registerEntry', registerEntrySchema),
    entries,
    (value: RegisterEntry) => entryFacts(value, { hamlets: named }),
  ).filter(({ own, row }) => (own ?? row?.value)?.campaignId === campaign?.id);
  return {
    campaignId: campaign?.id ?? '',
    year: campaign?.year ?? 0,
    hamlets: named,
    entries: lines,
    // "Đã xem, không có gì" is a look at the screen: nobody went anywhere.
    inspections: inspections
      .filter((each) => isOurs(each) && !isSeenMark(each))
      .map(({ id, rev, value }) => {
        const subject = names.get(value.subjectId) ?? '';
        const key = searchKey([subject, value.inspectors, value.note].join(' '));
        return { id, rev, value, subject, key };
      })
      .sort(newestFirst),
    stale,
  };
}
