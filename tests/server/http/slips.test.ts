import { afterAll, expect, test } from 'vitest';
import { hashText, utf8 } from '#protocol/hash.ts';
import { readFragment } from '#protocol/fragment.ts';
import { SLIPS_MAX, SLIPS_PATH, slipsResponseSchema, type IssuedSlip } from '#protocol/slips.ts';
import { SLIPS_A_DAY } from '#server/identity/slips.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { testClock } from '../core/commune.ts';
import { openFrontDoor } from './front-door.ts';
import { makeSmallCommune } from './small-commune.ts';

const clock = testClock();
const front = await openFrontDoor({ clock });
const commune = await makeSmallCommune(front);
afterAll(() => front.close());
const [first, second, strangers] = commune.households;
const nonce = 'A'.repeat(22);

async function ask(device: SigningDevice, householdIds: readonly string[]) {
  const bytes = utf8(JSON.stringify({ v: 1, nonce, householdIds }));
  const headers = await device.signed(SLIPS_PATH, bytes, []);
  const reply = await front.door(SLIPS_PATH, { method: 'POST', body: bytes, headers });
  const text = await reply.text();
  const slips = reply.ok ? slipsResponseSchema.parse(JSON.parse(text)).slips : [];
  return { said: reply.ok ? 'answered' : problemCodeOf(text), status: reply.status, slips, reply };
}

const secretOf = ({ fragment }: IssuedSlip): string => {
  const link = readFragment(fragment);
  if (link?.kind !== 'slip') throw new Error(`no slip: ${fragment}`);
  return link.secret;
};
async function scanned(code: string): Promise<{ phone: SigningDevice; said: string }> {
  const phone = await SigningDevice.make();
  const { status, text } = await phone.enrol(front.door, code);
  return { phone, said: status === 200 ? 'enrolled' : problemCodeOf(text) };
}
const one = (slips: readonly IssuedSlip[]): IssuedSlip => {
  const [slip] = slips;
  if (slip === undefined) throw new Error('no slip came');
  return slip;
};
const deviceOf = (role: 'hamletHead' | 'hamletHelper' | 'officer') => {
  const device = commune.devices.get(role);
  if (device === undefined) throw new Error(role);
  return device;
};

test('a head gets a slip for each family of the hamlet, which opens that family’s form by link or by typed code', async () => {
  const { slips } = await ask(deviceOf('hamletHead'), [first.id, second.id, first.id]);
  expect(slips.map(({ householdId }) => householdId)).toEqual([first.id, second.id]);
  const [mine, theirs] = slips.map((slip) => slip);
  for (const code of [secretOf(one(slips)), mine?.code ?? '']) {
    const { phone, said } = await scanned(code);
    expect(said).toBe('enrolled');
    expect(phone.enrolment).toMatchObject({ role: 'household', assessmentId: first.assessmentId });
  }
  const link = readFragment(theirs?.fragment ?? '');
  expect(link).toMatchObject({ assessmentId: second.assessmentId, communeId: front.core.communeId });
});

test('families of another hamlet, unknown ones and those that left are passed over alike; the office reaches them all', async () => {
  const unknown = deviceOf('officer').newId();
  for (const role of ['hamletHead', 'hamletHelper'] as const) {
    const { said, slips } = await ask(deviceOf(role), [strangers.id, unknown, first.id]);
    expect([said, slips.map(({ householdId }) => householdId)]).toEqual(['answered', [first.id]]);
  }
  const { slips } = await ask(deviceOf('officer'), [strangers.id, unknown]);
  expect(slips.map(({ householdId }) => householdId)).toEqual([strangers.id]);
});

test('a paper nobody scanned stops with the next one; a family that scanned goes on, also with a second phone', async () => {
  const head = deviceOf('hamletHead');
  const unused = one((await ask(head, [second.id])).slips);
  const used = one((await ask(head, [second.id])).slips);
  expect((await scanned(secretOf(unused))).said).toBe('code-expired');
  expect((await scanned(unused.code)).said).toBe('code-expired');
  const { phone } = await scanned(secretOf(used));
  await ask(head, [second.id]);
  expect((await phone.exchange(front.door, [])).status).toBe(200);
  expect((await scanned(secretOf(used))).said).toBe('enrolled');
  for (const each of await front.core.listDevices())
    if (each.binding.kind === 'household' && each.binding.id === second.id)
      await front.core.revoke(each.deviceId);
  // Only phones that were turned away had it: whoever found that paper begins with nothing.
  await ask(head, [second.id]);
  expect((await scanned(secretOf(used))).said).toBe('code-expired');
});

test('neither the secret nor its typed form is kept or logged; a digest of it is', async () => {
  const slip = one((await ask(deviceOf('officer'), [strangers.id])).slips);
  const kept = [...front.dump().values()].flat().join('\n') + front.logged.join('\n');
  for (const secret of [secretOf(slip), slip.code]) {
    expect(kept).not.toContain(secret);
    // The control: what is kept of it can be found.
    expect(kept).toContain(await hashText(secret));
  }
  expect(kept).toContain(deviceOf('officer').id);
  expect((await front.core.verify()).problems).toEqual([]);
});

test('one household gets so many a day and nothing is half done; the next day it may again', async () => {
  const head = deviceOf('hamletHead');
  for (let asked = 0; asked < SLIPS_A_DAY; asked++) {
    const { said } = await ask(head, [first.id]);
    if (said !== 'answered') break;
  }
  const before = front.dump().get('enrol_code');
  const { said, reply } = await ask(head, [second.id, first.id]);
  expect(said).toBe('too-many-attempts');
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(front.dump().get('enrol_code')).toEqual(before);
  clock.advance(24 * 60 * 60 * 1000);
  expect((await ask(head, [first.id])).said).toBe('answered');
});

test('a list without end or without households is no request', async () => {
  const head = deviceOf('hamletHead');
  const many = Array.from({ length: SLIPS_MAX + 1 }, () => first.id);
  expect((await ask(head, many)).said).toBe('invalid-envelope');
  expect((await ask(head, [])).said).toBe('invalid-envelope');
});
