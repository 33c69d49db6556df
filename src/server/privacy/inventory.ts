/** The inventory of what the commune keeps, put together: for the operator (`admin inventory`) and `docs/privacy.md`. */
import { recordFields } from './fields-records.ts';
import { logFields, sentFields } from './fields-sent.ts';
import { tableFields } from './fields-tables.ts';
import { dataKinds, type DataKind, type DataKindLine, type FieldsByKind } from './kinds.ts';

export interface InventoryField {
  /** `table device`, `record household`, `sent operation`, `log`. */
  where: string;
  /** Its name; of what lies deeper, the way to it. */
  field: string;
  kind: DataKind;
}

const isKind = (name: string): name is DataKind => Object.hasOwn(dataKinds, name);

const linesOf = (where: string, fields: FieldsByKind): InventoryField[] =>
  Object.entries(fields).flatMap(([kind, names]) =>
    isKind(kind) ? names.map((field) => ({ where, field, kind })) : [],
  );

/** Every field that is stored anywhere, one line each. */
export const inventory: readonly InventoryField[] = [
  ...Object.entries(tableFields).flatMap(([table, fields]) => linesOf(`table ${table}`, fields)),
  ...Object.entries(recordFields).flatMap(([entity, fields]) => linesOf(`record ${entity}`, fields)),
  ...Object.entries(sentFields).flatMap(([name, fields]) => linesOf(`sent ${name}`, fields)),
  ...linesOf('log', logFields),
];

const kindLines: readonly (readonly [string, DataKindLine])[] = Object.entries(dataKinds);

/** Kinds of data that are of persons, as lines of a table in Markdown. */
export function inventoryTable(): string[] {
  const placesOf = (kind: string): string =>
    [...new Set(inventory.filter((line) => line.kind === kind).map(({ where }) => where))]
      .map((where) => `\`${where}\``)
      .join(', ');
  return [
    '| Data | For | Class | Kept until | Shown to | Stored in |',
    '|---|---|---|---|---|---|',
    ...kindLines.map(
      ([kind, { what, purpose, class: of, kept, shown }]) =>
        `| ${what} (\`${kind}\`) | ${purpose} | ${of} | ${kept} | ${shown} | ${placesOf(kind)} |`,
    ),
  ];
}
