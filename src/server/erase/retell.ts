/**
 * A record that goes on without some of its words: every writing of it leaves the log, since each held them, and the server
 * writes what is left in an entry of its own.
 */
import { canon } from '#protocol/canon.ts';
import { operationSchema } from '#protocol/operation.ts';
import { z } from '#domain/zod.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { Transaction } from '../store/store.ts';
import type { RecordRow } from '../store/tables/record.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { noFacts } from '../sync/facts.ts';
import { keepRecord } from '../sync/judge/record-put.ts';
import type { NamedRecord } from '../sync/judge/record-scopes.ts';
import { allOf, type EraseBench, type Erased } from './take-away.ts';

/** Stands where words were. */
export const NOTHING = '—';

export interface Named {
  entity: string;
  id: string;
}

const ownEntrySchema = z.object({ entity: z.string(), value: z.looseObject({ id: z.optional(z.string()) }) });

/** Records that were ever written with this id in them, those of the server's own writing too; each with its writing. */
export async function writingsNaming(
  { familyErasure }: Transaction,
  id: string,
): Promise<{ opId: string; record: Named }[]> {
  const found: { opId: string; record: Named }[] = [];
  for (const { op_id: opId, kind, body } of await familyErasure.naming(id)) {
    if (body === null) continue;
    if (kind === 'server.record') {
      const own = ownEntrySchema.safeParse(JSON.parse(body));
      if (own.success) found.push({ opId, record: { entity: own.data.entity, id: own.data.value.id ?? '' } });
    } else if (kind === 'record.put') {
      const read = operationSchema.parse(JSON.parse(body));
      if (read.kind === 'record.put')
        found.push({ opId, record: { entity: read.args.entity, id: read.args.id } });
    }
  }
  return found;
}

const writingsOf = async (transaction: Transaction, { entity, id }: Named): Promise<string[]> =>
  (await writingsNaming(transaction, id))
    .filter(({ record }) => record.entity === entity && record.id === id)
    .map(({ opId }) => opId);

/** @returns what went of the log */
export async function retell(
  deps: Pick<CoreDeps, 'clock' | 'newId'>,
  bench: EraseBench,
  { existing, record }: { existing: RecordRow; record: NamedRecord },
): Promise<Erased> {
  const { transaction, ledger } = bench;
  const writings = await writingsOf(transaction, { entity: record.entity, id: existing.id });
  const taken = await allOf(bench, writings);
  for (const writing of writings) await transaction.familyErasure.before(writing);
  const opId = deps.newId();
  const rev = ledger.nextRev();
  const communeId = (await transaction.commune.find())?.commune_id ?? '';
  await keepRecord(
    { transaction, ledger, facts: noFacts, communeId, rev, author: { deviceId: '' } },
    record,
    // Nothing of it is left in the log before this.
    { opId, existing, baseRev: 0 },
  );
  const body = canon({ entity: record.entity, value: record.value });
  await ledger.append({
    op_id: opId,
    op_hash: hashTextNow(body),
    body,
    device_id: '',
    kind: 'server.record',
    verdict: 'applied',
    code: null,
    rev,
    received_at: deps.clock.now(),
  });
  return taken;
}
