/** The store in memory: the same commands without a browser, for the simulation. Copies in and out, as a database does. */
import type { EngineStore } from './engine-store.ts';
import type { DraftRow, Identity, OutboxRow, ReceiptRow, SyncState } from './model.ts';
import { createStore } from './store-core.ts';
import type { BaseRow, TableName, Tables, Tx } from './tables.ts';

interface Held {
  identity: Identity | undefined;
  syncState: SyncState | undefined;
  life: string | undefined;
  drafts: Map<string, DraftRow>;
  outbox: Map<number, OutboxRow>;
  receipts: Map<string, ReceiptRow>;
  rows: Map<string, BaseRow>;
}

const emptyHanded = (): Held => ({
  identity: undefined,
  syncState: undefined,
  life: undefined,
  drafts: new Map(),
  outbox: new Map(),
  receipts: new Map(),
  rows: new Map(),
});
const shallow = (held: Held): Held => ({
  ...held,
  drafts: new Map(held.drafts),
  outbox: new Map(held.outbox),
  receipts: new Map(held.receipts),
  rows: new Map(held.rows),
});

const copy = <T>(value: T): T => structuredClone(value);
const copies = <T>(values: Iterable<T>): T[] => Array.from(values, copy);
const bySeq = (a: OutboxRow, b: OutboxRow): number => a.seq - b.seq;
const keyOf = (scope: string, entity: string, id: string): string => `${scope}\n${entity}\n${id}`;

function transactionOn(held: Held): Tx {
  const to = held;
  const sealed = (): OutboxRow[] => copies([...held.outbox.values()].sort(bySeq));
  const deleteWhere = (isGone: (row: BaseRow) => boolean): void => {
    for (const [key, row] of held.rows) if (isGone(row)) held.rows.delete(key);
  };
  return {
    identity: async () => held.identity,
    putIdentity: async (identity) => {
      to.identity = identity;
    },
    syncState: async () => copy(held.syncState),
    putSyncState: async (state) => {
      to.syncState = copy(state);
    },
    life: async () => held.life,
    putLife: async (epoch) => {
      to.life = epoch;
    },
    draft: async (id) => copy(held.drafts.get(id)),
    drafts: async () => copies(held.drafts.values()),
    putDraft: async (draft) => held.drafts.set(draft.id, copy(draft)),
    deleteDraft: async (id) => held.drafts.delete(id),
    sealed: async (seq) => copy(held.outbox.get(seq)),
    sealedFrom: async (from) => sealed().filter((row) => row.seq >= from),
    sealedFor: async (assessmentId) => sealed().filter((row) => row.assessmentId === assessmentId),
    sealedOf: async (kind) => sealed().filter((row) => row.kind === kind),
    countVerdicts: async (verdicts) =>
      sealed().filter(({ result }) => result !== undefined && verdicts.includes(result.verdict)).length,
    addSealed: async (row) => {
      if (held.outbox.has(row.seq)) throw new Error(`seq ${row.seq} is taken`);
      held.outbox.set(row.seq, copy(row));
    },
    putSealed: async (row) => held.outbox.set(row.seq, copy(row)),
    receipt: async (opId) => copy(held.receipts.get(opId)),
    receipts: async () => copies(held.receipts.values()),
    putReceipt: async (receipt) => held.receipts.set(receipt.opId, copy(receipt)),
    rowsOf: async (entity) => copies(held.rows.values()).filter((row) => row.entity === entity),
    rowsNamed: async (entity, id) =>
      copies(held.rows.values()).filter((row) => row.entity === entity && row.id === id),
    putRows: async (rows) => {
      for (const row of rows) held.rows.set(keyOf(row.scope, row.entity, row.id), copy(row));
    },
    deleteRow: async (scope, entity, id) => held.rows.delete(keyOf(scope, entity, id)),
    deleteScope: async (scope) => deleteWhere((row) => row.scope === scope),
    deleteOtherLives: async (life) => deleteWhere((row) => row.life !== life),
  };
}

/** One transaction after the other; one that throws leaves nothing behind. */
function createMemoryTables(): Tables {
  let held = emptyHanded();
  let queue: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(_over: TableName[], body: (tx: Tx) => Promise<T>): Promise<T> => {
    const done = queue.then(async () => {
      const draft = shallow(held);
      const answer = await body(transactionOn(draft));
      held = draft;
      return answer;
    });
    queue = done.catch(() => undefined);
    return done;
  };
  return { read: inOrder, write: inOrder };
}

export const createMemoryStore = (): EngineStore => createStore(createMemoryTables());
