/** Work that travels without a network: exported, carried, handed in; against the real server. */
import { expect, test } from 'vitest';
import { exportUnopened } from '#client/sync/rescue/export-unopened.ts';
import { handInUnread } from '#client/sync/rescue/hand-in.ts';
import { openCommune } from './commune.ts';
import { head, officer, verdictsOf } from './people-at.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { headOf, open } from './village.ts';

test('what waits leaves the phone in a file that only the commune opens; handed in twice it counts once', async () => {
  const commune = await openCommune();
  const [a, carrier] = [await head(commune, 95), await officer(commune, 96)];
  await a.meet();
  expect(await a.workspace.exportRescue()).toEqual({ kind: 'nothingWaits' });
  a.line.isDown = true;
  await a.workspace.comment(a.profile.assessmentId ?? '', 'Không có mạng ở xóm');
  await a.workspace.comment(a.profile.assessmentId ?? '', 'Nhờ mang hộ');
  const before = await a.workspace.outbox();
  const file = await a.workspace.exportRescue();
  if (file.kind !== 'file') throw new Error(file.kind);
  expect(file).toMatchObject({ operations: 2 });
  expect(file.name).toMatch(/^thi-dua-so-20251101-[A-Za-z0-9]{1,6}\.thidua$/);
  expect(new TextDecoder().decode(file.bytes)).not.toContain('Không');
  expect(await a.workspace.outbox()).toEqual(before);
  expect(await handInUnread(carrier.on.tab.environment, file.bytes)).toEqual({
    kind: 'taken',
    reply: { v: 1, taken: 2, known: 0, needsLook: 0 },
  });
  expect(await carrier.workspace.handInRescue(file.bytes)).toMatchObject({ reply: { taken: 0, known: 2 } });
  const forged = new Uint8Array(file.bytes);
  forged.set([(forged.at(-1) ?? 0) ^ 1], forged.length - 1);
  expect(await carrier.workspace.handInRescue(forged)).toMatchObject({ kind: 'refused' });
  a.line.isDown = false;
  await a.meet();
  expect(await verdictsOf(a)).toEqual(['comment.add applied', 'comment.add applied']);
  expect((await a.workspace.rows('comment')).length).toBe(2);
  expect((await commune.core.verify()).problems).toEqual([]);
  await a.workspace.close();
  await carrier.workspace.close();
});

test('a database this build may not open gives the same file as an open one', async () => {
  const commune = await openCommune();
  const phone = createPhone(100);
  const line = commune.line();
  const tab = phone.tab(line.fetch);
  const profile = await headOf(commune, tab);
  line.isDown = true;
  const workspace = await open(profile, tab);
  await workspace.comment(profile.assessmentId ?? '', 'Chờ bản mới');
  await workspace.close();
  const file = await exportUnopened(profile, tab);
  if (file.kind !== 'file') throw new Error(file.kind);
  line.isDown = false;
  expect(await handInUnread(tab.environment, file.bytes)).toMatchObject({ reply: { taken: 1, known: 0 } });
});

test('a cut-off phone exports what it could not send, and an officer lets it in', async () => {
  const commune = await openCommune();
  const [a, office] = [await head(commune, 97), await officer(commune, 98)];
  await a.meet();
  const device = (await a.on.store(a.profile.id).identity())?.deviceId ?? '';
  await commune.core.revoke(device);
  await a.workspace.comment(a.profile.assessmentId ?? '', 'Viết trước khi biết');
  await untilTrue(() => a.workspace.profile.link.state === 'lockedOut');
  const file = await a.workspace.exportRescue();
  if (file.kind !== 'file') throw new Error(file.kind);
  expect(await handInUnread(a.on.tab.environment, file.bytes)).toEqual({
    kind: 'refused',
    problem: 'device-revoked',
  });
  expect(await office.workspace.handInRescue(file.bytes)).toMatchObject({ reply: { taken: 1 } });
  await a.workspace.close();
  await office.workspace.close();
});
