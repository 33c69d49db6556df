/** Bugs put in on purpose, as wrappers around the real store: the simulation has to find each. */
import type { EngineStore } from '#client/db/engine-store.ts';
import { textOf } from '#client/db/registers.ts';
import { isRowOf } from '#client/db/row-of.ts';

/** `trustAny200` lives in the line of the device. */
export type Planted = 'none' | 'trustAny200' | 'deleteOnSend' | 'noRewind' | 'overwriteUnseen';

export function plantedStore(store: EngineStore, planted: Planted): EngineStore {
  if (planted === 'deleteOnSend')
    return {
      ...store,
      async pending(maxBytes) {
        const waiting = await store.pending(maxBytes);
        const state = await store.state();
        const last = waiting.ops.at(-1);
        if (last !== undefined)
          await store.settle({
            epoch: state.epoch,
            challenge: state.challenge,
            clockOff: 0,
            at: 0,
            serverTime: 0,
            lastSeq: last.seq,
            safeSeq: 0,
            firstSeq: waiting.ops[0]?.seq ?? 1,
            results: waiting.ops.map(() => ({ verdict: 'applied' })),
            receipt: '',
            rows: [],
            cursors: {},
            evict: [],
            reset: [],
            isCaughtUp: false,
          });
        return waiting;
      },
    };
  if (planted === 'noRewind')
    return {
      ...store,
      async settle(settlement) {
        const { ackedSeq } = await store.state();
        await store.settle({ ...settlement, lastSeq: Math.max(settlement.lastSeq, ackedSeq) });
      },
    };
  if (planted === 'overwriteUnseen')
    return {
      ...store,
      async draft(id) {
        const draft = await store.draft(id);
        const row = await store.row('answers', id);
        if (draft === undefined || row === undefined || !isRowOf(row, 'answers')) return draft;
        // Everything that was pulled counts as read.
        const pulled = Object.entries(row.value.fields).map(([field, [first]]) => [
          field,
          textOf(first?.value) ?? '',
        ]);
        return { ...draft, sealed: { ...draft.sealed, ...Object.fromEntries(pulled) } };
      },
    };
  return store;
}
