/**
 * Statements are built by Kysely once and run many times: building, compiling and its executor cost more than SQLite's
 * own work. The parameters of a built query are named places; running fills them.
 */
import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from './schema.ts';

export type Storable = string | number | null;

/** What statements run on: the connection that holds the current transaction. */
export interface Runner {
  all(text: string, values: readonly Storable[]): Promise<readonly unknown[]>;
  /** Number of rows changed. */
  run(text: string, values: readonly Storable[]): Promise<number>;
}

class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type Places<Given> = <Name extends keyof Given & string>(name: Name) => RawBuilder<Given[Name]>;

export interface Statement<Given, Row> {
  all(runner: Runner, given: Given): Promise<Row[]>;
  first(runner: Runner, given: Given): Promise<Row | undefined>;
  /** Number of rows changed. */
  run(runner: Runner, given: Given): Promise<number>;
}

/** Rows have the type Kysely derived from the tables their query was built over. */
function rowsOf<Row>(rows: readonly unknown[]): Row[];
function rowsOf(rows: readonly unknown[]): unknown {
  return rows;
}

export const isStorable = (value: unknown): value is Storable =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** `build` names its parameters with the function it is given: `.where('id', '=', place('id'))`. */
export function statement<Given extends object, Row = unknown>(
  build: (place: Places<Given>) => Compilable<Row>,
): Statement<Given, Row> {
  const { sql: text, parameters } = build((name) => sql`${new Place(name)}`).compile();
  const valueOf = (parameter: unknown, given: Given): Storable => {
    const value: unknown = parameter instanceof Place ? Reflect.get(given, parameter.name) : parameter;
    if (!isStorable(value)) throw new TypeError(`cannot be stored: ${typeof value} in ${text}`);
    return value;
  };
  const fill = (given: Given): Storable[] => parameters.map((parameter) => valueOf(parameter, given));
  return {
    all: async (runner, given) => rowsOf<Row>(await runner.all(text, fill(given))),
    first: async (runner, given) => rowsOf<Row>(await runner.all(text, fill(given)))[0],
    run: (runner, given) => runner.run(text, fill(given)),
  };
}

/**
 * Inserts a whole row. With `conflict`, a row of the same key is left alone (`'keep'`) or takes the new values of the
 * other columns (`replace` on the named key).
 */
export function insertion<Name extends keyof Database>(
  db: Kysely<Database>,
  table: Name,
  columns: readonly (keyof Database[Name] & string)[],
  conflict?: 'keep' | { replace: readonly (keyof Database[Name] & string)[] },
): Statement<Database[Name], unknown> {
  const tail =
    conflict === undefined
      ? sql``
      : conflict === 'keep'
        ? sql`on conflict do nothing`
        : sql`on conflict (${sql.join(conflict.replace.map((column) => sql.ref(column)))}) do update set ${sql.join(
            columns
              .filter((column) => !conflict.replace.includes(column))
              .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
          )}`;
  return statement<Database[Name]>((place) => ({
    compile: () =>
      sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
        values (${sql.join(columns.map((column) => place(column)))}) ${tail}`.compile(db),
  }));
}

/** Inserts many rows by one statement; a text for each number of rows is built when first needed. */
export function manyInsertion<Name extends keyof Database>(
  db: Kysely<Database>,
  table: Name,
  columns: readonly (keyof Database[Name] & string)[],
): (runner: Runner, rows: readonly Database[Name][]) => Promise<number> {
  const texts = new Map<number, string>();
  const textFor = (count: number): string => {
    const known = texts.get(count);
    if (known !== undefined) return known;
    const row = sql`(${sql.join(columns.map(() => sql.val(null)))})`;
    const built = sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(Array.from({ length: count }, () => row))}`.compile(db).sql;
    texts.set(count, built);
    return built;
  };
  const valueOf = (row: Database[Name], column: keyof Database[Name] & string): Storable => {
    const value: unknown = row[column];
    if (!isStorable(value)) throw new TypeError(`cannot be stored: ${typeof value} as ${table}.${column}`);
    return value;
  };
  return async (runner, rows) =>
    rows.length === 0
      ? 0
      : runner.run(
          textFor(rows.length),
          rows.flatMap((row) => columns.map((column) => valueOf(row, column))),
        );
}
