import { afterAll, expect, test } from 'vitest';
import { HELPER_MS, issuedRoles, SCREEN_CODE_MS, SENT_LINK_MS } from '#protocol/devices.ts';
import { codeAllowed } from '#protocol/policy-devices.ts';
import { bindingKindOf, roles } from '#protocol/policy-roles.ts';
import { CODES_A_DAY } from '#server/identity/issue-code.ts';
import { hashText } from '#protocol/hash.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { testClock } from '../core/commune.ts';
import { openFrontDoor } from '../http/front-door.ts';
import { makeSmallCommune } from '../http/small-commune.ts';
import { askCode, exchanged, madeCode, secretOf, tapped } from './kit.ts';

const clock = testClock();
const front = await openFrontDoor({ clock });
const commune = await makeSmallCommune(front);
afterAll(() => front.close());
const { hamletA, hamletB, units, officer } = commune;
const deviceOf = (role: (typeof roles)[number]): SigningDevice => {
  const device = commune.devices.get(role);
  if (device === undefined) throw new Error(role);
  return device;
};

test('who makes which code, for whom and in which way is what the table says, and nothing else', async () => {
  let made = 0;
  for (const by of roles)
    for (const role of issuedRoles)
      for (const subject of [hamletA, hamletB, ...units])
        for (const way of ['screen', 'sent'] as const) {
          const what = `${by} ${role} ${subject.canary} ${way}`;
          const { said } = await askCode(front, deviceOf(by), { role, subject: subject.id, way });
          const office = bindingKindOf[by] === 'office' ? 'commune' : null;
          const own =
            bindingKindOf[by] === subject.kind && [hamletA, units[0]].includes(subject) ? 'own' : null;
          const fits = bindingKindOf[role] === subject.kind;
          const expected = fits && codeAllowed(role, by, office ?? own, way) ? 'answered' : 'not-allowed';
          if (expected === 'answered') made += 1;
          expect([what, said]).toEqual([what, expected]);
        }
  // An officer for each of two hamlets and units in both ways, and a head for the helper of one hamlet on the spot.
  expect(made).toBe(2 * 2 * 2 + 2 * 2 + 1);
});

test('a hamlet that is not there and a name in place of an id make no code; an office role is no request', async () => {
  const wish = { role: 'hamletHead', way: 'screen' } as const;
  expect((await askCode(front, officer, { ...wish, subject: officer.newId() })).said).toBe('not-allowed');
  const name = 'Chua';
  expect((await askCode(front, officer, { ...wish, subject: name })).said).toBe('not-allowed');
  const { said } = await askCode(front, officer, { ...wish, subject: hamletA.id, role: 'officer' });
  expect(said).toBe('invalid-envelope');
});

test('a code on a screen lives ten minutes and binds at once; a link that is sent lives three days', async () => {
  for (const [way, lives] of [
    ['screen', SCREEN_CODE_MS],
    ['sent', SENT_LINK_MS],
  ] as const) {
    const wish = { role: 'hamletHead', subject: hamletA.id, way } as const;
    const [first, second] = [await madeCode(front, officer, wish), await madeCode(front, officer, wish)];
    expect(first.expiresAt).toBe(clock.now() + lives);
    clock.advance(lives - 1);
    const { phone, said } = await tapped(front, first);
    expect([way, said]).toEqual([way, 'enrolled']);
    expect(await exchanged(front, phone)).toBe(way === 'screen' ? 'answered' : 'device-pending');
    expect(phone.enrolment?.pending).toBe(way === 'screen' ? undefined : true);
    clock.advance(1);
    expect([way, (await tapped(front, second)).said]).toEqual([way, 'code-expired']);
  }
});

test('what looks at a link before the person does spends nothing: only the tap of a key does', async () => {
  const code = await madeCode(front, officer, { role: 'unitContact', subject: units[0].id, way: 'sent' });
  const before = front.dump().get('enrol_code');
  // A messenger's preview: it opens the page, runs what it likes there, and knows no key.
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST'])
    for (const path of [code.path, `${code.path}?${code.fragment}`, '/api/v1/enrol', '/api/v1/hello'])
      await front.door(path, { method, headers: { 'content-type': 'application/json' } });
  expect(front.dump().get('enrol_code')).toEqual(before);
  const { said } = await tapped(front, code);
  expect(said).toBe('enrolled');
  // The control: a tap does spend it.
  expect(front.dump().get('enrol_code')).not.toEqual(before);
  expect((await tapped(front, code)).said).toBe('code-spent');
});

test('the typed form of a code binds too, and neither form is kept or logged', async () => {
  const code = await madeCode(front, officer, { role: 'hamletHead', subject: hamletB.id, way: 'screen' });
  const kept = [...front.dump().values()].flat().join('\n') + front.logged.join('\n');
  for (const secret of [secretOf(code), code.typed]) {
    expect(kept).not.toContain(secret);
    // The control: what is kept of it can be found.
    expect(kept).toContain(await hashText(secret));
  }
  const phone = await SigningDevice.make();
  const reply = await phone.enrol(front.door, code.typed);
  expect(reply.value).toMatchObject({ role: 'hamletHead', binding: { kind: 'hamlet', id: hamletB.id } });
});

test('one device makes so many codes a day, and the next day it goes on', async () => {
  const busy = await commune.enrol('officer');
  const wish = { role: 'hamletHead', subject: hamletA.id, way: 'screen' } as const;
  for (let made = 0; made < CODES_A_DAY; made++) await madeCode(front, busy, wish);
  const { said, reply } = await askCode(front, busy, wish);
  expect([said, Number(reply.headers.get('retry-after'))]).toEqual(['too-many-attempts', 86_400]);
  expect((await askCode(front, officer, wish)).said, 'another machine').toBe('answered');
  clock.advance(86_400_000);
  expect((await askCode(front, busy, wish)).said).toBe('answered');
});

test('a helper serves thirty days from the day of the scan and is then told what a revoked one is told', async () => {
  const head = deviceOf('hamletHead');
  const code = await madeCode(front, head, { role: 'hamletHelper', subject: hamletA.id, way: 'screen' });
  clock.advance(SCREEN_CODE_MS - 1);
  const { phone } = await tapped(front, code);
  clock.advance(HELPER_MS - 1);
  expect(await exchanged(front, phone)).toBe('answered');
  clock.advance(1);
  expect(await exchanged(front, phone)).toBe('device-revoked');
  // Its key is of no use with another code either: the phone makes itself a new one.
  const next = await madeCode(front, head, { role: 'hamletHelper', subject: hamletA.id, way: 'screen' });
  expect(problemCodeOf((await phone.enrol(front.door, secretOf(next))).text)).toBe('device-revoked');
  expect((await tapped(front, next)).said).toBe('enrolled');
});
