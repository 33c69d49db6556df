/** Reads the commune's log by this device's signed word. What comes is shown, and kept nowhere here. */
import { hashText } from '#protocol/hash.ts';
import {
  LOG_HEADS_PATH,
  logHeadsSchema,
  logPageSchema,
  logPath,
  type LogHeads,
  type LogPage,
  type LogQuery,
} from '#protocol/log.ts';
import { signProof } from '#protocol/proof.ts';
import type { LogReading } from '#client/workspace.ts';
import { askProven } from '../ask-proven.ts';
import { identityOf } from '../device-key.ts';
import type { RescueContext } from '../rescue/rescue-context.ts';
import { ask, type Schema } from '../transport.ts';

type Parts = Pick<RescueContext, 'store' | 'environment'>;

/** Raw bytes of one entry with what it changed, generously; and of one day's head. */
const ENTRY_BYTES = 4000;
const HEADS_BYTES = 64 * 1024;

async function askSigned<T>(
  { store, environment }: Parts,
  path: string,
  schema: Schema<T>,
  replyBytes: number,
): Promise<LogReading<T>> {
  const { deviceId, keys } = await identityOf(store);
  const { ackedSeq, lastChain } = await store.state();
  const sent = { lastSeq: ackedSeq, chain: (await store.chainAt(ackedSeq)) ?? lastChain };
  const body = await hashText('');
  const reply = await askProven(store, sent, async (standing) => {
    const proof = await signProof({ ...standing, method: 'GET', path, body }, deviceId, keys.privateKey);
    return ask(environment, { method: 'GET', path, proof, replyBytes }, schema);
  });
  switch (reply.kind) {
    case 'answered':
      return { kind: 'read', value: reply.value };
    case 'unreachable':
      return { kind: 'unreachable' };
    case 'refused':
      return { kind: 'refused', problem: reply.problem.code };
  }
}

export const readLog = (parts: Parts, query: LogQuery): Promise<LogReading<LogPage>> =>
  askSigned(parts, logPath(query), logPageSchema, query.limit * ENTRY_BYTES);

export const readLogHeads = (parts: Parts): Promise<LogReading<LogHeads>> =>
  askSigned(parts, LOG_HEADS_PATH, logHeadsSchema, HEADS_BYTES);
