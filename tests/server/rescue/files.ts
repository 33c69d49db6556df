/** Rescue files as phones make them, and as nobody honest would; handed in by anybody, or imported by an officer. */
import { Encrypter } from 'age-encryption';
import { hashText } from '#protocol/hash.ts';
import {
  RESCUE_IMPORT_PATH,
  RESCUE_PATH,
  rescueDigest,
  signRescue,
  type RescueClaims,
  type RescueFile,
} from '#protocol/rescue.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import type { FrontDoor } from '../http/front-door.ts';
import { submitIntent } from '../core/makers.ts';

/** What a test may want otherwise than an honest phone makes it. */
export interface Bent {
  claims?: Partial<RescueClaims>;
  file?: Partial<RescueFile>;
  signer?: SigningDevice;
  recipient?: string;
}

export async function rescueFile(
  { core }: FrontDoor,
  phone: SigningDevice,
  ops: readonly string[],
  firstSeq: number,
  bent: Bent = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const hashes = await Promise.all(ops.map(hashText));
  const claims: RescueClaims = {
    commune: core.communeId,
    device: phone.id,
    firstSeq,
    count: ops.length,
    ops: await rescueDigest(hashes),
    madeAt: Date.now(),
    ...bent.claims,
  };
  const { jwk, key } = bent.signer ?? phone;
  const file: RescueFile = {
    v: 1,
    jwk: phone.jwk,
    ops: [...ops],
    statement: await signRescue(claims, key),
    ...bent.file,
  };
  if (bent.signer !== undefined && bent.file?.jwk === undefined) file.jwk = jwk;
  const encrypter = new Encrypter();
  const { recipient = '' } = await core.publicCampaign();
  encrypter.addRecipient(bent.recipient ?? recipient);
  return new Uint8Array(await encrypter.encrypt(JSON.stringify(file)));
}

export const handIn = (front: FrontDoor, bytes: Uint8Array<ArrayBuffer>) =>
  front.app.request(RESCUE_PATH, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
export const importBy = async (front: FrontDoor, officer: SigningDevice, bytes: Uint8Array<ArrayBuffer>) =>
  front.app.request(RESCUE_IMPORT_PATH, {
    method: 'POST',
    body: bytes,
    headers: {
      ...(await officer.signed(RESCUE_IMPORT_PATH, bytes, [])),
      'content-type': 'application/octet-stream',
    },
  });

/** A hamlet's sheet and comments, sealed in order. */
export const sealed = (phone: SigningDevice, words: readonly string[]): string[] => {
  const assessmentId = phone.enrolment?.assessmentId ?? '';
  return [
    phone.seal(submitIntent(assessmentId, 'hamlet')),
    ...words.map((text) => phone.seal({ kind: 'comment.add', args: { assessmentId, text } })),
  ];
};
