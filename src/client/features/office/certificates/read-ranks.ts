/** The frozen rankings in force and the names in them, read when the annex is asked for. */
import { sectors } from '#domain/criteria-set.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { fill } from '#client/messages/fill.ts';
import { annexWords as words } from '#client/messages/office-annexes.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import type { Workspace } from '#client/workspace.ts';
import { inChainOrder } from '../ranking/own-freezes.ts';
import type { Table } from '../sheets/table.ts';
import { rankingTable } from './annexes.ts';

/** The newest of each group: hamlets, units by sector, families by hamlet in the commune's order. */
const inForce = (
  rows: readonly { id: string; value: RankingFreeze }[],
  order: readonly string[],
): RankingFreeze[] =>
  order.flatMap((group) => {
    const [newest] = inChainOrder(rows.filter(({ value }) => value.group === group));
    return newest === undefined ? [] : [newest.value];
  });

export async function rankingAnnex(workspace: Pick<Workspace, 'rows'>, campaignId: string): Promise<Table> {
  const [freezes, hamlets, units, households, sets] = await Promise.all([
    workspace.rows('rankingFreeze'),
    workspace.rows('hamlet'),
    workspace.rows('unit'),
    workspace.rows('household'),
    workspace.rows('criteriaSet'),
  ]);
  const places = hamlets.sort((a, b) => a.value.order - b.value.order);
  const names = new Map([
    ...places.map(({ id, value }) => [id, value.name] as const),
    ...units.map(({ id, value }) => [id, value.name] as const),
    ...households.map(({ id, value }) => [id, value.householder] as const),
  ]);
  const groups = [
    ['hamlet', words.groups.hamlet],
    ...sectors.map((sector) => [`unit:${sector}`, officeProgress.sectors.names[sector]] as const),
    ...places.map(
      ({ id, value }) => [`household:${id}`, fill(words.groups.household, { hamlet: value.name })] as const,
    ),
  ] as const;
  const groupNames = new Map<string, string>(groups);
  return rankingTable(
    inForce(
      freezes.filter(({ value }) => value.campaignId === campaignId),
      groups.map(([group]) => group),
    ),
    {
      nameOf: (id) => names.get(id) ?? '',
      groupName: (group) => groupNames.get(group) ?? group,
      sets: new Map(sets.map(({ id, value }) => [id, value])),
    },
  );
}
