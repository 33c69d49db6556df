/** The store in memory: the same commands without a browser, for the simulation. Copies what goes in, as a database does. */
import type { EngineStore } from './engine-store.ts';
import type { DraftRow, Identity, OutboxRow, PhotoBytes, PhotoRow, ReceiptRow, SyncState } from './model.ts';
import { createStore } from './store-core.ts';
import type { BaseRow, Notes, Shelf, Tables, Tx } from './tables.ts';

interface Held {
  identity: Identity | undefined;
  syncState: SyncState | undefined;
  life: string | undefined;
  notes: Partial<Notes>;
  drafts: Map<string, DraftRow>;
  outbox: Map<number, OutboxRow>;
  receipts: Map<string, ReceiptRow>;
  rows: Map<string, BaseRow>;
  photos: Map<string, PhotoRow>;
  photoBytes: Map<string, PhotoBytes>;
}

const emptyHanded = (): Held => ({
  identity: undefined,
  syncState: undefined,
  life: undefined,
  notes: {},
  drafts: new Map(),
  outbox: new Map(),
  receipts: new Map(),
  rows: new Map(),
  photos: new Map(),
  photoBytes: new Map(),
});
const shallow = (held: Held): Held => ({
  ...held,
  drafts: new Map(held.drafts),
  outbox: new Map(held.outbox),
  receipts: new Map(held.receipts),
  rows: new Map(held.rows),
  photos: new Map(held.photos),
  photoBytes: new Map(held.photoBytes),
});

function freeze(value: unknown): void {
  if (!(value instanceof Object) || Object.isFrozen(value) || !(Array.isArray(value) || isPlain(value)))
    return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/** What goes in is copied and frozen, so that what comes out need not be: nobody can change it behind the disk's back. */
function kept<T>(value: T): T {
  const copied = structuredClone(value);
  freeze(copied);
  return copied;
}
const listed = <T>(values: Iterable<T>): T[] => Array.from(values);
const bySeq = (a: OutboxRow, b: OutboxRow): number => a.seq - b.seq;
const keyOf = (scope: string, entity: string, id: string): string => `${scope}\n${entity}\n${id}`;

const shelf = <Row>(rows: Map<string, Row>, keyOfRow: (row: Row) => string): Shelf<Row> => ({
  // Bytes cannot be frozen: copied out too.
  get: async (key) => structuredClone(rows.get(key)),
  put: async (row) => rows.set(keyOfRow(row), kept(row)),
  bulkDelete: async (keys) => {
    for (const key of keys) rows.delete(key);
  },
  toArray: async () => listed(rows.values()),
  toCollection: () => ({ primaryKeys: async () => [...rows.keys()] }),
});

function transactionOn(held: Held): Tx {
  const to = held;
  const sealed = (): OutboxRow[] => listed([...held.outbox.values()].sort(bySeq));
  const deleteWhere = (isGone: (row: BaseRow) => boolean): void => {
    for (const [key, row] of held.rows) if (isGone(row)) held.rows.delete(key);
  };
  return {
    identity: async () => held.identity,
    putIdentity: async (identity) => {
      to.identity = identity;
    },
    syncState: async () => held.syncState,
    putSyncState: async (state) => {
      to.syncState = kept(state);
    },
    life: async () => held.life,
    putLife: async (epoch) => {
      to.life = epoch;
    },
    note: async (name) => held.notes[name],
    putNote: async (name, note) => {
      to.notes = { ...held.notes, [name]: note };
    },
    deleteNote: async (name) => {
      const { [name]: _gone, ...rest } = held.notes;
      to.notes = rest;
    },
    draft: async (id) => held.drafts.get(id),
    drafts: async () => listed(held.drafts.values()),
    putDraft: async (draft) => held.drafts.set(draft.id, kept(draft)),
    deleteDraft: async (id) => held.drafts.delete(id),
    sealed: async (seq) => held.outbox.get(seq),
    sealedFrom: async (from) => sealed().filter((row) => row.seq >= from),
    sealedFor: async (assessmentId) => sealed().filter((row) => row.assessmentId === assessmentId),
    sealedOf: async (kind) => sealed().filter((row) => row.kind === kind),
    countVerdicts: async (verdicts) =>
      sealed().filter(({ result }) => result !== undefined && verdicts.includes(result.verdict)).length,
    addSealed: async (row) => {
      if (held.outbox.has(row.seq)) throw new Error(`seq ${row.seq} is taken`);
      held.outbox.set(row.seq, kept(row));
    },
    putSealed: async (row) => held.outbox.set(row.seq, kept(row)),
    deleteSealed: async (seq) => held.outbox.delete(seq),
    receipt: async (opId) => held.receipts.get(opId),
    receipts: async () => listed(held.receipts.values()),
    putReceipt: async (receipt) => held.receipts.set(receipt.opId, kept(receipt)),
    rowsOf: async (entity) => listed(held.rows.values()).filter((row) => row.entity === entity),
    rowsNamed: async (entity, id) =>
      listed(held.rows.values()).filter((row) => row.entity === entity && row.id === id),
    rowsIn: async (scope) => listed(held.rows.values()).filter((row) => row.scope === scope),
    putRows: async (rows) => {
      for (const row of rows) held.rows.set(keyOf(row.scope, row.entity, row.id), kept(row));
    },
    deleteRow: async (scope, entity, id) => held.rows.delete(keyOf(scope, entity, id)),
    deleteScope: async (scope) => deleteWhere((row) => row.scope === scope),
    deleteOtherLives: async (life) => deleteWhere((row) => row.life !== life),
    photos: () => shelf(held.photos, ({ id }) => id),
    photoBytes: () => shelf(held.photoBytes, ({ key }) => key),
  };
}

/** What a phone's disk holds. Never changed in place: keeping `held` keeps the disk as it was at that moment. */
export interface MemoryDisk {
  held: Held;
}
export const createMemoryDisk = (): MemoryDisk => ({ held: emptyHanded() });

/** One transaction after the other; one that throws leaves nothing behind. */
export function createMemoryTables(disk: MemoryDisk): Tables {
  const on = disk;
  let queue: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    read: (_over, body) => inOrder(() => body(transactionOn(on.held))),
    write: (_over, body) =>
      inOrder(async () => {
        const draft = shallow(on.held);
        const answer = await body(transactionOn(draft));
        on.held = draft;
        return answer;
      }),
  };
}

export const createMemoryStore = (): EngineStore => createStore(createMemoryTables(createMemoryDisk()));
