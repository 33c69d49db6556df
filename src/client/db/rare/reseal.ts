/**
 * A new key takes the old one's place (`protocol.md` §6): identity and sequence change in one transaction. Everything
 * whose body is still here is sealed again from the first place on, whether the commune acknowledged it or not, because
 * it may have been restored in between; the same ids make a second arrival harmless.
 */
import { CHAIN_START } from '#protocol/hash.ts';
import type { Identity, OutboxRow, SyncState } from '../model.ts';
import { stateIn } from '../sync-state.ts';
import type { Tables, Tx } from '../tables.ts';
import { countIncident } from './incidents.ts';
import { applyMoves, renumber } from './renumber.ts';

export interface NewKey {
  identity: Identity;
  epoch: string;
  challenge: string;
  /** Highest counter this key has signed with. */
  counter: number;
}

interface Before {
  identity: Identity | undefined;
  state: SyncState;
  rows: OutboxRow[];
}

const read = async (tx: Tx): Promise<Before> => ({
  identity: await tx.identity(),
  state: await stateIn(tx),
  rows: await tx.sealedFrom(-Infinity),
});

const isSame = (a: Before, b: Before): boolean =>
  a.identity?.deviceId === b.identity?.deviceId &&
  a.state.lastChain === b.state.lastChain &&
  a.state.ackedSeq === b.state.ackedSeq &&
  a.state.floorSeq === b.state.floorSeq &&
  a.rows.length === b.rows.length;

const unanswered = ({ result: _result, settledAt: _at, ...row }: OutboxRow): OutboxRow => row;

/**
 * Safe to ask again after a crash anywhere. `keepsVerdicts`: the commune is still the one that gave them; otherwise what
 * was received waits again until it says so anew.
 */
export async function resealUnder(tables: Tables, key: NewKey, keepsVerdicts: boolean): Promise<void> {
  for (;;) {
    const before = await tables.read(['meta', 'outbox'], read);
    const inSequence = before.rows.filter(({ seq }) => seq > 0);
    const { moves, lastSeq, lastChain } = await renumber(
      keepsVerdicts ? inSequence : inSequence.map((row) => (row.text === '' ? row : unanswered(row))),
      { seq: 0, chain: CHAIN_START },
      before.rows[0]?.seq ?? 0,
      // Every kept backup holds it, and there is nothing left to send.
      ({ text }) => text === '',
    );
    const isDone = await tables.write(['meta', 'outbox', 'receipts'], async (tx) => {
      const now = await read(tx);
      if (now.identity?.deviceId === key.identity.deviceId) return true;
      if (!isSame(before, now)) return false;
      await applyMoves(tx, moves);
      const { state } = now;
      await tx.putSyncState({
        ...state,
        epoch: state.epoch === '' ? key.epoch : state.epoch,
        challenge: key.challenge,
        counter: Math.max(state.counter, key.counter),
        lastSeq,
        lastChain,
        ackedSeq: 0,
        safeSeq: 0,
        floorSeq: 0,
        floorChain: CHAIN_START,
      });
      await tx.putIdentity(key.identity);
      await tx.deleteNote('successor');
      await countIncident(tx, 'rekeyed');
      return true;
    });
    if (isDone) return;
  }
}
