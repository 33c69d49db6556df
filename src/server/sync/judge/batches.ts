/**
 * Batches (`protocol.md` §3): records that come into sight together, by their commit record, and leave it together, by
 * their revert record. Until the commit each waits as it came; at the commit all of them are judged, in order, and either
 * all take effect or none. Taking back puts each record as it was, unless somebody has worked on it since.
 */
import { z } from '#domain/zod.ts';
import { isBatchable, staysForEver } from '#protocol/batch.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { operationSchema, type RecordPutArgs } from '#protocol/operation.ts';
import type { BatchPutRow } from '../../store/tables/batch.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { isHeldByAwards } from './award-undo.ts';
import { applied, quarantined, refused, type Bench, type Judgement } from './judge.ts';
import { readRecord } from './read-record.ts';
import { idOf, judgePut, keepRecord } from './record-put.ts';
import { endRecord } from './show-record.ts';

/** Undoes what a commit or a revert has written so far; caught where the savepoint began. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly judgement: Judgement;
  constructor(judgement: Judgement) {
    super('a batch is taken as a whole');
    this.judgement = judgement;
  }
}

/** A record that waits. Whether it may be written is judged now; on what basis, when all of it is there. */
export async function holdInBatch(
  bench: Bench,
  { opId, args, batchId }: { opId: string; args: RecordPutArgs; batchId: string },
): Promise<Judgement> {
  const { transaction, author, rev } = bench;
  if (author.role !== 'officer') return refused('NOT_PERMITTED');
  if (!isBatchable(args.entity)) return refused('STATE_GUARD');
  const record = args.value === undefined ? null : readRecord(args.entity, args.value);
  if (args.value !== undefined && (record === null || idOf(record) !== args.id))
    return quarantined('ARGS_INVALID');
  if ((await transaction.record.find('batch', batchId)) !== undefined) return refused('STATE_GUARD');
  await transaction.batchPut.put({
    batch_id: batchId,
    op_id: opId,
    place: rev,
    before: null,
    written_rev: null,
  });
  return applied;
}

/** Null: its words were erased since it came; the rest of the batch goes on without it. */
async function argsOf({ transaction }: Bench, { op_id }: BatchPutRow): Promise<RecordPutArgs | null> {
  const entry = await transaction.operation.find(op_id);
  if (entry !== undefined && entry.body === null) return null;
  const operation = operationSchema.parse(JSON.parse(entry?.body ?? ''));
  if (operation.kind !== 'record.put') throw new Error(`${op_id} is no record`);
  return operation.args;
}

/** When the log is played again, what was erased of a batch took revisions too: the next goes on after them. */
function followRevs({ ledger, replayed }: Bench, { op_id }: BatchPutRow, { entity }: RecordPutArgs): void {
  const rev = replayed?.revs.get(op_id);
  if (rev === undefined) return;
  // What the public sees of a hamlet takes one before it.
  const first = entity === 'hamlet' ? rev - 1 : rev;
  while (ledger.rev() < first - 1) ledger.nextRev();
}

async function commitPut(bench: Bench, waiting: BatchPutRow): Promise<void> {
  const { transaction, ledger } = bench;
  const args = await argsOf(bench, waiting);
  if (args === null) return;
  followRevs(bench, waiting, args);
  const put = await judgePut(bench, args);
  if ('verdict' in put) throw new Undone(put);
  await put.write({ ...bench, rev: ledger.nextRev() }, waiting.op_id);
  const written = await transaction.record.find(args.entity, args.id);
  await transaction.batchPut.put({
    ...waiting,
    before: put.existing === undefined ? null : JSON.stringify(put.existing),
    written_rev: written?.rev ?? null,
  });
}

/** Somebody has sent a form for it: what people did since is not undone. */
const isUsed = async ({ transaction }: Bench, { id }: RecordRow): Promise<boolean> =>
  (await transaction.assessment.ofSubject(id)).some(({ round }) => round > 0);

const storedRecordSchema = z.object({ value: z.string(), ended_at: z.nullable(z.int()) });

/** `own`: revisions this revert itself has given out. */
async function revertPut(bench: Bench, done: BatchPutRow, own: Set<number>): Promise<void> {
  const { transaction, ledger } = bench;
  const args = await argsOf(bench, done);
  if (args === null) return;
  const { entity, id } = args;
  const now = await transaction.record.find(entity, id);
  if (now === undefined || !isBatchable(entity)) throw new Error(`a batch without its ${entity}`);
  if (staysForEver(entity)) throw new Undone(refused('STATE_GUARD'));
  if (now.rev !== done.written_rev && !own.has(now.rev)) throw new Undone(refused('STALE_BASIS'));
  const before = done.before === null ? null : storedRecordSchema.parse(JSON.parse(done.before));
  const valueBefore = before?.ended_at === null ? before.value : null;
  if (await isHeldByAwards(bench, entity, { now, before: valueBefore }))
    throw new Undone(refused('STATE_GUARD'));
  const at: Bench = { ...bench, rev: ledger.nextRev() };
  if (before === null || before.ended_at !== null) {
    if (before === null && (await isUsed(bench, now))) throw new Undone(refused('STATE_GUARD'));
    if (entity === 'hamlet' && (await transaction.record.hasUnder('household', id)))
      throw new Undone(refused('STATE_GUARD'));
    await endRecord(at, now, entity, { opId: done.op_id, baseRev: now.rev });
  } else {
    const record = readRecord(entity, JSON.parse(before.value));
    if (record === null) throw new Error(`a stored ${entity} does not fit its schema`);
    await keepRecord(at, record, { opId: done.op_id, existing: now, baseRev: now.rev });
  }
  own.add((await transaction.record.find(entity, id))?.rev ?? 0);
}

/**
 * Commits or takes back what the batch holds. Null when that has been done and only the batch's own record is left to
 * write; otherwise why nothing was.
 */
export async function settleBatch(
  bench: Bench,
  args: RecordPutArgs,
  existing: RecordRow | undefined,
): Promise<Judgement | null> {
  const { transaction } = bench;
  const { state, records } = recordSchemas.batch.parse(args.value);
  const was = existing === undefined ? 'open' : recordSchemas.batch.parse(JSON.parse(existing.value)).state;
  const held = await transaction.batchPut.of(args.id);
  if (state === 'committed' ? was !== 'open' : was !== 'committed') return refused('STATE_GUARD');
  if (held.length !== records) return refused('STALE_BASIS');
  try {
    await transaction.savepoint(async () => {
      const own = new Set<number>();
      if (state === 'committed') for (const waiting of held) await commitPut(bench, waiting);
      else for (const done of held.toReversed()) await revertPut(bench, done, own);
    });
    return null;
  } catch (error) {
    if (error instanceof Undone) return error.judgement;
    throw error;
  }
}
