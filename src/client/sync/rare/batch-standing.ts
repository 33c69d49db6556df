/** What became of each batch, from what was sealed here and what the commune shows. */
import { isBatchable } from '#protocol/batch.ts';
import { canon } from '#protocol/canon.ts';
import { recordSchemas, type RowEntity } from '#protocol/entities.ts';
import type { OutboxRow, SealedBatch, StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { isRowOf } from '#client/db/row-of.ts';
import type { BatchCulprit, BatchStanding } from '#client/workspace.ts';

/** Rows of an entity as this machine has them now. */
export type ReadRows = (entity: RowEntity) => Promise<StoredRow[]>;

interface OwnBatch {
  pieces: OutboxRow[];
  committed?: OutboxRow;
  /** The newest. */
  reverted?: OutboxRow;
  settles?: NonNullable<SealedBatch['settles']>;
}

function ownBatches(sealed: readonly OutboxRow[]): Map<string, OwnBatch> {
  const batches = new Map<string, OwnBatch>();
  for (const row of sealed) {
    if (row.batch === undefined) continue;
    const { id, settles } = row.batch;
    const known = batches.get(id) ?? { pieces: [] };
    batches.set(id, known);
    if (settles === undefined) {
      known.pieces.push(row);
      continue;
    }
    known.settles = settles;
    known[settles.state] = row;
  }
  return batches;
}

const isAnswered = (row: OutboxRow | undefined): boolean =>
  row?.result !== undefined && row.result.verdict !== 'retry';
const isApplied = (row: OutboxRow | undefined): boolean => row?.result?.verdict === 'applied';

function pieceIn(row: OutboxRow) {
  const operation = operationIn(row);
  if (operation?.kind !== 'record.put' || !isBatchable(operation.args.entity)) return undefined;
  const { entity, id, value, baseRev } = operation.args;
  return { entity, id, baseRev, value: recordSchemas[entity].safeParse(value).data };
}

const culpritOf = ({ entity, id, value }: NonNullable<ReturnType<typeof pieceIn>>): BatchCulprit => ({
  entity,
  id,
  ...(value === undefined ? {} : { value }),
});

/** A record the commune would not hold, or the first that somebody has changed since its author saw it. */
async function findCulprit({ pieces }: OwnBatch, rowsOf: ReadRows): Promise<BatchCulprit | undefined> {
  const held = pieces.find((row) => isAnswered(row) && !isApplied(row));
  const bad = held === undefined ? undefined : pieceIn(held);
  if (bad !== undefined) return culpritOf(bad);
  const revs = new Map<string, Map<string, number>>();
  for (const row of pieces) {
    const piece = pieceIn(row);
    if (piece === undefined) continue;
    const known =
      revs.get(piece.entity) ?? new Map((await rowsOf(piece.entity)).map(({ id, rev }) => [id, rev]));
    revs.set(piece.entity, known);
    if ((known.get(piece.id) ?? 0) !== piece.baseRev) return culpritOf(piece);
  }
  return undefined;
}

/** The human code is the commune's, and no change of anybody's. */
const wordsOf = ({ code: _code, ...value }: Record<string, unknown>): string => canon(value);

/** Of what took effect, the first that somebody has changed or used since: why it cannot be taken back. */
async function findTouched({ pieces }: OwnBatch, rowsOf: ReadRows): Promise<BatchCulprit | undefined> {
  const read = pieces.flatMap((row) => pieceIn(row) ?? []).filter(({ value }) => value !== undefined);
  const now = new Map<string, Map<string, StoredRow>>();
  for (const { entity } of read)
    if (!now.has(entity)) now.set(entity, new Map((await rowsOf(entity)).map((row) => [row.id, row])));
  const changed = read.find(({ entity, id, value }) => {
    const row = now.get(entity)?.get(id);
    return row === undefined || wordsOf({ ...row.value }) !== wordsOf({ ...value });
  });
  if (changed !== undefined) return culpritOf(changed);
  const sent = new Set(
    (await rowsOf('assessment')).flatMap((row) =>
      isRowOf(row, 'assessment') && row.value.state !== 'draft' ? [row.value.subjectId] : [],
    ),
  );
  const used = read.find(({ id }) => sent.has(id));
  return used === undefined ? undefined : culpritOf(used);
}

function stateOf({ committed, reverted }: OwnBatch, shown: string | undefined): BatchStanding['state'] {
  if (isApplied(reverted) || (shown === 'reverted' && isAnswered(reverted ?? committed))) return 'reverted';
  if (reverted !== undefined && !isAnswered(reverted)) return 'undoing';
  if (committed === undefined || isApplied(committed)) return reverted === undefined ? 'committed' : 'kept';
  return isAnswered(committed) ? 'refused' : 'waiting';
}

async function standingOf(
  id: string,
  own: OwnBatch,
  shown: StoredRow<'batch'> | undefined,
  rowsOf: ReadRows,
): Promise<BatchStanding> {
  const { pieces, committed, reverted, settles } = own;
  const state = stateOf(own, shown?.value.state);
  const waiting = [...pieces, committed, reverted].filter(
    (row) => row !== undefined && !isAnswered(row),
  ).length;
  const standing: BatchStanding = {
    id,
    label: settles?.label ?? shown?.value.label ?? '',
    records: settles?.records ?? shown?.value.records ?? 0,
    state,
    waiting,
  };
  const sealedAt = (committed ?? reverted)?.sealedAt;
  if (sealedAt !== undefined) standing.sealedAt = sealedAt;
  const why = state === 'refused' ? committed : state === 'kept' ? reverted : undefined;
  if (why?.result?.code !== undefined) standing.code = why.result.code;
  const culprit =
    state === 'refused'
      ? await findCulprit(own, rowsOf)
      : state === 'kept'
        ? await findTouched(own, rowsOf)
        : undefined;
  if (culprit !== undefined) standing.culprit = culprit;
  return standing;
}

/** `shown`: the commune's own records of batches, this machine's unsent ones laid over. Newest first. */
export async function standingsOf(
  own: readonly OutboxRow[],
  shown: readonly StoredRow<'batch'>[],
  rowsOf: ReadRows,
): Promise<BatchStanding[]> {
  const batches = ownBatches(own);
  const shownById = new Map(shown.map((row) => [row.id, row]));
  const ids = [...new Set([...batches.keys(), ...shownById.keys()])];
  const standings = await Promise.all(
    ids.map(async (id): Promise<BatchStanding> => {
      const row = shownById.get(id);
      const made = batches.get(id);
      if (made !== undefined) return standingOf(id, made, row, rowsOf);
      const { label, records, state } = row?.value ?? { label: '', records: 0, state: 'committed' as const };
      return { id, label, records, state, waiting: 0 };
    }),
  );
  // Ids carry the time they were made.
  return standings.sort((a, b) => (a.id < b.id ? 1 : -1));
}
