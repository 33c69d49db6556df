/**
 * Freezes an intent into an operation and gives it its place in the device's sequence (`protocol.md` §3-§4). Hashing
 * happens before the transaction, which IndexedDB would commit behind it; the transaction only checks that nobody was
 * faster.
 */
import { base64url } from 'jose';
import { canon, toNfc } from '#protocol/canon.ts';
import { hashText, nextChain, utf8 } from '#protocol/hash.ts';
import { createIdMaker, type Chance, type Clock } from '#protocol/ids.ts';
import { OPERATION_BYTES_MAX, operationSchema, type Intent, type Operation } from '#protocol/operation.ts';
import type { EngineStore, SealCommit } from '#client/db/engine-store.ts';
import type { OutboxRow, SyncState } from '#client/db/model.ts';

export const RACES_MAX = 50;

export interface SealContext {
  store: EngineStore;
  clock: Clock;
  chance: Chance;
  /** Person id, or the role where none is known: a claim. */
  by: string;
}

export interface SealRequest {
  intent: Intent;
  draftId?: string;
  patchDraft?: SealCommit['patchDraft'];
  also?: SealCommit['also'];
}

/** The time part of the next id: never at or below the newest one stored, whatever the clock does. */
export const nextIdMs = (state: SyncState, clock: Clock): number => Math.max(clock.now(), state.lastIdMs + 1);

/** `idMs`: the time part of its id. */
export function bodyOf(
  context: SealContext,
  intent: Intent,
  state: Pick<SyncState, 'clockOff'>,
  idMs: number,
): Operation {
  const { clock, chance, by } = context;
  const body: unknown = toNfc({
    v: 1,
    opId: createIdMaker({ now: () => idMs }, chance)(),
    salt: base64url.encode(chance.bytes(16)),
    by,
    claimedAt: Math.max(0, clock.now()),
    clockOff: state.clockOff,
    kind: intent.kind,
    args: intent.args,
  });
  return operationSchema.parse(body);
}

const assessmentOf = (operation: Operation): string | undefined =>
  'assessmentId' in operation.args ? operation.args.assessmentId : undefined;

/** The operation at the place after `state`'s last. */
export async function rowOf(
  operation: Operation,
  state: Pick<SyncState, 'lastSeq' | 'lastChain'>,
  at: number,
  draftId?: string,
): Promise<OutboxRow> {
  const text = canon(operation);
  if (utf8(text).length > OPERATION_BYTES_MAX) throw new RangeError(`${operation.kind} is too large to send`);
  const hash = await hashText(text);
  const assessmentId = assessmentOf(operation);
  return {
    seq: state.lastSeq + 1,
    opId: operation.opId,
    kind: operation.kind,
    text,
    hash,
    chain: await nextChain(state.lastChain, hash),
    sealedAt: at,
    ...(assessmentId === undefined ? {} : { assessmentId }),
    ...(draftId === undefined ? {} : { draftId }),
  };
}

/**
 * Seals what `request` returns; it is asked again after a lost race, because what is to be sealed may have changed with
 * it. `null` = nothing to seal any more. Throws on an intent that the wire does not know: a bug of the caller.
 */
export async function seal(
  context: SealContext,
  request: () => Promise<SealRequest | null>,
): Promise<OutboxRow | null> {
  for (let race = 0; race < RACES_MAX; race++) {
    const state = await context.store.state();
    const wanted = await request();
    if (wanted === null) return null;
    const idMs = nextIdMs(state, context.clock);
    const operation = bodyOf(context, wanted.intent, state, idMs);
    const row = await rowOf(operation, state, context.clock.now(), wanted.draftId);
    const commit: SealCommit = {
      expectedLastSeq: state.lastSeq,
      expectedLastChain: state.lastChain,
      row,
      lastIdMs: idMs,
    };
    if (wanted.patchDraft !== undefined) commit.patchDraft = wanted.patchDraft;
    if (wanted.also !== undefined) commit.also = wanted.also;
    if ((await context.store.commitSeal(commit)) === 'sealed') return row;
  }
  throw new Error('sealing lost every race');
}
