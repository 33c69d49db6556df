/** What was erased, as far as playing the log again has to know: there the log no longer says everything. */
import { recordSchemas } from '#protocol/entities.ts';
import { operationSchema } from '#protocol/operation.ts';
import { z } from '#domain/zod.ts';
import type { Bench } from '../sync/judge/judge.ts';
import type { Store } from '../store/store.ts';
import type { BatchPutRow } from '../store/tables/batch.ts';
import { logPages } from './log.ts';

/** Ids of what was erased, and of the forms, families or words it belonged to. */
export type Erased = ReadonlySet<string>;

export interface ErasedFacts {
  erased: Erased;
  /** Where families were erased. */
  replayed?: NonNullable<Bench['replayed']>;
  /** Their records that came in batches: they still count among what the batch holds. */
  puts: ReadonlyMap<string, BatchPutRow>;
}

const erasureSchema = z.union([
  z.object({ submission: z.string(), assessment: z.string() }),
  z.object({ feedback: z.string() }),
  z.object({ household: z.string() }),
]);

async function codesOf(store: Store): Promise<Map<string, string>> {
  const rows = await store.read(async ({ record }) => [
    ...(await record.list('household')),
    ...(await record.ended('household')),
  ]);
  return new Map(rows.flatMap(({ id, code }) => (code === null ? [] : [[id, code] as const])));
}

/** Batches of which something was erased, each with all its records. */
async function touchedBatches(store: Store, erased: Erased): Promise<BatchPutRow[][]> {
  const touched = await store.snapshot(async (snapshot) => {
    const ids = new Set<string>();
    for await (const rows of snapshot.rows('batch_put'))
      for (const row of rows) if (erased.has(String(row['op_id']))) ids.add(String(row['batch_id']));
    return ids;
  });
  return store.read(async ({ batchPut }) => {
    const batches = [];
    for (const id of touched) batches.push(await batchPut.of(id));
    return batches;
  });
}

/** What a batch that was taken back wrote on the way: in which order, the log without the erased cannot tell. */
async function writtenBy(store: Store, batch: readonly BatchPutRow[]): Promise<string[]> {
  const [first] = batch;
  return store.read(async ({ record, operation }) => {
    const row = first === undefined ? undefined : await record.find('batch', first.batch_id);
    if (row === undefined || recordSchemas.batch.parse(JSON.parse(row.value)).state !== 'reverted') return [];
    const ids: string[] = [];
    for (const { op_id } of batch) {
      const body = (await operation.find(op_id))?.body ?? null;
      const read = body === null ? null : operationSchema.parse(JSON.parse(body));
      ids.push(op_id, ...(read?.kind === 'record.put' ? [read.args.id] : []));
    }
    return ids;
  });
}

/** `store`: as it is now; only read. */
export async function erasedIn(store: Store): Promise<ErasedFacts> {
  const erased = new Set((await store.read((tables) => tables.operation.erased())).map(({ op_id }) => op_id));
  const families: string[] = [];
  const puts = new Map<string, BatchPutRow>();
  for await (const page of erased.size === 0 ? [] : logPages(store))
    for (const { kind, body } of page) {
      if (kind !== 'server.erase' || body === null) continue;
      const parsed = erasureSchema.safeParse(JSON.parse(body));
      if (!parsed.success) continue;
      if ('household' in parsed.data) families.push(parsed.data.household);
      else erased.add('feedback' in parsed.data ? parsed.data.feedback : parsed.data.assessment);
    }
  if (families.length === 0) return { erased, puts };
  for (const id of families) {
    erased.add(id);
    for (const { assessment_id } of await store.read((tables) => tables.assessment.ofSubject(id)))
      erased.add(assessment_id);
  }
  const revs = new Map<string, number>();
  for (const batch of await touchedBatches(store, erased)) {
    for (const put of batch)
      if (erased.has(put.op_id)) puts.set(put.op_id, put);
      else if (put.written_rev !== null) revs.set(put.op_id, put.written_rev);
    for (const id of await writtenBy(store, batch)) erased.add(id);
  }
  return { erased, puts, replayed: { codes: await codesOf(store), revs } };
}
