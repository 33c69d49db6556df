/** Freezes sealed on this machine that the commune has not answered for, or has not taken; and freezes in their order. */
import { rankingFreezeSchema, type RankingFreeze } from '#protocol/ranking-records.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { OutboxRow } from '#client/db/model.ts';

export interface OwnFreeze {
  freeze: RankingFreeze;
  /** `stale`: somebody scored, reopened or decided meanwhile · `setAside`: the commune could not take it at all. */
  state: 'waits' | 'stale' | 'setAside';
}

/** `outbox` in order of seq. */
export function ownFreezes(outbox: readonly OutboxRow[]): OwnFreeze[] {
  return outbox.flatMap((row): OwnFreeze[] => {
    if (row.kind !== 'record.put') return [];
    const operation = operationIn(row);
    if (operation?.kind !== 'record.put' || operation.args.entity !== 'rankingFreeze') return [];
    const read = rankingFreezeSchema.safeParse(operation.args.value);
    const verdict = row.result?.verdict;
    if (!read.success || verdict === 'applied') return [];
    const waits = verdict === undefined || verdict === 'retry';
    const isStale = verdict === 'refused' && row.result?.code === 'STALE_BASIS';
    return [{ freeze: read.data, state: waits ? 'waits' : isStale ? 'stale' : 'setAside' }];
  });
}

/** Those of `own` the commune did not take, while no later freeze of the group stands in their place. */
export const notTaken = (
  own: readonly OwnFreeze[],
  group: string,
  standing: readonly RankingFreeze[],
): OwnFreeze[] =>
  own.filter(
    ({ freeze, state }) =>
      state !== 'waits' &&
      freeze.group === group &&
      standing.every(({ frozenAt }) => frozenAt < freeze.frozenAt),
  );

/** The newest first, as each says which one it replaces: clocks of two machines may differ. */
export function inChainOrder<Row extends { id: string; value: RankingFreeze }>(rows: readonly Row[]): Row[] {
  const replaced = new Set(rows.map(({ value }) => value.replaces));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ordered: Row[] = [];
  const heads = rows
    .filter(({ id }) => !replaced.has(id))
    .sort((a, b) => b.value.frozenAt - a.value.frozenAt || (a.id < b.id ? 1 : -1));
  for (const head of heads) {
    let at: Row | undefined = head;
    while (at !== undefined && !ordered.includes(at)) {
      ordered.push(at);
      at = byId.get(at.value.replaces ?? '');
    }
  }
  return ordered;
}
