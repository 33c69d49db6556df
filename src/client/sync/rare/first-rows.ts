/**
 * What a phone that waits for the officer's word was given to begin with. It lies under a life of its own, so that what
 * the first exchange brings takes its place whole.
 */
import { rowSchemas, type RowEntity } from '#protocol/entities.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { BaseRow } from '#client/db/tables.ts';

const BEFORE_CONTACT = 'first';

const isKnown = (entity: string): entity is RowEntity => Object.hasOwn(rowSchemas, entity);

/** Rows this build cannot read are left out: they come again with the first exchange. */
export async function keepFirstRows(
  { tables }: Pick<EngineStore, 'tables'>,
  rows: readonly FeedRow[],
): Promise<void> {
  const kept = rows.flatMap(({ scope, entity, id, rev, value }): BaseRow[] => {
    if (!isKnown(entity)) return [];
    const read = rowSchemas[entity].safeParse(value);
    return read.success ? [{ scope, entity, id, rev, value: read.data, life: BEFORE_CONTACT }] : [];
  });
  await tables.write(['rows', 'meta'], async (tx) => {
    // What the commune has shown is newer than what an enrolment brings.
    if ((await tx.life()) === undefined) await tx.putRows(kept);
  });
}
