/** The version of a record a write was based on, found by its revision. */
import { z } from '#domain/zod.ts';
import type { RecordPutArgs } from '#protocol/operation.ts';
import { operationIn, type Lookup } from './lookup.ts';

const ownRecordSchema = z.object({ entity: z.string(), value: z.record(z.string(), z.unknown()) });

type Value = Readonly<Record<string, unknown>>;

/** What the author of a `record.put` saw, or null: there was nothing, or it is not known any more. */
export async function replacedValue(
  lookup: Lookup,
  { entity, id, baseRev }: Pick<RecordPutArgs, 'entity' | 'id' | 'baseRev'>,
): Promise<Value | null> {
  if (baseRev === 0) return null;
  // Rows an operation touches take revisions after its own: the entry is the newest that is not younger.
  const [entry] = await lookup.tables.operation.before(baseRev + 1, 1);
  if (entry === undefined || entry.body === null) return null;
  if (entry.kind === 'server.record') {
    const own = ownRecordSchema.safeParse(JSON.parse(entry.body));
    return own.success && own.data.entity === entity && own.data.value['id'] === id ? own.data.value : null;
  }
  const operation = operationIn(entry);
  if (operation?.kind !== 'record.put') return null;
  const { args } = operation;
  if (args.entity === entity && args.id === id) return args.value ?? null;
  if (args.entity !== 'batch') return null;
  // It came into sight with its batch, under the revision the commit gave it.
  const held = (await lookup.tables.batchPut.of(args.id)).find(({ written_rev }) => written_rev === baseRev);
  const written = held === undefined ? null : await lookup.operation(held.op_id);
  return written?.kind === 'record.put' && written.args.id === id ? (written.args.value ?? null) : null;
}
