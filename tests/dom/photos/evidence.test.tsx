/** The officer's pane of photos beside an answer: what came, what did not, and each large by the keyboard alone. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { Evidence, usePhotosOf } from '#client/features/office/photos/evidence.tsx';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

const { office } = photoWords;
const ASSESSMENT = '0193a0b0-0000-7000-8000-000000000001';
const CRITERION = { id: 'A1.1', code: 'A1.1', text: 'Kế hoạch chuyển đổi số' };

const photo = (n: number, over: Partial<PhotoRow> = {}): PhotoRow => ({
  id: `0193a0b0-0000-7000-8000-00000000001${n}`,
  assessmentId: ASSESSMENT,
  criterionId: CRITERION.id,
  photoId: String(n).repeat(43),
  state: 'stored',
  bytes: 1000,
  w: 10,
  h: 10,
  byName: 'Xóm Chùa 9',
  at: n,
  ...over,
});

function Pane() {
  const photos = usePhotosOf(ASSESSMENT);
  return photos === undefined ? null : (
    <Evidence criterion={CRITERION} photos={photos.get(CRITERION.id) ?? []} />
  );
}

async function openPane(photos: readonly PhotoRow[]) {
  const rows = photos.map((value, at) => ({
    scope: 'office' as const,
    entity: 'photo' as const,
    id: value.id,
    rev: 10 + at,
    value,
  }));
  const subject = await openSubject({ role: 'officer', rows });
  subject.show(<Pane />, '/van-phong');
  return subject;
}

const opener = (n: number): string => fill(office.open, { n, code: CRITERION.code });

test('what came is shown in the order taken; what did not come, or cannot be opened, is said', async () => {
  const { workspace } = await openPane([
    photo(3),
    photo(1),
    photo(4, { state: 'awaited' }),
    photo(5, { state: 'refused' }),
    photo(6, { criterionId: 'A1.2' }),
    photo(7, { assessmentId: '0193a0b0-0000-7000-8000-000000000002' }),
  ]);
  expect(await screen.findByRole('button', { name: opener(2) })).toBeVisible();
  expect(screen.getAllByRole('button').length).toBe(2);
  expect(screen.getByText(fill(office.awaited, { n: 1 }))).toBeVisible();
  expect(screen.getByText(fill(office.refused, { n: 1 }))).toBeVisible();
  await workspace.close();
});

test('one is looked at large; arrows go on, and without a network it says what is missing and offers to try again', async () => {
  const { user, workspace } = await openPane([photo(1), photo(2)]);
  await user.click(await screen.findByRole('button', { name: opener(1) }));
  const dialog = screen.getByRole('dialog');
  expect(await within(dialog).findByText(photoWords.notHere)).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: photoWords.again }));
  await user.keyboard('{ArrowLeft}');
  expect(within(dialog).getByText(/^1\/2 ảnh/)).toBeVisible();
  await user.keyboard('{ArrowRight}');
  expect(await within(dialog).findByText(/^2\/2 ảnh/)).toBeVisible();
  await user.keyboard('{ArrowRight}z');
  expect(within(dialog).getByText(/^2\/2 ảnh/)).toBeVisible();
  expect(within(dialog).getByRole('button', { name: office.zoomOut })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await user.click(await within(dialog).findByRole('button', { name: photoWords.again }));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await workspace.close();
});
