/** A hamlet two officers changed at once: what was typed here stays beside what the commune holds. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PlacesApp } from '#client/features/office/places/places-app.tsx';
import { openSubject } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };

test('a hamlet another machine had changed first is not lost: both heads are named, and the one kept is written', async () => {
  const { workspace, show, user, settle } = await openSubject({ role: 'officer' });
  show(<PlacesApp />, '/xom-don-vi');
  const [row] = await workspace.rows('hamlet');
  if (row === undefined) throw new Error('no hamlet');
  const { id, rev, scope, value } = row;
  await user.click(await screen.findByRole('button', { name: value.name }, WAIT));
  await user.click(await screen.findByRole('button', { name: 'Sửa' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.clear(dialog.getByRole('textbox', { name: 'Trưởng xóm' }));
  await user.type(dialog.getByRole('textbox', { name: 'Trưởng xóm' }), 'Lý Thị Mai');
  await user.click(dialog.getByRole('button', { name: 'Lưu' }));
  await screen.findByText(/Đã ghi/, {}, WAIT);
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS' }],
    rows: [{ scope, entity: 'hamlet', id, rev: rev + 40, value: { ...value, headName: 'Ma Văn Bình' } }],
  });
  const title = `“${value.name}”: máy khác đã sửa trước`;
  expect(await screen.findByText(title, {}, WAIT)).toBeVisible();
  const pair = screen.getByText('Ở xã:', { exact: false }).closest('div');
  expect(pair).toHaveTextContent('Máy này: Lý Thị Mai');
  expect(pair).toHaveTextContent('Ở xã: Ma Văn Bình');
  await user.click(screen.getByRole('button', { name: 'Giữ bản của máy này' }));
  await waitFor(() => expect(screen.queryByText(title)).toBeNull(), WAIT);
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(text).toContain('Lý Thị Mai');
  expect(text).toContain(`"baseRev":${rev + 40}`);
});
