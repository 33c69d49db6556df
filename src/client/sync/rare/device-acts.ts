/**
 * Codes that bind other people's phones, and the word on those that wait or are lost: asked of the commune by this
 * phone's signed word, at the tap, and kept nowhere here. What comes of it is seen in the rows of devices.
 */
import {
  CODES_PATH,
  codeResponseSchema,
  DEVICE_ACT_PATH,
  deviceActResponseSchema,
  deviceCheck,
  type CodeRequest,
  type CodeResponse,
  type DeviceActRequest,
  type DeviceActResponse,
} from '#protocol/devices.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { askProven } from '../ask-proven.ts';
import { identityOf } from '../device-key.ts';
import { newNonce } from '../nonce.ts';
import type { SessionGate } from '../session-gate.ts';
import type { RescueContext } from '../rescue/rescue-context.ts';
import { postSigned, type Schema } from '../transport.ts';

/** What the commune said to a question about somebody's device; nothing was done where nobody answered. */
export type DeviceOutcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'unreachable' }
  | { kind: 'refused'; problem: ProblemCode };

/** Other people's phones (`protocol.md` §6): each needs the network, at the tap. */
export interface DeviceCommands {
  /** A code for a phone that is to work for somebody; shown this once. */
  issueCode(
    code: Pick<CodeRequest, 'role' | 'subject' | 'personName' | 'way'>,
  ): Promise<DeviceOutcome<CodeResponse>>;
  act(device: string, act: DeviceActRequest['act']): Promise<DeviceOutcome<DeviceActResponse>>;
  /** This phone's own four digits, for whoever compares them. */
  check(): Promise<string>;
}

type Parts = Pick<RescueContext, 'store' | 'environment'>;

/** Raw bytes of a code in the reply, generously. */
const CODE_BYTES = 2000;

async function askSigned<T extends { nonce: string }>(
  { store, environment }: Parts,
  path: string,
  request: { nonce: string },
  reply: { schema: Schema<T>; bytes: number },
): Promise<DeviceOutcome<T>> {
  const { deviceId, keys } = await identityOf(store);
  const { ackedSeq, lastChain } = await store.state();
  const sent = { lastSeq: ackedSeq, chain: (await store.chainAt(ackedSeq)) ?? lastChain };
  const signer = { deviceId, key: keys.privateKey };
  const answer = await askProven(store, sent, (standing) =>
    postSigned(environment, path, request, reply, standing, signer),
  );
  switch (answer.kind) {
    case 'answered':
      return { kind: 'done', value: answer.value };
    case 'unreachable':
      return { kind: 'unreachable' };
    case 'refused':
      return { kind: 'refused', problem: answer.problem.code };
  }
}

/** `gate`: an officer whose session is over is asked first. */
export const createDeviceCommands = (parts: Parts, gate: Pick<SessionGate, 'through'>): DeviceCommands => ({
  async issueCode({ role, subject, personName, way }) {
    const request: CodeRequest = {
      v: 1,
      nonce: newNonce(parts.environment.chance),
      role,
      subject,
      way,
      ...(personName !== undefined && personName !== '' && { personName }),
    };
    const reply = { schema: codeResponseSchema, bytes: CODE_BYTES };
    return gate.through('other', () => askSigned<CodeResponse>(parts, CODES_PATH, request, reply));
  },
  async act(device, act) {
    const request: DeviceActRequest = { v: 1, nonce: newNonce(parts.environment.chance), device, act };
    const reply = { schema: deviceActResponseSchema, bytes: 0 };
    return gate.through('other', () => askSigned<DeviceActResponse>(parts, DEVICE_ACT_PATH, request, reply));
  },
  async check() {
    return deviceCheck((await identityOf(parts.store)).deviceId);
  },
});
