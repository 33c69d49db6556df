/** A head's phone that came by a sent link, between the tap and the officer's word, over the real server. */
import { expect, test } from 'vitest';
import type { ProfileRow } from '#client/db/model.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import { actOn, askCode } from '../server/devices/ask-core.ts';
import { answersTo, setOf } from '../server/core/makers.ts';
import { secretOf } from '../server/core/commune.ts';
import { SigningDevice } from '../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { aDraft } from './makers.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { open, untilSent } from './village.ts';

async function officerOf(commune: Commune): Promise<SigningDevice> {
  const issued = await commune.core.createEnrolCode({ role: 'officer', ttlMs: 1e9 });
  const officer = await SigningDevice.make();
  const door = (path: string, init: RequestInit) => commune.ask(new Request(`http://localhost${path}`, init));
  await officer.enrol(door, issued.kind === 'issued' ? secretOf(issued.fragment) : '');
  return officer;
}

async function byLink(commune: Commune, officer: SigningDevice, tab: Surroundings): Promise<ProfileRow> {
  const [hamlet] = await hamletsOf(commune);
  const code = await askCode(commune.core, officer, {
    role: 'hamletHead',
    subject: hamlet ?? '',
    way: 'sent',
  });
  const outcome = await enrolNow(tab, secretOf(code.fragment), 'Máy trưởng xóm');
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  expect(outcome.isReady, 'nothing but what it begins with').toBe(false);
  return outcome.profile;
}

async function hamletsOf(commune: Commune): Promise<string[]> {
  const issued = await commune.core.createEnrolCode({ role: 'hamletHead', subject: 'Chùa 9', ttlMs: 1 });
  return issued.kind === 'issued' && issued.binding.kind === 'hamlet' ? [issued.binding.id] : [];
}

const deviceOf = async (commune: Commune, label: string): Promise<string> =>
  (await commune.core.listDevices()).find((device) => device.label === label)?.deviceId ?? '';

test('a phone that waits keeps what is written, asks again by itself, and sends all of it after the yes', async () => {
  const commune = await openCommune();
  const officer = await officerOf(commune);
  const phone = createPhone(21);
  const tab = phone.tab(commune.line().fetch);
  const profile = await byLink(commune, officer, tab);
  const workspace = await open(profile, tab);
  const draft = aDraft({
    id: profile.assessmentId ?? '',
    assessmentId: profile.assessmentId ?? '',
    answers: answersTo(setOf('hamlet'), (below) => below - 1),
    updatedAt: 5,
  });
  await workspace.saveDraft(draft);
  const { opId } = await workspace.submit(draft, { selfScore: 100, signedOffBy: 'Ông Ánh' });
  // Some tries, each with its own time: "waits", never "locked out", and nothing leaves the outbox.
  let before: number | null = null;
  for (let tries = 0; tries < 4; tries++) {
    await untilTrue(() => {
      const phase = workspace.phase();
      if (phase.kind !== 'waiting' || phase.at === null || phase.at === before) return false;
      before = phase.at;
      return true;
    });
    expect(workspace.phase()).toMatchObject({ reason: 'busy', problem: 'device-pending' });
    phone.timers.fireNext();
  }
  expect((await workspace.outbox()).every(({ result }) => result === undefined)).toBe(true);
  expect(workspace.profile.link).toEqual({ state: 'enrolled' });
  expect((await commune.core.verify()).counts).toMatchObject({ submissions: 0 });

  const waiting = { id: await deviceOf(commune, 'Máy trưởng xóm') };
  const on = Object.assign(await SigningDevice.make(), waiting);
  expect(await actOn(commune.core, officer, on, 'approve')).toBe('approved');
  await untilSent(phone, workspace);
  expect((await workspace.rows('submission')).map(({ id }) => id)).toEqual([opId]);
  expect((await commune.core.verify()).problems).toEqual([]);
  expect(phone.errors).toEqual([]);
  await workspace.close();
});

test('a phone that was declined is locked out and keeps every word of it', async () => {
  const commune = await openCommune();
  const officer = await officerOf(commune);
  const phone = createPhone(22);
  const tab = phone.tab(commune.line().fetch);
  const profile = await byLink(commune, officer, tab);
  const on = Object.assign(await SigningDevice.make(), { id: await deviceOf(commune, 'Máy trưởng xóm') });
  expect(await actOn(commune.core, officer, on, 'decline')).toBe('revoked');
  const workspace = await open(profile, tab);
  await workspace.comment(profile.assessmentId ?? '', 'Viết lúc còn chờ');
  await untilTrue(() => workspace.profile.link.state === 'lockedOut');
  expect(workspace.profile.link).toEqual({ state: 'lockedOut', problem: 'device-revoked' });
  expect((await workspace.outbox()).map(({ result }) => result)).toEqual([undefined]);
  await workspace.close();
});
