/**
 * A batch larger than one reply comes to another machine of the office in pages. From the page in which one begins until
 * everything is here, what comes is put aside, on disk and in the transaction that moves the cursors, and it is shown at
 * once with the last page: nobody sees half a list, whenever the line breaks or the page is closed.
 */
import type { ExchangeResponse } from '#protocol/exchange.ts';
import type { PulledRow, Settlement } from '#client/db/engine-store.ts';
import type { SyncState } from '#client/db/model.ts';
import type { Tables } from '#client/db/tables.ts';

export interface Page {
  pulled: readonly PulledRow[];
  answer: Pick<ExchangeResponse, 'epoch' | 'cursors' | 'evict' | 'reset'>;
  /** As the question was asked under. */
  state: Pick<SyncState, 'epoch' | 'cursors'>;
  isCaughtUp: boolean;
}

/** Of each row what came last, also when that is its end. */
const lastOfEach = (rows: readonly PulledRow[]): PulledRow[] => [
  ...new Map(rows.map((row) => [`${row.scope} ${row.entity} ${row.id}`, row])).values(),
];

/** The base comes from zero: what waited is on its way again. */
const isAnew = ({ answer, state }: Page): boolean =>
  answer.epoch !== state.epoch || answer.reset.length > 0 || Object.keys(state.cursors).length === 0;

/**
 * The first pull of a machine is shown page by page: it has nothing yet that could be half. A batch's own row carries the
 * first revision of what it wrote (`server/sync/judge/batches.ts`), so all of it lies from there on.
 */
export async function inWhole(tables: Tables, page: Page): Promise<Pick<Settlement, 'rows' | 'aside'>> {
  const { pulled, answer, isCaughtUp } = page;
  // Only the office is shown what a batch is.
  if (!('office' in answer.cursors)) return { rows: [...pulled] };
  const kept = await tables.read(['meta'], async (tx) => tx.note('aside'));
  const waiting = isAnew(page) ? [] : (kept ?? []).filter(({ scope }) => !answer.evict.includes(scope));
  if (isCaughtUp) return { rows: lastOfEach([...waiting, ...pulled]), aside: [] };
  if (kept === undefined) return { rows: [...pulled] };
  const begins =
    waiting.length > 0
      ? 0
      : Math.min(...pulled.flatMap(({ entity, rev }) => (entity === 'batch' ? [rev] : [])));
  return {
    rows: pulled.filter(({ rev }) => rev < begins),
    aside: lastOfEach([...waiting, ...pulled.filter(({ rev }) => rev >= begins)]),
  };
}
