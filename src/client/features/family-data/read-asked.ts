/** What the family asked and how it stands: the commune's word, with the family's own words as this phone wrote them. */
import type { RowValue } from '#protocol/entities.ts';
import type { FamilyRecordEntity } from '#protocol/family-records.ts';
import { isFinal } from '#protocol/exchange.ts';
import { madeAt } from '#protocol/id-time.ts';
import type { OutboxRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { Workspace } from '#client/workspace.ts';

export interface Asked<Value> {
  value: Value;
  /** Revision to write on. */
  rev: number;
  /** '' where another phone wrote them, or this one no longer keeps them. */
  words: string;
  /** By the clock of the phone that wrote it. */
  at: number;
  /** The commune has not answered for the newest write. */
  isWaiting: boolean;
  /** Why the commune did not take the newest write; null = it did, or may still. */
  refused: string | null;
}

interface OwnPut<Value> {
  value: Value;
  row: OutboxRow;
}

/** Reads a value as that entity's; undefined = it is none. */
type Reader<Entity extends FamilyRecordEntity> = (value: unknown) => RowValue<Entity> | undefined;

function ownPuts<Entity extends FamilyRecordEntity>(
  entity: Entity,
  read: Reader<Entity>,
  outbox: readonly OutboxRow[],
): OwnPut<RowValue<Entity>>[] {
  return outbox.flatMap((row) => {
    if (row.kind !== 'record.put') return [];
    const operation = operationIn(row);
    if (operation?.kind !== 'record.put' || operation.args.entity !== entity) return [];
    const value = read(operation.args.value);
    return value === undefined ? [] : [{ value, row }];
  });
}

const refusedBy = ({ result }: OutboxRow): string | null =>
  result !== undefined && isFinal(result.verdict) && result.verdict !== 'applied'
    ? (result.code ?? result.verdict)
    : null;

/** Newest first. */
export async function readAsked<Entity extends FamilyRecordEntity>(
  workspace: Workspace,
  entity: Entity,
  read: Reader<Entity>,
  outbox: readonly OutboxRow[],
): Promise<Asked<RowValue<Entity>>[]> {
  const rows = await workspace.rows(entity);
  const puts = ownPuts(entity, read, outbox);
  const known = new Map(rows.map(({ id, value, rev }) => [id, { value, rev }]));
  // One the commune never took shows nowhere else.
  for (const { value } of puts) if (!known.has(value.id)) known.set(value.id, { value, rev: 0 });
  return [...known.values()]
    .map(({ value, rev }) => {
      const own = puts.filter((put) => put.value.id === value.id);
      const newest = own.at(-1)?.row;
      return {
        value,
        rev,
        words: own.find((put) => put.value.reason !== '')?.value.reason ?? value.reason,
        at: madeAt(value.id),
        isWaiting: newest !== undefined && (newest.result === undefined || !isFinal(newest.result.verdict)),
        refused: newest === undefined ? null : refusedBy(newest),
      };
    })
    .sort((a, b) => b.at - a.at);
}
