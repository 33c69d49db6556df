/** Bugs of the outbox: what was sealed is lost, changed or kept too short. */
import { canon } from '#protocol/canon.ts';
import { hashText, nextChain } from '#protocol/hash.ts';
import { operationSchema } from '#protocol/operation.ts';
import type { Tx } from '#client/db/tables.ts';
import { inWrites, type PlantedBug } from './planted.ts';

/** What was sent once is taken out of the outbox, whatever comes back. */
const deleteOnSend: PlantedBug = {
  planted: {
    commands: (store, tables) => ({
      ...store,
      async nextCounter() {
        const counter = await store.nextCounter();
        const { ops } = await store.pending(1e6);
        await tables.write(['outbox'], async (tx) => {
          for (const { seq } of ops) await tx.deleteSealed(seq);
        });
        return counter;
      },
    }),
  },
  budget: 200,
};

/** Typing on changes the operation that is already under way. */
const coalesceSealed: PlantedBug = {
  planted: {
    commands: (store, tables) => ({
      ...store,
      async saveDraft(draft, base) {
        await store.saveDraft(draft, base);
        const row = (await store.outbox()).at(-1);
        if (row?.kind !== 'answers.save' || row.result !== undefined) return;
        const operation = operationSchema.parse(JSON.parse(row.text));
        if (operation.kind !== 'answers.save') return;
        const changes = Object.fromEntries(
          Object.entries(operation.args.changes).map(([field, { bases }]) => {
            const value = draft.answers[field];
            return [field, value === undefined ? { bases } : { value, bases }];
          }),
        );
        const text = canon({ ...operation, args: { ...operation.args, changes } });
        const hash = await hashText(text);
        const before = (await store.chainAt(row.seq - 1)) ?? row.chain;
        const chain = await nextChain(before, hash);
        await tables.write(['outbox', 'meta'], async (tx) => {
          await tx.putSealed({ ...row, text, hash, chain });
          const state = await tx.syncState();
          if (state !== undefined) await tx.putSyncState({ ...state, lastChain: chain });
        });
      },
    }),
  },
  from: 20261193,
  budget: 300,
};

/** What the commune once acknowledged is never sent again. */
const noRewind: PlantedBug = {
  planted: {
    tables: (tables) =>
      inWrites(tables, (tx) => ({
        putSealed: async (row) => {
          const known = await tx.sealed(row.seq);
          if (row.result === undefined && known?.opId === row.opId && known.result !== undefined) return;
          await tx.putSealed(row);
        },
        putSyncState: async (state) => {
          const known = await tx.syncState();
          const isSame = known !== undefined && known.lastSeq === state.lastSeq;
          await tx.putSyncState(
            isSame ? { ...state, ackedSeq: Math.max(known.ackedSeq, state.ackedSeq) } : state,
          );
        },
      })),
  },
  focus: { kinds: ['snapshot', 'register', 'restore'] },
  budget: 500,
};

/** What is acknowledged is deleted at once, safe or not. */
const gcOnAck: PlantedBug = {
  planted: {
    tables: (tables) =>
      inWrites(tables, (tx) => ({
        putSealed: async (row) => {
          await tx.putSealed(row);
          if (row.result?.verdict === 'applied') await tx.deleteSealed(row.seq);
        },
      })),
  },
  budget: 100,
};

/** A new life of the database empties the outbox of what was acknowledged. */
const epochDeletesOutbox: PlantedBug = {
  planted: {
    tables: (tables) =>
      inWrites(tables, (tx) => ({
        putLife: async (epoch) => {
          const life = await tx.life();
          if (life !== undefined && life !== epoch)
            for (const { seq } of await tx.sealedFrom(1)) await tx.deleteSealed(seq);
          await tx.putLife(epoch);
        },
      })),
  },
  focus: { kinds: ['snapshot', 'register', 'restore'] },
  budget: 300,
};

/** One operation more loses its body than is safe. */
const prefixTooFar: PlantedBug = {
  planted: {
    tables: (tables) =>
      inWrites(tables, (tx) => ({
        putSealed: async (row) => {
          await tx.putSealed(row);
          const next = row.text === '' ? await tx.sealed(row.seq + 1) : undefined;
          if (next !== undefined) await tx.putSealed({ ...next, text: '' });
        },
      })),
  },
  focus: { kinds: ['snapshot', 'register', 'pass'] },
  from: 20261132,
  budget: 500,
};

/** Under a new key only what was never acknowledged is sealed again. */
const resealUnackedOnly: PlantedBug = {
  planted: {
    tables: (tables) => {
      const waiting = (tx: Tx): Tx => ({
        ...tx,
        sealedFrom: async (from) =>
          (await tx.sealedFrom(from)).filter(({ result }) => from !== -Infinity || result === undefined),
      });
      return {
        read: (over, body) => tables.read(over, (tx) => body(waiting(tx))),
        write: (over, body) => tables.write(over, (tx) => body(waiting(tx))),
      };
    },
  },
  focus: { kinds: ['clone', 'diskBack', 'copyDisk', 'revoke', 'reenrol'] },
  budget: 500,
};

export const outboxBugs = {
  deleteOnSend,
  coalesceSealed,
  noRewind,
  gcOnAck,
  epochDeletesOutbox,
  prefixTooFar,
  resealUnackedOnly,
};
