/** Every row that judging makes, held against the same row made again from the log. */
import { officeRowSchemas } from '#protocol/office-rows.ts';
import type { Snapshot, Store, StoredRow } from '../store/store.ts';
import { tableKeys, type TableName } from '../store/table-list.ts';
import type { Erased } from './erased.ts';
import { replayLog } from './replay-log.ts';
import type { Report } from './report.ts';

const derived: readonly TableName[] = [
  'record',
  'assessment',
  'submission',
  'register',
  'household_answer',
  'comment',
  'photo',
  'score',
  'move',
  'feed',
];

const keyOf = (table: TableName, row: StoredRow): (string | number | null)[] =>
  tableKeys[table].map((column) => row[column] ?? null);

function compareKeys(a: readonly (string | number | null)[], b: readonly (string | number | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return 0;
}

async function* rowsOf(snapshot: Snapshot, table: TableName): AsyncGenerator<StoredRow, undefined> {
  for await (const batch of snapshot.rows(table))
    yield* table === 'feed' ? batch.filter((row) => !isOfficeRow(row)) : batch;
  return undefined;
}

/**
 * A picture that comes later shows its photo again, and a fourth family on one phone the forms that came from it, under
 * revisions no operation has.
 */
const isShownAgain = ({ entity, value }: StoredRow): boolean =>
  entity === 'photo' || (entity === 'submission' && String(value).includes('"sharedPhone":'));

const comparable = (table: TableName, row: StoredRow): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([column]) => !(table === 'feed' && column === 'rev' && isShownAgain(row)))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Columns by which a row may belong to something that was erased. */
const OWNERS = ['assessment_id', 'submission_id', 'op_id', 'comment_id', 'id'];

function isOfErased(row: StoredRow, erased: Erased): boolean {
  if (erased.size === 0) return false;
  if (OWNERS.some((column) => erased.has(String(row[column])))) return true;
  const { value } = row;
  if (typeof value !== 'string' || !value.includes('"assessmentId"')) return false;
  const parsed: unknown = JSON.parse(value);
  return (
    typeof parsed === 'object' &&
    parsed !== null &&
    'assessmentId' in parsed &&
    erased.has(String(parsed.assessmentId))
  );
}

/** What no operation wrote: held against its own tables (`office-rows.ts`). A helper's device shows to its hamlet too. */
const isOfficeRow = (row: StoredRow): boolean =>
  row['entity'] === 'device' ||
  (row['scope'] === 'office' && Object.hasOwn(officeRowSchemas, String(row['entity'])));

interface Sides {
  held: Snapshot;
  made: Snapshot;
  erased: Erased;
  report: Report;
}

/** Walks both sides in the order of the key; returns how many rows were compared. */
async function compareTable({ held, made, erased, report }: Sides, table: TableName): Promise<number> {
  const [left, right] = [rowsOf(held, table), rowsOf(made, table)];
  let [a, b] = [(await left.next()).value, (await right.next()).value];
  let rows = 0;
  const tell = (what: string, row: StoredRow): void => {
    if (!isOfErased(row, erased)) report(what, `${table} ${keyOf(table, row).slice(1).join(' ')}`);
  };
  while (a !== undefined || b !== undefined) {
    const order = a === undefined ? 1 : b === undefined ? -1 : compareKeys(keyOf(table, a), keyOf(table, b));
    if (order === 0 && a !== undefined && b !== undefined) {
      rows += 1;
      if (comparable(table, a) !== comparable(table, b)) tell('row-differs-from-log', a);
    } else if (order < 0 && a !== undefined) {
      // What was shown and was erased leaves a mark that it is gone, and the log no word of it.
      if (erased.size === 0 || a['scope'] === undefined || a['value'] !== null)
        tell('row-the-log-does-not-know', a);
    } else if (b !== undefined) tell('row-of-the-log-missing', b);
    if (order <= 0) a = (await left.next()).value;
    if (order >= 0) b = (await right.next()).value;
  }
  return rows;
}

/** `file`: where the log is played again; gone when this resolves is the caller's to see to. */
export async function verifyAgainstLog(
  store: Store,
  file: string,
  report: Report,
): Promise<{ rowsComparedWithLog: number }> {
  const { scratch, erased } = await replayLog(store, file, report);
  try {
    return await store.snapshot((held) =>
      scratch.snapshot(async (made) => {
        let rows = 0;
        for (const table of derived) rows += await compareTable({ held, made, erased, report }, table);
        return { rowsComparedWithLog: rows };
      }),
    );
  } finally {
    await scratch.close();
  }
}
