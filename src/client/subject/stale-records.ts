/**
 * Records this phone wrote on what another phone had meanwhile changed: the commune kept the other's, and this phone
 * keeps its own words until a person says which stands. Pure.
 */
import type { RecordEntity } from '#protocol/entities.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { OutboxRow } from '#client/db/model.ts';

export interface StaleRecord<Value> {
  id: string;
  opId: string;
  /** As written here; null = taken out here. */
  own: Value | null;
}

interface Reads<Value> {
  safeParse: (value: unknown) => { success: true; data: Value } | { success: false };
}

/**
 * The newest write of each record, where it was refused because of its basis. `outbox` in order of seq; `schema`: the
 * entity's own.
 */
export function staleRecords<Value>(
  outbox: readonly OutboxRow[],
  entity: RecordEntity,
  schema: Reads<Value>,
): StaleRecord<Value>[] {
  const newest = new Map<string, StaleRecord<Value> | null>();
  for (const row of outbox) {
    if (row.kind !== 'record.put') continue;
    const operation = operationIn(row);
    if (operation?.kind !== 'record.put' || operation.args.entity !== entity) continue;
    const { id, value } = operation.args;
    const isStale = row.result?.verdict === 'refused' && row.result.code === 'STALE_BASIS';
    const read = schema.safeParse(value);
    newest.set(id, isStale ? { id, opId: row.opId, own: read.success ? read.data : null } : null);
  }
  return [...newest.values()].filter((stale) => stale !== null);
}
