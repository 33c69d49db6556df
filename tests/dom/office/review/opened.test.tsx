/** An officer who opens a form: the commune's log says so, also when the machine was without a network. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { aDraft } from '../../../client-core/makers.ts';
import { answersTo, setOf } from '../../../server/core/makers.ts';
import { boundBy, openedCommune, show } from '../devices/two-sides.tsx';

const WAIT = { timeout: 20_000 };

test('a form opened without a network is in the log when there is one again, by whom and whose', async () => {
  const commune = await openedCommune(81);
  const head = await boundBy(commune, 82, 'hamletHead');
  const id = head.profile.assessmentId ?? '';
  const draft = aDraft({ id, assessmentId: id, answers: answersTo(setOf('hamlet'), () => 0), updatedAt: 5 });
  await head.workspace.saveDraft(draft);
  const { opId } = await head.workspace.submit(draft, { selfScore: 100, signedOffBy: 'Ông Ánh' });
  await head.meet();
  const office = await boundBy(commune, 83, 'officer');
  const looks = async () => {
    const page = await office.workspace.readLog({ limit: 20, kind: 'server.opened' });
    if (page.kind !== 'read') throw new Error(page.kind);
    return page.value.entries.map(({ device, subject }) => [device?.label, subject?.name]);
  };
  expect(await looks()).toEqual([]);

  office.line.isDown = true;
  show(office, <OfficeApp />, `/ra-soat/${opId}`);
  await screen.findByRole('heading', { level: 1, name: /Chùa 9/ }, WAIT);
  cleanup();
  office.line.isDown = false;
  // Another page of the office; the line is back.
  show(office, <OfficeApp />, '/nhat-ky');
  await screen.findByRole('heading', { level: 1, name: 'Nhật ký' }, WAIT);
  await office.meet();
  await waitFor(async () => expect(await looks()).toEqual([['Máy xã', 'Chùa 9']]), WAIT);
  cleanup();

  // There it is read by the name of who did it.
  show(office, <OfficeApp />, '/nhat-ky?viec=server.opened');
  const entry = await screen.findByRole('row', { name: /^Mở xem phiếu Chùa 9/ }, WAIT);
  expect(entry).not.toHaveTextContent('Máy chủ');
  cleanup();
  await office.workspace.close();
  await head.workspace.close();
}, 60_000);
