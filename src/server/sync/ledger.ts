/**
 * The commune's revision counter and its operation log, for the length of one transaction. The log is the audit
 * (`protocol.md` §11): each entry's hash covers the one before it, in the order of `rev`.
 */
import type { OperationRow } from '../store/tables/operation.ts';
import type { Transaction } from '../store/store.ts';
import { hashTextNow, nextChainNow } from '../crypto/hash.ts';

export type LogEntry = Omit<OperationRow, 'log'>;

/** Everything of an entry but its body, which its own hash stands for. */
export const logHash = (head: string, entry: LogEntry): string =>
  nextChainNow(
    head,
    hashTextNow(
      JSON.stringify([
        entry.rev,
        entry.op_id,
        entry.op_hash,
        entry.device_id,
        entry.kind,
        entry.verdict,
        entry.code ?? '',
        entry.received_at,
      ]),
    ),
  );

export interface Ledger {
  readonly epoch: string;
  /** Until then (epoch ms) phones hand back what a restore lacked, and officers' moves wait; null = nothing to wait for. */
  readonly drainUntil: number | null;
  /** Operations up to this revision were judged before there was `judge/rules.ts`. */
  readonly rulesFrom: number;
  /** Results changed up to this revision needed no second person (`judge/second-person.ts`). */
  readonly secondFrom: number;
  /** Requests of families written up to this revision keep nothing from counting and are answered by one officer. */
  readonly familyFrom: number;
  /** Newest revision given out. */
  rev(): number;
  auditHead(): string;
  factsOp(): string;
  nextRev(): number;
  append(entry: LogEntry): Promise<void>;
  /** Commune, campaign, deadline or criteria changed: caches of them no longer hold. */
  changeFacts(opId: string): void;
  /** Writes the counter back; the last thing a transaction does. */
  save(): Promise<void>;
}

export async function openLedger(transaction: Transaction): Promise<Ledger> {
  const commune = await transaction.commune.find();
  if (commune === undefined) throw new Error('the commune was never seeded');
  let { rev, audit_head: head, facts_op: factsOp } = commune;
  return {
    epoch: commune.epoch,
    drainUntil: commune.drain_until,
    rulesFrom: commune.rules_from ?? Number.MAX_SAFE_INTEGER,
    secondFrom: commune.second_from ?? Number.MAX_SAFE_INTEGER,
    familyFrom: commune.family_from ?? Number.MAX_SAFE_INTEGER,
    rev: () => rev,
    auditHead: () => head,
    factsOp: () => factsOp,
    nextRev: () => ++rev,
    append: async (entry) => {
      head = logHash(head, entry);
      await transaction.operation.insert({ ...entry, log: head });
    },
    changeFacts: (opId) => {
      factsOp = opId;
    },
    save: async () => {
      if (rev !== commune.rev || head !== commune.audit_head)
        await transaction.commune.save({ rev, audit_head: head, facts_op: factsOp });
    },
  };
}
