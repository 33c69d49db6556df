/** Which entity a stored row holds; its value was parsed against that entity's schema when it was pulled. */
import { rowSchemas, type RowEntity, type RowValue } from '#protocol/entities.ts';

export const isRowEntity = (entity: string): entity is RowEntity => Object.hasOwn(rowSchemas, entity);

interface Tagged {
  entity: RowEntity;
  value: RowValue<RowEntity>;
}

export const isRowOf = <Entity extends RowEntity, Row extends Tagged>(
  row: Row,
  entity: Entity,
): row is Row & { entity: Entity; value: RowValue<Entity> } => row.entity === entity;
