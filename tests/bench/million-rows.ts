/**
 * Many submissions in a store without sending each: a few are sent by real devices, and what the server wrote of one of
 * them is copied under new ids, in every table, through the store's own door for restoring.
 *
 * The copies are what queries and indexes see: rows of the same shape and size in the same tables. Their hashes and
 * signatures are those of the pattern, so nothing may be asked of them that checks those.
 */
import type { PutRows, Snapshot, StoredRow } from '#server/store/store.ts';
import { tableNames, type TableName } from '#server/store/table-list.ts';

export const HOUSEHOLDS_A_HAMLET = 500;
const ROWS_AT_ONCE = 5_000;

/** What the server wrote, sorted by whom it speaks of. */
export interface Pattern {
  /** Of neither: written once. */
  rest: Map<TableName, StoredRow[]>;
  hamlet: Map<TableName, StoredRow[]>;
  household: Map<TableName, StoredRow[]>;
  names: Names;
}

/** What the rows of one family are known by; every copy has its own. */
export interface Names {
  hamlet: string;
  /** Of household, assessment, submission and record. */
  ids: readonly string[];
  /** The household's code, as people read it. */
  code: string;
}

const mentions = (row: StoredRow, ids: readonly string[]): boolean =>
  Object.values(row).some((value) => typeof value === 'string' && ids.some((id) => value.includes(id)));

type Kind = 'rest' | 'hamlet' | 'household';

function kindOf(table: TableName, row: StoredRow, names: Names): Kind {
  if (mentions(row, names.ids)) return 'household';
  // Its devices, their codes and what the log says of them stay with the original.
  return (table === 'record' || table === 'feed') && row['id'] === names.hamlet ? 'hamlet' : 'rest';
}

export async function readPattern(snapshot: Snapshot, names: Names): Promise<Pattern> {
  const pattern: Pattern = {
    rest: new Map(),
    hamlet: new Map(),
    household: new Map(),
    names,
  };
  for (const table of tableNames) {
    for (const kind of ['rest', 'hamlet', 'household'] as const) pattern[kind].set(table, []);
    for await (const rows of snapshot.rows(table))
      for (const row of rows) {
        pattern[kindOf(table, row, names)].get(table)?.push(row);
      }
  }
  return pattern;
}

/** Time-ordered, as ids of ours are, so that a copy of a later place sorts after; the same at each run. */
function idAt(which: number, at: number): string {
  const time = (0x019a_0000_0000 + which * 10_000_000 + at).toString(16).padStart(12, '0');
  const mix = (salt: number): string =>
    (Math.imul(at + salt, 0x9e37_79b1) >>> 0).toString(16).padStart(8, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${mix(1).slice(0, 3)}-8${mix(2).slice(0, 3)}-${mix(3)}${mix(4).slice(0, 4)}`;
}

/** As the server gives them: letters of the hamlet, here of its place, and the household's number in it. */
function codeAt(household: number): string {
  const hamlet = Math.floor(household / HOUSEHOLDS_A_HAMLET);
  const letters = [676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(hamlet / place) % 26)));
  return `X${letters.join('')}-${String((household % HOUSEHOLDS_A_HAMLET) + 1).padStart(3, '0')}`;
}

const hamletAt = (at: number): string => idAt(0, at);
const namesAt = ({ ids }: Names, at: number): Names => ({
  hamlet: hamletAt(Math.floor(at / HOUSEHOLDS_A_HAMLET)),
  ids: ids.map((_, which) => idAt(which + 1, at)),
  code: codeAt(at),
});
const listOf = ({ hamlet, ids, code }: Names): string[] => [hamlet, ...ids, code];

/** A text with the places of names in it: pieces between them, and which name stands after each but the last. */
interface Cut {
  pieces: string[];
  which: number[];
}

function cut(text: string, names: readonly string[]): Cut {
  const made: Cut = { pieces: [], which: [] };
  let from = 0;
  for (;;) {
    const found = names
      .map((name, which) => ({ which, name, at: text.indexOf(name, from) }))
      .filter(({ at }) => at !== -1)
      .toSorted((a, b) => a.at - b.at)[0];
    made.pieces.push(text.slice(from, found?.at));
    if (found === undefined) return made;
    made.which.push(found.which);
    from = found.at + found.name.length;
  }
}

const join = ({ pieces, which }: Cut, names: readonly string[]): string =>
  pieces.reduce((text, piece, at) => text + (names[which[at - 1] ?? 0] ?? '') + piece);

type Copier = (names: readonly string[], copy: number, rev: number) => StoredRow;

/** Beside the names no two rows of a table share their place in an order and the code of a receipt. */
function copierOf(row: StoredRow, names: readonly string[]): Copier {
  const columns = Object.entries(row).map(([column, value]) => ({
    column,
    value,
    cut: typeof value === 'string' ? cut(value, names) : null,
  }));
  return (given, copy, rev) =>
    Object.fromEntries(
      columns.map(({ column, value, cut: parts }) => {
        if (column === 'rev' || column === 'seq') return [column, Number(value) + rev];
        if (column === 'receipt_code') return [column, `${String(value)}-${copy}`];
        return [column, parts === null || parts.which.length === 0 ? value : join(parts, given)];
      }),
    );
}

/** Entries of the log the pattern has; each copy takes as many revisions. */
function spanOf({ rest, hamlet, household }: Pattern): number {
  const rows = [rest, hamlet, household].flatMap((tables) => [...tables.values()].flat());
  return Math.max(...rows.map((row) => Number(row['rev'] ?? 0))) + 1;
}

/**
 * Puts the pattern's rows and, table by table, copies of its hamlet's and household's rows.
 * @returns number of rows
 */
export async function putCopies(pattern: Pattern, households: number, put: PutRows): Promise<number> {
  const names = listOf(pattern.names);
  const hamlets = Math.ceil(households / HOUSEHOLDS_A_HAMLET);
  const span = spanOf(pattern);
  let written = 0;
  for (const table of tableNames) {
    let waiting: StoredRow[] = [];
    const flush = async (): Promise<void> => {
      await put(table, waiting);
      written += waiting.length;
      waiting = [];
    };
    const add = async (row: StoredRow): Promise<void> => {
      waiting.push(row);
      if (waiting.length >= ROWS_AT_ONCE) await flush();
    };
    const [rest = [], ofHamlet = [], ofHousehold = []] = [
      pattern.rest.get(table),
      pattern.hamlet.get(table),
      pattern.household.get(table),
    ];
    // The commune's own row says which revision is the newest.
    const isCommune = table === 'commune';
    for (const row of [...rest, ...ofHamlet, ...ofHousehold])
      await add(isCommune ? { ...row, rev: span * (households + hamlets + 2) } : row);
    const [hamletRows, householdRows] = [ofHamlet, ofHousehold].map((rows) =>
      rows.map((row) => copierOf(row, names)),
    );
    for (let at = 0; at < (hamletRows?.length === 0 ? 0 : hamlets); at++)
      for (const copy of hamletRows ?? []) await add(copy([hamletAt(at)], at, span * (1 + at)));
    for (let at = 0; at < (householdRows?.length === 0 ? 0 : households); at++) {
      const given = listOf(namesAt(pattern.names, at));
      for (const copy of householdRows ?? []) await add(copy(given, at, span * (1 + hamlets + at)));
    }
    await flush();
  }
  return written;
}
