/** Asks the commune for slips of households, by this phone's signed word. What comes is shown, and kept nowhere here. */
import { SLIPS_MAX, SLIPS_PATH, slipsResponseSchema, type IssuedSlip } from '#protocol/slips.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { askProven } from '../ask-proven.ts';
import { identityOf } from '../device-key.ts';
import { newNonce } from '../nonce.ts';
import type { RescueContext } from '../rescue/rescue-context.ts';
import { postSigned, type Reply } from '../transport.ts';

/** Slips as the commune issued them, this once. */
export type SlipsIssue =
  | {
      kind: 'issued';
      /** In the order asked; without those the commune does not give one for. */
      slips: IssuedSlip[];
      /** Households not asked for any more, because the line broke between two requests. */
      notAsked: string[];
    }
  /** Nothing was issued that anybody knows of; asking again is safe. */
  | { kind: 'unreachable' }
  | { kind: 'refused'; problem: ProblemCode };

/** Raw bytes of one slip in the reply, generously. */
const SLIP_BYTES = 250;

type SlipsReply = { nonce: string; slips: IssuedSlip[] };

async function askFor(
  { store, environment }: Pick<RescueContext, 'store' | 'environment'>,
  householdIds: readonly string[],
): Promise<Reply<SlipsReply>> {
  const { deviceId, keys } = await identityOf(store);
  const { ackedSeq, lastChain } = await store.state();
  const sent = { lastSeq: ackedSeq, chain: (await store.chainAt(ackedSeq)) ?? lastChain };
  const request = { v: 1, nonce: newNonce(environment.chance), householdIds };
  const reply = { schema: slipsResponseSchema, bytes: householdIds.length * SLIP_BYTES };
  return askProven(store, sent, (standing) =>
    postSigned<SlipsReply>(environment, SLIPS_PATH, request, reply, standing, {
      deviceId,
      key: keys.privateKey,
    }),
  );
}

/** In the order asked; as many as came before the line broke, where it did. */
export async function issueSlips(
  context: Pick<RescueContext, 'store' | 'environment'>,
  householdIds: readonly string[],
): Promise<SlipsIssue> {
  const slips: IssuedSlip[] = [];
  for (let from = 0; from < householdIds.length; from += SLIPS_MAX) {
    const asked = householdIds.slice(from, from + SLIPS_MAX);
    const reply = await askFor(context, asked);
    if (reply.kind === 'answered') {
      slips.push(...reply.value.slips);
      continue;
    }
    const notAsked = householdIds.slice(from);
    if (slips.length > 0) return { kind: 'issued', slips, notAsked };
    return reply.kind === 'unreachable'
      ? { kind: 'unreachable' }
      : { kind: 'refused', problem: reply.problem.code };
  }
  return { kind: 'issued', slips, notAsked: [] };
}
