/** Writes a record on the server's own behalf: the same projection as an officer's, with an entry in the log. */
import { canon } from '#protocol/canon.ts';
import type { RecordEntity, RowValue } from '#protocol/entities.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { isFact, noFacts } from '../sync/facts.ts';
import { readRecord } from '../sync/judge/read-record.ts';
import { idOf, keepRecord, withCode } from '../sync/judge/record-put.ts';
import type { Ledger } from '../sync/ledger.ts';

export type PutRecord = <Entity extends RecordEntity>(
  entity: Entity,
  value: RowValue<Entity>,
) => Promise<void>;

/** A writer of records for the length of one transaction; the caller saves the ledger. */
export const recordWriter =
  (
    deps: Pick<CoreDeps, 'clock' | 'newId' | 'facts' | 'store'>,
    transaction: Transaction,
    ledger: Ledger,
  ): PutRecord =>
  async (entity, value) => {
    const read = readRecord(entity, value);
    if (read === null) throw new Error(`default data: a ${entity} does not fit its schema`);
    const bench = {
      transaction,
      ledger,
      // A fact itself asks for none, and reading them anew after each would cost more than all the writing.
      facts: isFact(entity) ? noFacts : await deps.facts.of(transaction, ledger.factsOp()),
      communeId: deps.store.communeId,
      rev: ledger.nextRev(),
      author: { deviceId: '' },
    };
    const opId = deps.newId();
    const existing = await transaction.record.find(entity, idOf(read));
    const record = await withCode(bench, read, existing);
    await keepRecord(bench, record, { opId, existing, baseRev: existing?.rev ?? 0 });
    // As it was given, so that the log can be played again: a code is given anew then, too.
    const body = canon({ entity, value: read.value });
    await ledger.append({
      op_id: opId,
      op_hash: hashTextNow(body),
      body,
      device_id: '',
      kind: 'server.record',
      verdict: 'applied',
      code: null,
      rev: bench.rev,
      received_at: deps.clock.now(),
    });
  };
