import { afterEach, expect, test } from 'vitest';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { openFrontDoor, type FrontDoor } from '../http/front-door.ts';
import { secretOf } from '../core/commune.ts';
import { handIn, importBy, rescueFile, sealed } from './files.ts';

const doors: FrontDoor[] = [];
const aDoor = async (): Promise<FrontDoor> => {
  const door = await openFrontDoor();
  doors.push(door);
  return door;
};
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
});

const HOUR_MS = 3_600_000;
const enrolCode = async (
  { core }: FrontDoor,
  role: 'officer' | 'hamletHead',
  subject?: string,
): Promise<string> => {
  const issued = await core.createEnrolCode({
    role,
    ttlMs: HOUR_MS,
    ...(subject !== undefined && { subject }),
  });
  if (issued.kind !== 'issued') throw new Error('no such subject');
  return secretOf(issued.fragment);
};
const enrolled = async (front: FrontDoor, role: 'officer' | 'hamletHead', subject?: string) => {
  const phone = await SigningDevice.make();
  const reply = await phone.enrol(front.door, await enrolCode(front, role, subject));
  if (reply.value === null) throw new Error(reply.text);
  return phone;
};
const head = (front: FrontDoor) => enrolled(front, 'hamletHead', 'Đầm Mụ');

test('a file handed in by anybody takes its places; the phone that comes later finds everything known', async () => {
  const front = await aDoor();
  const phone = await head(front);
  const ops = sealed(phone, ['một', 'hai']);
  const bytes = await rescueFile(front, phone, ops, 1);
  const first = await handIn(front, bytes);
  expect([first.status, await first.json()]).toEqual([200, { v: 1, taken: 3, known: 0, needsLook: 0 }]);
  const again = await handIn(front, bytes);
  expect(await again.json()).toEqual({ v: 1, taken: 0, known: 3, needsLook: 0 });

  const reply = await phone.exchange(front.door, ops);
  expect(reply.value).toMatchObject({ lastSeq: 3, results: ops.map(() => ({ verdict: 'applied' })) });
  expect((await front.core.verify()).problems).toEqual([]);
  expect((await front.core.verify()).counts).toMatchObject({ submissions: 1, comments: 2 });
});

test('beyond a gap operations are kept without a place, and find it when the phone itself comes', async () => {
  const front = await aDoor();
  const phone = await head(front);
  const [first = '', ...rest] = sealed(phone, ['một', 'hai']);
  expect(await (await handIn(front, await rescueFile(front, phone, rest, 2))).json()).toMatchObject({
    taken: 2,
  });
  expect((await front.core.listDevices())[0]?.lastSeq).toBe(0);
  const reply = await phone.exchange(front.door, [first, ...rest]);
  expect(reply.value?.lastSeq).toBe(3);
  const { problems, counts } = await front.core.verify();
  expect([problems, counts['comments']]).toEqual([[], 2]);
});

test('a phone that never reached the commune brings its code; the code is spent for its key', async () => {
  const front = await aDoor();
  const other = await head(front);
  const phone = await SigningDevice.make();
  phone.enrolment = other.enrolment;
  const code = await enrolCode(front, 'hamletHead', 'Đầm Mụ');
  const enrol = { code, installationId: phone.installationId, label: 'Máy mới' };
  const ops = sealed(phone, []);
  expect((await handIn(front, await rescueFile(front, phone, ops, 1))).status).toBe(401);
  const wrong = { ...enrol, code: `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}` };
  expect(
    (await handIn(front, await rescueFile(front, phone, ops, 1, { file: { enrol: wrong } }))).status,
  ).toBe(404);
  const taken = await handIn(front, await rescueFile(front, phone, ops, 1, { file: { enrol } }));
  expect(await taken.json()).toMatchObject({ taken: 1 });
  expect((await phone.enrol(front.door, code)).status).toBe(200);
  expect((await (await SigningDevice.make()).enrol(front.door, code)).status).toBe(409);
  expect((await phone.exchange(front.door, ops)).value?.lastSeq).toBe(1);
});

test('what was forged, edited, cut off or meant for another is refused and changes nothing', async () => {
  const front = await aDoor();
  const [phone, stranger] = [await head(front), await SigningDevice.make()];
  const ops = sealed(phone, ['một']);
  const good = await rescueFile(front, phone, ops, 1);
  const edited = good.slice();
  edited[edited.length - 20] = (edited[edited.length - 20] ?? 0) ^ 1;
  const before = front.dump();
  const other = phone.seal({
    kind: 'comment.add',
    args: { assessmentId: phone.enrolment?.assessmentId ?? '', text: 'khác' },
  });
  const cases: [string, Uint8Array<ArrayBuffer>, string][] = [
    ['one bit', edited, 'malformed'],
    ['cut off', good.slice(0, -1), 'malformed'],
    ['not encrypted', new TextEncoder().encode('{}'), 'malformed'],
    [
      'of another commune',
      await rescueFile(front, phone, ops, 1, { claims: { commune: 'xa-khac' } }),
      'not-allowed',
    ],
    [
      'signed by another',
      await rescueFile(front, phone, ops, 1, { signer: stranger, file: { jwk: phone.jwk } }),
      'proof-invalid',
    ],
    ['under another name', await rescueFile(front, phone, ops, 1, { signer: stranger }), 'proof-invalid'],
    ['other operations', await rescueFile(front, phone, ops, 1, { file: { ops: [other] } }), 'proof-invalid'],
    [
      'one left out',
      await rescueFile(front, phone, ops, 1, { file: { ops: ops.slice(1) } }),
      'proof-invalid',
    ],
    ['of an unknown phone', await rescueFile(front, stranger, ops, 1), 'device-unknown'],
    ['not canonical', await rescueFile(front, phone, ['{ }'], 1), 'not-canonical'],
    ['no operations', await rescueFile(front, phone, [], 1, { claims: { count: 1 } }), 'invalid-envelope'],
    ['too large', new Uint8Array(4 * 1024 * 1024 + 1), 'too-large'],
  ];
  for (const [what, bytes, code] of cases) {
    const reply = await handIn(front, bytes);
    expect([what, problemCodeOf(await reply.text())]).toEqual([what, code]);
  }
  expect(front.dump()).toEqual(before);
  // Control: the file all of them were made from.
  expect((await handIn(front, good)).status).toBe(200);
});

// promise: P14
test('a revoked phone’s file is taken from an officer alone', async () => {
  const front = await aDoor();
  const [phone, officer, helper] = [await head(front), await enrolled(front, 'officer'), await head(front)];
  const bytes = await rescueFile(front, phone, sealed(phone, ['trước khi thu hồi']), 1);
  await front.core.revoke(phone.id);
  expect(problemCodeOf(await (await handIn(front, bytes)).text())).toBe('device-revoked');
  expect(problemCodeOf(await (await importBy(front, helper, bytes)).text())).toBe('not-allowed');
  const reply = await importBy(front, officer, bytes);
  expect([reply.status, await reply.json()]).toEqual([200, { v: 1, taken: 2, known: 0, needsLook: 0 }]);
  expect((await front.core.verify()).problems).toEqual([]);
});
