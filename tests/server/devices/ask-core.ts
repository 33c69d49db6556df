/** Codes and devices asked of the core itself, where there is no HTTP. */
import {
  CODES_PATH,
  DEVICE_ACT_PATH,
  type CodeRequest,
  type CodeResponse,
  type DeviceActRequest,
} from '#protocol/devices.ts';
import { hashBytes, utf8 } from '#protocol/hash.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import type { ServerCore } from '#server/core-types.ts';
import type { SigningDevice } from '../../support/signing-device.ts';

const nonce = 'A'.repeat(22);

async function signedWord(device: SigningDevice, path: string, request: object) {
  const bytes = utf8(JSON.stringify(request));
  const { [PROOF_HEADER]: proof = '' } = await device.signed(path, bytes, []);
  return [proof, await hashBytes(bytes)] as const;
}

export async function askCode(
  core: ServerCore,
  by: SigningDevice,
  wish: Pick<CodeRequest, 'role' | 'subject' | 'way'>,
): Promise<CodeResponse> {
  const request: CodeRequest = { v: 1, nonce, ...wish };
  const outcome = await core.issueCode(...(await signedWord(by, CODES_PATH, request)), request);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.response;
}

/** The state it ends in, or the code of the refusal. */
export async function actOn(
  core: ServerCore,
  by: SigningDevice,
  on: SigningDevice,
  act: DeviceActRequest['act'],
): Promise<string> {
  const request: DeviceActRequest = { v: 1, nonce, device: on.id, act };
  const outcome = await core.actOnDevice(...(await signedWord(by, DEVICE_ACT_PATH, request)), request);
  return outcome.kind === 'refused' ? outcome.code : outcome.response.state;
}
