/** The office’s background pull, stopped and gone on with: what is written meanwhile still goes, rows wait. */
import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import { openCommune } from './commune.ts';
import { handClock } from './makers.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

test('a stopped pull asks for no rows and still sends; going on brings what was missed', async () => {
  const commune = await openCommune(handClock());
  const phone = createPhone(51);
  const line = commune.line();
  const tab = phone.tab(line.fetch);
  const issued = await commune.core.createEnrolCode({ role: 'officer', ttlMs: 1e9 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const enrolled = await enrolNow(tab, readFragment(issued.fragment)?.secret ?? '', 'Máy văn phòng');
  if (enrolled.kind !== 'answered') throw new Error(JSON.stringify(enrolled));
  const workspace = await open(enrolled.profile, tab);
  await untilSent(phone, workspace);
  const settings = await tab.pocket.settings();
  await tab.pocket.saveSettings({ ...settings, pausesRows: true });

  // A hamlet writes meanwhile.
  const other = createPhone(52);
  const otherTab = other.tab(commune.line().fetch);
  const head = await headOf(commune, otherTab);
  const otherWorkspace = await open(head, otherTab);
  const hamletId = head.binding?.kind === 'hamlet' ? head.binding.id : '';
  const id = otherWorkspace.newId();
  await otherWorkspace.putRecord('household', id, { id, hamletId, householder: 'Hộ mới' }, 0);
  await untilSent(other, otherWorkspace);

  const families = async () => (await workspace.rows('household')).map(({ value }) => value.householder);
  const requestsBefore = line.log.length;
  const viewId = workspace.newId();
  await workspace.putRecord(
    'savedView',
    viewId,
    { id: viewId, name: 'Xóm mới nhận', address: '/ra-soat?loai=xom' },
    0,
  );
  await untilSent(phone, workspace);
  expect((await workspace.outbox()).at(-1)?.result?.verdict).toBe('applied');
  expect(await families()).not.toContain('Hộ mới');
  // Nothing is left to do once it is acknowledged: it does not ask again and again for rows it does not want.
  expect(line.log.length - requestsBefore).toBe(1);

  await tab.pocket.saveSettings({ ...settings, pausesRows: false });
  workspace.sendNow();
  await untilTrue(async () => (await families()).includes('Hộ mới'));
  await workspace.close();
  await otherWorkspace.close();
});
