/** Names this machine knows for the ids the log holds. */
import { criteriaOf, type Criterion } from '#domain/criteria.ts';
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import type { Workspace } from '#client/workspace.ts';

export interface Choice {
  value: string;
  label: string;
}

export interface Names {
  /** Of hamlets, units, households and campaigns. */
  byId: ReadonlyMap<string, string>;
  /** The newest version a criterion stands in: its labels, whatever its sheet. */
  criteria: ReadonlyMap<string, Criterion>;
  /** To filter by. */
  devices: readonly Choice[];
  subjects: readonly Choice[];
}

export async function readNames(workspace: Pick<Workspace, 'rows'>): Promise<Names> {
  const [hamlets, units, households, campaigns, sets, devices] = await Promise.all([
    workspace.rows('hamlet'),
    workspace.rows('unit'),
    workspace.rows('household'),
    workspace.rows('campaign'),
    workspace.rows('criteriaSet'),
    workspace.rows('device'),
  ]);
  const inOrder = [...hamlets].sort((a, b) => a.value.order - b.value.order);
  const named = [...inOrder, ...sortedByName(units, ({ value }) => value.name)];
  return {
    byId: new Map([
      ...named.map(({ id, value }) => [id, value.name] as const),
      ...households.map(({ id, value }) => [id, value.householder] as const),
      ...campaigns.map(({ id, value }) => [id, value.shortTitle || value.title] as const),
    ]),
    criteria: new Map(
      [...sets]
        .sort((a, b) => a.value.version - b.value.version)
        .flatMap(({ value }) => criteriaOf(value).map((criterion) => [criterion.id, criterion] as const)),
    ),
    devices: sortedByName(
      devices.map(({ id, value }) => ({
        value: id,
        label: [value.personName, value.label].filter(Boolean).join(', ') || id.slice(0, 6),
      })),
      ({ label }) => label,
    ),
    subjects: named.map(({ id, value }) => ({ value: id, label: value.name })),
  };
}
