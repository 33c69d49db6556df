/** Handing in what another phone exported: whoever has a network may, and nobody on the way can read it. */
import { hashBytes } from '#protocol/hash.ts';
import { signProof } from '#protocol/proof.ts';
import { RESCUE_IMPORT_PATH, RESCUE_PATH, rescueReplySchema } from '#protocol/rescue.ts';
import type { RescueHandIn } from '#client/workspace.ts';
import { askProven } from '../ask-proven.ts';
import { identityOf } from '../device-key.ts';
import { ask, type Network, type Reply } from '../transport.ts';
import type { RescueContext } from './rescue-context.ts';

const REPLY_BYTES = 4 * 1024;

const outcomeOf = (reply: Reply<(typeof rescueReplySchema)['_zod']['output']>): RescueHandIn => {
  switch (reply.kind) {
    case 'answered':
      return { kind: 'taken', reply: reply.value };
    case 'unreachable':
      return { kind: 'unreachable' };
    case 'refused':
      return { kind: 'refused', problem: reply.problem.code };
  }
};

/** Anybody with a network hands a file in, unread: no profile is needed. */
export async function handInUnread(network: Network, bytes: Uint8Array<ArrayBuffer>): Promise<RescueHandIn> {
  const call = { method: 'POST' as const, path: RESCUE_PATH, body: bytes, replyBytes: REPLY_BYTES };
  return outcomeOf(await ask(network, call, rescueReplySchema));
}

/** An officer's own word lets in files of phones that were cut off, too. */
async function importAsOfficer(
  { store, environment }: RescueContext,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<RescueHandIn> {
  const { deviceId, keys } = await identityOf(store);
  const { ackedSeq, lastChain } = await store.state();
  const sent = { lastSeq: ackedSeq, chain: (await store.chainAt(ackedSeq)) ?? lastChain };
  const path = RESCUE_IMPORT_PATH;
  const body = await hashBytes(bytes);
  const reply = await askProven(store, sent, async (standing) => {
    const proof = await signProof({ ...standing, method: 'POST', path, body }, deviceId, keys.privateKey);
    const call = { method: 'POST' as const, path, body: bytes, proof, replyBytes: REPLY_BYTES };
    return ask(environment, call, rescueReplySchema);
  });
  return outcomeOf(reply);
}

export const handInRescue = (context: RescueContext, bytes: Uint8Array<ArrayBuffer>): Promise<RescueHandIn> =>
  context.profile.binding?.kind === 'office'
    ? importAsOfficer(context, bytes)
    : handInUnread(context.environment, bytes);
