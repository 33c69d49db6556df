/** A row as the tables' own functions take it: which commune it is of they know. */
export function withoutCommune<Row extends { commune_id: string }>(row: Row): Omit<Row, 'commune_id'> {
  const { commune_id: _, ...rest } = row;
  return rest;
}
