import { expect, test } from 'vitest';
import { syncEveryProfile } from '#client/sync/service-worker-sync.ts';
import { openCommune } from './commune.ts';
import { aProfile, createPhone, untilTrue } from './surroundings.ts';
import { headOf, open, untilTired } from './village.ts';

test('the icon shows what waits for everybody on the phone, from the page and from the worker, and clears', async () => {
  const commune = await openCommune();
  const phone = createPhone(21);
  const line = commune.line();
  const shown: number[] = [];
  const tab = phone.tab(line.fetch, { compress: line.compress, showBadge: (waiting) => shown.push(waiting) });
  const profile = await headOf(commune, tab);
  // Somebody else's part of this phone, closed now, has two things waiting.
  await tab.pocket.putProfile({
    ...aProfile({ id: 'giadinh1' }),
    link: { state: 'lockedOut', problem: 'device-revoked' },
    waiting: 2,
  });
  line.isDown = true;
  const workspace = await open(profile, tab);
  await untilTired(workspace);
  // The control: nothing of this profile waits yet.
  await untilTrue(() => shown.at(-1) === 2);
  await workspace.comment(profile.assessmentId ?? '', 'Gửi khi có mạng');
  await untilTrue(() => shown.at(-1) === 3);
  await untilTired(workspace);
  await workspace.close();
  line.isDown = false;

  expect(await syncEveryProfile(tab)).toBe('done');
  expect(shown.at(-1)).toBe(2);
  await tab.pocket.removeProfile('giadinh1');
  await syncEveryProfile(tab);
  expect(shown.at(-1)).toBe(0);
  // What is counted undoes nothing else of a profile.
  expect((await tab.pocket.profile(profile.id))?.link).toEqual({ state: 'enrolled' });
});
