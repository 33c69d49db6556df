/** Rows of a feed as a workspace reads them, without a phone around them. */
import { rowSchemas, type RowEntity } from '#protocol/entities.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

/** In the order they came; each is read by its schema. */
export const replicaOf = (feed: readonly FeedRow[]): Pick<Workspace, 'rows'> => ({
  rows: async <Entity extends RowEntity>(entity: Entity) =>
    feed.flatMap(({ entity: own, id, rev, scope, value }) =>
      own === entity && value !== null
        ? [{ id, rev, scope, entity, value: rowSchemas[entity].parse(value) } as unknown as StoredRow<Entity>]
        : [],
    ),
});
