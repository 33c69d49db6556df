/** The store's commands over either kind of tables. */
import type { RecordEntity, RowEntity } from '#protocol/entities.ts';
import { CHAIN_START, utf8 } from '#protocol/hash.ts';
import type { EngineStore, SealCommit, Waiting } from './engine-store.ts';
import { mergeDraft } from './merge-draft.ts';
import type { OutboxRow, StoredRow, SyncState } from './model.ts';
import { newestById, settleIn } from './settle.ts';
import { stateIn } from './sync-state.ts';
import type { BaseRow, Tables, Tx } from './tables.ts';

/**
 * Made by the server alone, so that nothing of one's own is laid over them. By name: a family's form does without the
 * table of records.
 */
const PROJECTED: Record<Exclude<RowEntity, RecordEntity>, true> = {
  assessment: true,
  submission: true,
  answers: true,
  comment: true,
  photo: true,
  scores: true,
  openFigures: true,
  device: true,
  quarantine: true,
  feedback: true,
  photoLook: true,
};
const isRecord = (entity: RowEntity): entity is RecordEntity => !Object.hasOwn(PROJECTED, entity);

/** Bytes of an operation inside the envelope, where it is a JSON string of its own. */
const envelopeBytes = (row: OutboxRow): number => utf8(JSON.stringify(row.text)).length + 1;

/** The first operation always goes, however large: a limit on bytes must not stop the sequence. */
function takeBytes(rows: OutboxRow[], maxBytes: number): Waiting {
  let bytes = 0;
  const ops: OutboxRow[] = [];
  for (const row of rows) {
    const next = bytes + envelopeBytes(row);
    if (next > maxBytes && ops.length > 0) break;
    bytes = next;
    ops.push(row);
  }
  return { ops, bytes, rest: rows.length - ops.length };
}

async function commitSealIn(tx: Tx, commit: SealCommit): Promise<'sealed' | 'raced'> {
  const state = await stateIn(tx);
  if (state.lastSeq !== commit.expectedLastSeq || state.lastChain !== commit.expectedLastChain)
    return 'raced';
  if (commit.also !== undefined && !(await commit.also.write(tx, commit.row))) return 'raced';
  await tx.addSealed(commit.row);
  const sealed: SyncState = {
    ...state,
    lastSeq: commit.row.seq,
    lastChain: commit.row.chain,
    lastIdMs: commit.lastIdMs,
    made: state.made + 1,
  };
  await tx.putSyncState(sealed);
  if (commit.patchDraft === undefined) return 'sealed';
  const draft = commit.patchDraft.patch(await tx.draft(commit.patchDraft.id));
  if (draft !== undefined) await tx.putDraft(draft);
  return 'sealed';
}

export function createStore(tables: Tables): EngineStore {
  const changeState = <T>(change: (state: SyncState) => { state: SyncState; answer: T }): Promise<T> =>
    tables.write(['meta'], async (tx) => {
      const { state, answer } = change(await stateIn(tx));
      await tx.putSyncState(state);
      return answer;
    });

  /** What was pulled, with own records the commune has not shown yet laid over: a family makes none. */
  async function shown(entity: RowEntity, read: (tx: Tx) => PromiseLike<BaseRow[]>): Promise<StoredRow[]> {
    const { pulled, own, cursors } = await tables.read(['meta', 'outbox', 'rows'], async (tx) => {
      const mine = isRecord(entity) ? await tx.sealedOf('record.put') : [];
      return {
        pulled: newestById(await read(tx), await tx.life()),
        own: mine,
        // Looked at only where it is needed: a list that watched it would be read anew with every counter.
        cursors: mine.length === 0 ? {} : (await stateIn(tx)).cursors,
      };
    });
    if (own.length === 0 || !isRecord(entity)) return pulled;
    return (await import('./overlay.ts')).layOver(entity, pulled, own, cursors);
  }

  return {
    tables,
    identity: () => tables.read(['meta'], async (tx) => tx.identity()),
    keepIdentity: (identity) =>
      tables.write(['meta'], async (tx) => {
        const kept = await tx.identity();
        if (kept === undefined) await tx.putIdentity(identity);
        return kept ?? identity;
      }),
    keepEnrolment: ({ communeJwk, recipient, epoch, challenge }) =>
      tables.write(['meta'], async (tx) => {
        const identity = await tx.identity();
        if (identity === undefined) throw new Error('enrolled without a key');
        await tx.putIdentity({ ...identity, communeJwk, ...(recipient === undefined ? {} : { recipient }) });
        const state = await stateIn(tx);
        await tx.putSyncState({ ...state, challenge, epoch: state.epoch === '' ? epoch : state.epoch });
      }),
    state: () => tables.read(['meta'], (tx) => stateIn(tx)),
    nextCounter: (skip = 0) =>
      changeState((state) => {
        const counter = state.counter + 1 + skip;
        return { state: { ...state, counter }, answer: counter };
      }),
    keepChallenge: (challenge) =>
      changeState((state) => ({ state: { ...state, challenge }, answer: undefined })),

    drafts: () => tables.read(['drafts'], async (tx) => tx.drafts()),
    draft: (id) => tables.read(['drafts'], async (tx) => tx.draft(id)),
    saveDraft: (draft, base) =>
      tables.write(['drafts'], async (tx) => {
        await tx.putDraft(mergeDraft(await tx.draft(draft.id), draft, base));
      }),
    deleteDraft: (id) =>
      tables.write(['drafts', 'outbox'], async (tx) => {
        const draft = await tx.draft(id);
        if (draft === undefined) return 'deleted';
        const own = await tx.sealedFor(draft.assessmentId);
        if (draft.status === 'sent' || own.some((row) => row.draftId === id)) return 'kept';
        await tx.deleteDraft(id);
        return 'deleted';
      }),

    commitSeal: (commit) =>
      tables.write(['meta', 'outbox', 'drafts', ...(commit.also?.over ?? [])], (tx) =>
        commitSealIn(tx, commit),
      ),
    pending: (maxBytes) =>
      tables.read(['meta', 'outbox'], async (tx) =>
        takeBytes(await tx.sealedFrom((await stateIn(tx)).ackedSeq + 1), maxBytes),
      ),
    outbox: () => tables.read(['outbox'], async (tx) => tx.sealedFrom(-Infinity)),
    sealedFor: (assessmentId) => tables.read(['outbox'], async (tx) => tx.sealedFor(assessmentId)),
    chainAt: (seq) =>
      tables.read(['outbox'], async (tx) => (seq === 0 ? CHAIN_START : (await tx.sealed(seq))?.chain)),
    counts: () =>
      tables.read(['meta', 'outbox'], async (tx) => {
        const { made, lastSeq, ackedSeq } = await stateIn(tx);
        return {
          made,
          waiting: lastSeq - ackedSeq,
          setAside: await tx.countVerdicts(['refused', 'quarantined']),
        };
      }),
    settle: (settlement) =>
      tables.write(['meta', 'drafts', 'outbox', 'receipts', 'rows'], (tx) => settleIn(tx, settlement)),

    receipts: () => tables.read(['receipts'], async (tx) => tx.receipts()),
    receipt: (opId) => tables.read(['receipts'], async (tx) => tx.receipt(opId)),
    rows: (entity) => shown(entity, (tx) => tx.rowsOf(entity)),
    row: async (entity, id) =>
      (await shown(entity, (tx) => tx.rowsNamed(entity, id))).find((row) => row.id === id),
  };
}
