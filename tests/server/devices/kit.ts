/** Codes and devices as a screen asks for them, through the front door. */
import {
  CODES_PATH,
  codeResponseSchema,
  DEVICE_ACT_PATH,
  deviceActResponseSchema,
  type CodeRequest,
  type CodeResponse,
  type DeviceActRequest,
} from '#protocol/devices.ts';
import { readFragment } from '#protocol/fragment.ts';
import { utf8 } from '#protocol/hash.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import type { FrontDoor } from '../http/front-door.ts';

async function post(front: Pick<FrontDoor, 'door'>, device: SigningDevice, path: string, request: object) {
  const bytes = utf8(
    JSON.stringify({
      v: 1,
      nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url'),
      ...request,
    }),
  );
  const headers = await device.signed(path, bytes, []);
  const reply = await front.door(path, { method: 'POST', body: bytes, headers });
  const text = await reply.text();
  return { said: reply.ok ? 'answered' : problemCodeOf(text), text, reply };
}

/** Any role: what the office's own is answered is looked at too. */
type Wish = Pick<CodeRequest, 'subject' | 'way'> &
  Pick<Partial<CodeRequest>, 'personName'> & { role: string };

export async function askCode(front: Pick<FrontDoor, 'door'>, device: SigningDevice, wish: Wish) {
  const { said, text, reply } = await post(front, device, CODES_PATH, wish);
  return { said, code: reply.ok ? codeResponseSchema.parse(JSON.parse(text)) : null, reply };
}

/** A code that was made; throws the reason why not. */
export async function madeCode(
  front: Pick<FrontDoor, 'door'>,
  device: SigningDevice,
  wish: Wish,
): Promise<CodeResponse> {
  const { code, said } = await askCode(front, device, wish);
  if (code === null) throw new Error(said);
  return code;
}

/** The state it ends in, or the code of the refusal. */
export async function act(
  front: Pick<FrontDoor, 'door'>,
  by: SigningDevice,
  on: SigningDevice,
  wish: DeviceActRequest['act'],
): Promise<string> {
  const { said, text, reply } = await post(front, by, DEVICE_ACT_PATH, { device: on.id, act: wish });
  return reply.ok ? deviceActResponseSchema.parse(JSON.parse(text)).state : said;
}

export const secretOf = ({ fragment }: Pick<CodeResponse, 'fragment'>): string => {
  const link = readFragment(fragment);
  if (link?.kind !== 'enrol') throw new Error(fragment);
  return link.secret;
};

/** A phone that taps on this code. */
export async function tapped(front: Pick<FrontDoor, 'door'>, code: Pick<CodeResponse, 'fragment'>) {
  const phone = await SigningDevice.make();
  const { status, text } = await phone.enrol(front.door, secretOf(code));
  return { phone, said: status === 200 ? 'enrolled' : problemCodeOf(text) };
}

/** What an exchange of nothing, or of these, is answered. */
export async function exchanged(
  front: Pick<FrontDoor, 'door'>,
  phone: SigningDevice,
  ops: readonly string[] = [],
): Promise<string> {
  const { value, text } = await phone.exchange(front.door, ops);
  return value === null ? problemCodeOf(text) : 'answered';
}

/** Another profile of the browser that `first` is in: a key of its own, one installation. */
export async function besides(first: SigningDevice): Promise<SigningDevice> {
  const device = await SigningDevice.make();
  return Object.assign(device, { installationId: first.installationId });
}
