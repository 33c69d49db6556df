/**
 * Names of answers inside react-hook-form, which reads a dot as a path: "A4.2" would become `{ A4: { 2: … } }`. Criterion
 * ids never hold an underscore (`criterionIdSchema`), so the exchange is one to one.
 */
export const fieldKey = (criterionId: string): string => criterionId.replaceAll('.', '_');
export const criterionIdOf = (key: string): string => key.replaceAll('_', '.');
