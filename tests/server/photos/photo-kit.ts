/** A phone that sends pictures, as the lane of the app does, through the real app in process. */
import { rowSchemas } from '#protocol/entities.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { hashText } from '#protocol/hash.ts';
import type { Intent } from '#protocol/operation.ts';
import { filePath, thumbPath, TUS_VERSION } from '#protocol/photo.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { problemCodeOf } from '../../support/signing-device.ts';
import { enrolled, openFrontDoor, type FrontDoor, type FrontDoorOptions } from '../http/front-door.ts';
import { pullAll } from '../http/small-commune.ts';
import { hashOf } from './pictures.ts';

const EMPTY_HASH = await hashText('');

/** All a phone needs of a server. */
export type Doorway = Pick<FrontDoor, 'door'>;

export interface Village extends FrontDoor {
  head: SigningDevice;
  /** A head of another hamlet. */
  stranger: SigningDevice;
  officer: SigningDevice;
}

export async function openVillage(options: FrontDoorOptions = {}): Promise<Village> {
  const front = await openFrontDoor(options);
  const { core, door } = front;
  const officer = await enrolled(door, await core.createEnrolCode({ role: 'officer', ttlMs: 60_000 }));
  const [first, second] = (await pullAll(front, officer)).filter(({ entity }) => entity === 'hamlet');
  const headOf = async (subject = ''): Promise<SigningDevice> =>
    enrolled(door, await core.createEnrolCode({ role: 'hamletHead', subject, ttlMs: 60_000 }));
  return { ...front, officer, head: await headOf(first?.id), stranger: await headOf(second?.id) };
}

export const formOf = (device: SigningDevice): string => device.enrolment?.assessmentId ?? '';
/** A question of a hamlet's sheet that asks for a photo. */
export const QUESTION = 'A3.3';

export const addIntent = (
  device: SigningDevice,
  bytes: Uint8Array,
  more: Partial<Extract<Intent, { kind: 'photo.add' }>['args']> = {},
): Intent => {
  const photoId = hashOf(bytes);
  return {
    kind: 'photo.add',
    args: {
      assessmentId: formOf(device),
      criterionId: QUESTION,
      photoId,
      sha256: photoId,
      bytes: Math.max(1, bytes.byteLength),
      mime: 'image/jpeg',
      w: 64,
      h: 48,
      ...more,
    },
  };
};

/** Seals and sends; what the server said of each. */
export async function say(
  { door }: Doorway,
  device: SigningDevice,
  ...intents: readonly Intent[]
): Promise<string[]> {
  const { value, text } = await device.exchange(
    door,
    intents.map((intent) => device.seal(intent)),
  );
  if (value === null) throw new Error(text);
  return value.results.map(({ verdict, code }) => code ?? verdict);
}

export interface Begun {
  status: number;
  code: string;
  url: string;
  offset: number;
  state: string;
}

export async function begin(
  { door }: Doorway,
  device: SigningDevice,
  photoId: string,
  length: number | string,
): Promise<Begun> {
  const path = filePath(photoId);
  const signed = await device.signed(path, new Uint8Array(), [], { claims: { body: EMPTY_HASH } });
  const { 'content-type': _none, ...headers } = signed;
  const reply = await door(path, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(length) },
  });
  const text = await reply.text();
  const body: { state?: string; reason?: string } = JSON.parse(text);
  return {
    status: reply.status,
    code: problemCodeOf(text),
    url: reply.headers.get('location') ?? '',
    offset: Number(reply.headers.get('upload-offset')),
    state: [body.state, body.reason].filter((part) => part !== undefined).join(' '),
  };
}

export interface Sent {
  status: number;
  code: string;
  offset: number;
}
const read = async (reply: Response): Promise<Sent> => ({
  status: reply.status,
  code: problemCodeOf(await reply.text()),
  offset: Number(reply.headers.get('upload-offset')),
});

export async function patch(
  { door }: Doorway,
  url: string,
  { offset, body }: { offset: number; body: RequestInit['body'] },
): Promise<Sent> {
  const headers = {
    'tus-resumable': TUS_VERSION,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  };
  const init: RequestInit & { duplex: 'half' } = {
    method: 'PATCH',
    headers,
    body: body ?? null,
    duplex: 'half',
  };
  return read(await door(url, init));
}

export const head = async ({ door }: Doorway, url: string): Promise<Sent> =>
  read(await door(url, { method: 'HEAD', headers: { 'tus-resumable': TUS_VERSION } }));

/** Words, then the whole picture; what the last reply said. */
export async function sendPicture(front: Doorway, device: SigningDevice, bytes: Uint8Array): Promise<Sent> {
  const { url, offset, status, code } = await begin(front, device, hashOf(bytes), bytes.byteLength);
  if (url === '') return { status, code, offset };
  return patch(front, url, { offset, body: new Uint8Array(bytes.subarray(offset)) });
}

export async function addAndSend(
  front: Doorway,
  device: SigningDevice,
  bytes: Uint8Array,
  criterionId = QUESTION,
): Promise<Sent> {
  const verdicts = await say(front, device, addIntent(device, bytes, { criterionId }));
  if (verdicts[0] !== 'applied') throw new Error(`not added: ${verdicts.join()}`);
  return sendPicture(front, device, bytes);
}

export interface Shown {
  status: number;
  bytes: Uint8Array<ArrayBuffer>;
  headers: Headers;
}

export async function look(
  { door }: Doorway,
  device: SigningDevice,
  photoId: string,
  size: 'full' | 'thumb' = 'full',
): Promise<Shown> {
  const path = size === 'full' ? filePath(photoId) : thumbPath(photoId);
  const claims = { method: 'GET', body: EMPTY_HASH } as const;
  const { 'content-type': _none, ...headers } = await device.signed(path, new Uint8Array(), [], { claims });
  const reply = await door(path, { headers });
  return { status: reply.status, bytes: new Uint8Array(await reply.arrayBuffer()), headers: reply.headers };
}

/** Photo rows this device is shown now. */
export const photoRows = async (front: Doorway, device: SigningDevice): Promise<PhotoRow[]> =>
  (await pullAll(front, device)).flatMap(({ entity, value }) =>
    entity === 'photo' && value !== null ? [rowSchemas.photo.parse(value)] : [],
  );

export async function rowOf(
  front: Doorway,
  device: SigningDevice,
  bytes: Uint8Array,
): Promise<PhotoRow | undefined> {
  const photoId = hashOf(bytes);
  return (await photoRows(front, device)).find((row) => row.photoId === photoId);
}
