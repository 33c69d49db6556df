/** The registers of the newest campaign, newest line first. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { Inspection, RegisterEntry } from '#protocol/office-records.ts';
import type { Workspace } from '#client/workspace.ts';

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
}

const newestFirst = (a: Line<{ date: string }>, b: Line<{ date: string }>): number =>
  a.value.date === b.value.date ? (a.id < b.id ? 1 : -1) : a.value.date < b.value.date ? 1 : -1;

export async function readRegisters(workspace: Pick<Workspace, 'rows'>): Promise<Registers> {
  const [campaigns, hamlets, units, households, entries, inspections] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('hamlet'),
    workspace.rows('unit'),
    workspace.rows('household'),
    workspace.rows('registerEntry'),
    workspace.rows('inspection'),
  ]);
  const campaign = [...campaigns].sort((a, b) => b.value.year - a.value.year)[0]?.value;
  const names = new Map([
    ...hamlets.map(({ id, value }) => [id, value.name] as const),
    ...units.map(({ id, value }) => [id, value.name] as const),
    ...households.map(({ id, value }) => [id, value.householder] as const),
  ]);
  const isOurs = ({ value }: { value: { campaignId: string } }) => value.campaignId === campaign?.id;
  return {
    campaignId: campaign?.id ?? '',
    year: campaign?.year ?? 0,
    hamlets: hamlets
      .filter(({ value }) => value.mergedInto === undefined && value.validTo === undefined)
      .sort((a, b) => a.value.order - b.value.order)
      .map(({ id, value }) => ({ id, name: value.name })),
    entries: entries
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
      .sort(newestFirst),
    inspections: inspections
      .filter(isOurs)
      .map(({ id, rev, value }) => {
        const subject = names.get(value.subjectId) ?? '';
        const key = searchKey([subject, value.inspectors, value.note].join(' '));
        return { id, rev, value, subject, key };
      })
      .sort(newestFirst),
  };
}
