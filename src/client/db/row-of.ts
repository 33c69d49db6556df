/** Which entity a stored row holds; its value was parsed against that entity's schema when it was pulled. */
import type { RowEntity, RowValue } from '#protocol/entities.ts';

interface Tagged {
  entity: RowEntity;
  value: RowValue<RowEntity>;
}

export const isRowOf = <Entity extends RowEntity, Row extends Tagged>(
  row: Row,
  entity: Entity,
): row is Row & { entity: Entity; value: RowValue<Entity> } => row.entity === entity;
