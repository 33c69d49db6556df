/**
 * The log played again into a scratch store: every operation judged anew, with the author, the instant and the revision
 * it had. What comes out is what the tables should hold.
 */
import { z } from '#domain/zod.ts';
import { operationSchema } from '#protocol/operation.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store, Transaction } from '../store/store.ts';
import type { TableName } from '../store/table-list.ts';
import type { CommuneRow } from '../store/tables/commune.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { OperationRow } from '../store/tables/operation.ts';
import { createFactsCache, isFact, noFacts, type FactsCache } from '../sync/facts.ts';
import { authorOf } from '../sync/judge/judge.ts';
import { judge } from '../sync/judge/judges.ts';
import { readRecord } from '../sync/judge/read-record.ts';
import { idOf, keepRecord, withCode } from '../sync/judge/record-put.ts';
import type { Ledger } from '../sync/ledger.ts';
import { isRecordEntity } from '#protocol/entities.ts';
import { erasedIn, type Erased, type ErasedFacts } from './erased.ts';
import { logPages } from './log.ts';
import type { Report } from './report.ts';

/** Not made by judging: taken as they are, and checked by other means. */
const given: readonly TableName[] = ['commune', 'device', 'operation', 'blob', 'open_release'];

/** The revision of the operation being judged; the log itself is not written again. */
interface Replaying extends Ledger {
  at(rev: number): void;
}

function createLedger({
  epoch,
  rules_from,
  second_from,
  family_from,
}: Pick<CommuneRow, 'epoch' | 'rules_from' | 'second_from' | 'family_from'>): Replaying {
  let rev = 0;
  let factsOp = '';
  return {
    epoch,
    drainUntil: null,
    rulesFrom: rules_from ?? Number.MAX_SAFE_INTEGER,
    secondFrom: second_from ?? Number.MAX_SAFE_INTEGER,
    familyFrom: family_from ?? Number.MAX_SAFE_INTEGER,
    rev: () => rev,
    auditHead: () => '',
    factsOp: () => factsOp,
    nextRev: () => ++rev,
    append: async () => undefined,
    changeFacts: (opId) => {
      factsOp = opId;
    },
    save: async () => undefined,
    at: (given_) => {
      rev = given_;
    },
  };
}

const recordSchema = z.object({ entity: z.string(), value: z.unknown() });
const againSchema = z.object({ operation: z.string() });
interface Scene {
  communeId: string;
  devices: ReadonlyMap<string, DeviceRow>;
  ledger: Replaying;
  facts: FactsCache;
  erased: ErasedFacts;
  report: Report;
}

/** A record the server wrote itself. */
async function replayRecord(
  { communeId, ledger, facts, erased: { replayed } }: Scene,
  transaction: Transaction,
  { op_id, rev, body }: OperationRow,
): Promise<void> {
  const { entity, value } = recordSchema.parse(JSON.parse(body ?? ''));
  const read = isRecordEntity(entity) ? readRecord(entity, value) : null;
  if (read === null) throw new Error('no record');
  const existing = await transaction.record.find(read.entity, idOf(read));
  const record = await withCode({ transaction, ...(replayed !== undefined && { replayed }) }, read, existing);
  await keepRecord(
    {
      transaction,
      ledger,
      facts: isFact(record.entity) ? noFacts : await facts.of(transaction, ledger.factsOp()),
      communeId,
      rev,
      author: { deviceId: '' },
    },
    record,
    { opId: op_id, existing, baseRev: existing?.rev ?? 0 },
  );
}

async function replayOperation(
  scene: Scene,
  transaction: Transaction,
  entry: OperationRow,
  body: string,
): Promise<void> {
  const { communeId, devices, ledger, facts, report } = scene;
  const { erased, replayed } = scene.erased;
  const device = devices.get(entry.device_id);
  if (device === undefined) {
    report('author-unknown', `operation ${entry.op_id}`);
    return;
  }
  const operation = operationSchema.parse(JSON.parse(body));
  const bench = {
    transaction,
    ledger,
    facts: await facts.of(transaction, ledger.factsOp()),
    author: authorOf(device),
    communeId,
    rev: entry.rev,
    opHash: entry.op_hash,
    receivedAt: entry.received_at,
    erased,
    ...(replayed !== undefined && { replayed }),
  };
  const { verdict } = await judge(bench, operation);
  const { args } = operation;
  const touched = [
    'assessmentId' in args ? args.assessmentId : '',
    'submission' in args ? args.submission : '',
  ];
  if (verdict !== entry.verdict && !touched.some((id) => id !== undefined && erased.has(id)))
    report('verdict-differs-from-log', `operation ${entry.op_id}`);
}

async function replayEntry(scene: Scene, transaction: Transaction, entry: OperationRow): Promise<void> {
  const { kind, verdict, body, rev, op_id } = entry;
  scene.ledger.at(rev);
  const inBatch = scene.erased.puts.get(op_id);
  if (inBatch !== undefined) await transaction.batchPut.put({ ...inBatch, before: null, written_rev: null });
  if (body === null || (verdict !== 'applied' && verdict !== 'conflict')) return;
  if (kind === 'server.record') return replayRecord(scene, transaction, entry);
  if (kind === 'server.judgeAgain') {
    const { operation } = againSchema.parse(JSON.parse(body));
    const first = await transaction.operation.find(operation);
    if (first === undefined || first.body === null) return;
    // It took effect now, and came when it came.
    const { op_hash, received_at } = first;
    return replayOperation(scene, transaction, { ...entry, op_hash, received_at }, first.body);
  }
  if (kind.startsWith('server.')) return;
  return replayOperation(scene, transaction, entry, body);
}

/**
 * Plays the log of `store` into a fresh store in `file` (or `:memory:`). The caller closes it, and removes the file.
 */
export async function replayLog(
  store: Store,
  file: string,
  report: Report,
): Promise<{ scratch: Store; erased: Erased }> {
  const scratch = openSqliteStore({ file, communeId: store.communeId, throwAway: true });
  await store.snapshot((snapshot) =>
    scratch.load(async (put) => {
      for (const table of given) for await (const rows of snapshot.rows(table)) await put(table, rows);
    }),
  );
  const { devices, commune } = await scratch.read(async (tables) => ({
    devices: await tables.device.list(),
    commune: await tables.commune.find(),
  }));
  const erased = await erasedIn(store);
  const scene: Scene = {
    communeId: store.communeId,
    devices: new Map(devices.map((device) => [device.device_id, device])),
    ledger: createLedger(commune ?? { epoch: '', rules_from: null, second_from: null, family_from: null }),
    facts: createFactsCache(),
    erased,
    report,
  };
  for await (const page of logPages(scratch))
    await scratch.write(async (transaction) => {
      for (const entry of page)
        try {
          await transaction.savepoint(() => replayEntry(scene, transaction, entry));
        } catch {
          // A body that does not add up is named here whatever it was that broke on it.
          report('entry-cannot-be-judged-again', `operation ${entry.op_id}`);
        }
    });
  return { scratch, erased: erased.erased };
}
