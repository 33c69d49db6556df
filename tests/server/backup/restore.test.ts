import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { submitIntent } from '../core/makers.ts';
import { backUp, openBox, speak, type Box } from './box.ts';

const boxes: Box[] = [];
const aBox = async (): Promise<Box> => {
  const box = await openBox();
  boxes.push(box);
  return box;
};
afterEach(async () => {
  for (const box of boxes.splice(0)) await box.remove();
});

const sheet = (box: Box, phone: SigningDevice): string =>
  phone.seal(submitIntent(box.assessmentOf(phone), 'hamlet'));
const comment = (box: Box, phone: SigningDevice, text: string): string =>
  phone.seal({ kind: 'comment.add', args: { assessmentId: box.assessmentOf(phone), text } });

// promise: P3, P11
test('a box that lost everything is restored from the archive and the paper; phones give back what it lacks', async () => {
  const box = await aBox();
  const [lost, living] = [await box.head(), await box.head(box.hamlets[1]?.id)];
  const safe = sheet(box, lost);
  await speak(box, lost, [safe]);
  const before = comment(box, living, 'trước');
  await speak(box, living, [before]);
  const file = await backUp(box);
  expect((await speak(box, living)).value?.safeSeq).toBe(1);

  const after = comment(box, living, 'sau');
  await speak(box, living, [after]);
  const { epoch } = await box.core.hello();
  await box.wipe();

  const outcome = await box.restore({ file, recovery: box.recovery.join('\n') });
  expect(outcome).toMatchObject({ kind: 'restored', counts: { submissions: 1 }, remarks: [] });
  await box.open();
  expect((await box.core.verify()).problems).toEqual([]);
  expect((await box.core.hello()).epoch).not.toBe(epoch);
  // The destroyed phone's safe work is there; the living one is told to go back by one place.
  const devices = await box.core.listDevices();
  expect(devices.find(({ deviceId }) => deviceId === lost.id)?.lastSeq).toBe(1);
  const told = await speak(box, living);
  expect(told.value).toMatchObject({ lastSeq: 1, safeSeq: 1 });
  expect(told.value?.drainUntil).toBeGreaterThan(box.clock.now());
  const given = await speak(box, living, [after]);
  expect(given.value).toMatchObject({ lastSeq: 2, results: [{ verdict: 'applied' }] });
  expect((await box.core.verify()).problems).toEqual([]);
  expect(await box.core.endDrain()).toBe('ended');
}, 30_000);

test('what happened since the backup and no phone gives back comes from the journal', async () => {
  const box = await aBox();
  const [revoked, eraser] = [await box.head(), await box.head(box.hamlets[1]?.id)];
  const doomed = sheet(box, eraser);
  await speak(box, eraser, [doomed]);
  const file = await backUp(box);

  const { opId } = operationSchema.parse(JSON.parse(doomed));
  expect(await box.core.eraseSubmission(opId)).toMatchObject({ kind: 'erased' });
  expect(await box.core.revoke(revoked.id)).toBe('revoked');
  const late = await box.head(box.hamlets[2]?.id);
  const words = comment(box, late, 'máy mới');
  await speak(box, late, [words]);
  const slip = await box.core.createEnrolCode({
    role: 'hamletHead',
    subject: box.hamlets[3]?.id ?? '',
    ttlMs: 9e6,
  });
  const spent = await box.core.createEnrolCode({ role: 'officer', ttlMs: 9e6 });

  expect(await box.restore({ file })).toMatchObject({ kind: 'restored', revoked: 1, enrolled: 1, erased: 1 });
  await box.open();
  expect((await box.core.verify()).problems).toEqual([]);
  expect((await speak(box, revoked)).status).toBe(403);
  // A phone enrolled after the backup is known, and gives back all it has.
  await speak(box, late);
  expect(late.lastSeq).toBe(0);
  expect((await speak(box, late, [words])).value).toMatchObject({ lastSeq: 1 });
  // What was erased is gone here too, and whoever sends it again is told.
  await speak(box, eraser);
  const again = await speak(box, eraser, [doomed], { firstSeq: 1 });
  expect(again.value?.results).toMatchObject([{ verdict: 'refused', code: 'ERASED' }]);
  expect([slip.kind, spent.kind]).toEqual(['issued', 'issued']);
  expect(box.logged).not.toContain('journal-unreadable');
}, 30_000);

test('a backup that is not kept any more is restored only with a word for it; younger ones are forgotten', async () => {
  const box = await aBox();
  const phone = await box.head();
  const first = await backUp(box);
  await speak(box, phone, [comment(box, phone, 'một')]);
  box.clock.advance(1000);
  const second = await backUp(box);
  const [oldest] = await box.core.backups();
  expect(await box.core.forgetBackup(oldest?.backupId ?? '')).toBe('forgotten');
  expect((await speak(box, phone)).value?.safeSeq).toBe(1);

  expect(await box.restore({ file: first })).toMatchObject({
    kind: 'refused',
    cause: expect.stringContaining('--accept-loss'),
  });
  expect(await box.restore({ file: first, acceptLoss: true })).toMatchObject({ kind: 'restored' });
  await box.open();
  const now = await box.core.backups();
  expect(now.map(({ place, kept }) => [place, kept])).toEqual([
    [first, true],
    [second, false],
  ]);
  expect((await speak(box, phone)).value).toMatchObject({ lastSeq: 0, safeSeq: 0 });
  expect(readdirSync(box.dataDir).some((name) => name.startsWith('thidua.sqlite.before-'))).toBe(true);
}, 30_000);

test('while a server has the folder open nothing is restored', async () => {
  const box = await aBox();
  const file = await backUp(box);
  const { restore } = await import('#server/backup/restore.ts');
  const deps = { clock: box.clock, newId: () => '' };
  const request = { file, recovery: null, mark: null, acceptLoss: false, drainMs: 0 };
  expect(await restore(deps, { dataDir: box.dataDir }, request)).toEqual({
    kind: 'refused',
    cause: expect.stringContaining('stop it first'),
  });
  // Control: the same call with the server stopped.
  expect(await box.restore({ file })).toMatchObject({ kind: 'restored' });
}, 30_000);

test('with the recovery identity alone, an archive nobody vouches for is refused', async () => {
  const box = await aBox();
  const file = await backUp(box);
  await box.wipe();
  const identity = box.recovery.find((line) => line.startsWith('AGE-SECRET-KEY-1')) ?? '';
  const mark = box.recovery[1]?.split(': ')[1] ?? '';
  expect(await box.restore({ file, recovery: identity })).toEqual({
    kind: 'refused',
    cause: expect.stringContaining(mark),
  });
  expect(readdirSync(box.dataDir)).toEqual([]);
  expect(await box.restore({ file })).toMatchObject({ kind: 'refused' });
  expect(
    await box.restore({
      file,
      recovery: identity,
      mark: `${mark.startsWith('x') ? 'y' : 'x'}${mark.slice(1)}`,
    }),
  ).toMatchObject({
    kind: 'refused',
    cause: expect.stringContaining('another key'),
  });
  expect(await box.restore({ file, recovery: identity, mark })).toMatchObject({ kind: 'restored' });
  expect(existsSync(join(box.dataDir, 'keys', 'server.age.txt'))).toBe(true);
}, 30_000);
