/**
 * The feed: one projection of each row per audience (`protocol.md` §5). Written in the transaction that changes what it
 * is a projection of, so that the two can never tell different stories.
 */
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { Transaction } from '../store/store.ts';

export interface Projection<Entity extends RowEntity> {
  entity: Entity;
  id: string;
  rev: number;
  value: RowValue<Entity>;
  scopes: readonly Scope[];
  /** Scopes it showed in until now, where they may differ: a tombstone goes under those it leaves. */
  scopesBefore?: readonly Scope[];
}

export async function project<Entity extends RowEntity>(
  { feed }: Transaction,
  { entity, id, rev, value, scopes, scopesBefore = [] }: Projection<Entity>,
): Promise<void> {
  const text = JSON.stringify(value);
  for (const scope of scopes) await feed.put({ scope, entity, id, rev, value: text });
  for (const scope of scopesBefore)
    if (!scopes.includes(scope)) await feed.put({ scope, entity, id, rev, value: null });
}

/** The row is gone for all who saw it. */
export async function bury(
  { feed }: Transaction,
  { entity, id, rev, scopes }: { entity: RowEntity; id: string; rev: number; scopes: readonly Scope[] },
): Promise<void> {
  for (const scope of scopes) await feed.put({ scope, entity, id, rev, value: null });
}

/** Shows a row that is already in `from` also in `to`, as it stands; under a revision of its own. */
export async function showAlso(
  { feed }: Transaction,
  row: { entity: RowEntity; id: string; rev: number; from: Scope; to: Scope },
): Promise<void> {
  const shown = await feed.find(row.from, row.entity, row.id);
  if (shown !== undefined && shown.value !== null)
    await feed.put({ scope: row.to, entity: row.entity, id: row.id, rev: row.rev, value: shown.value });
}
