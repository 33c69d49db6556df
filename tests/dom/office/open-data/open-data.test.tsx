/** Công khai, số liệu mở on a real replica: what would be released, what stays hidden, the release and its list. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OpenDataPage } from '#client/features/office/open-data/open-data-page.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { CAMPAIGN_ID, HAMLET_ID, householdRow, sentForm } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const RELEASE = '0198c1f0-0000-7000-8000-0000000000f1';

/** `yes` families of the hamlet that have a device, then `no` that have none. */
const families = (yes: number, no: number): PulledRow[] =>
  Array.from({ length: yes + no }, (_, index) => index + 1).flatMap((index) => [
    householdRow(index, `Gia đình ${index}`),
    ...sentForm(index, { 'B1.1': index <= yes }),
  ]);

const open = async (rows: readonly PulledRow[], role: Role = 'officer') => {
  const opened = await openSubject({ role, rows });
  const shown = opened.show(
    <OfficeKeys>
      <OpenDataPage />
    </OfficeKeys>,
    '/so-lieu-mo',
  );
  await screen.findByRole('heading', { name: /^Nếu công bố bây giờ/ }, WAIT);
  return { ...opened, ...shown };
};
const lineOf = (name: RegExp): HTMLElement => screen.getByRole('row', { name });

test('a release is asked about, sealed under the next number, and waits in the list until the commune has it', async () => {
  const { user, workspace } = await open(families(14, 12));
  expect(screen.getByText(/Lấy số mới của 1 xóm/)).toBeVisible();
  // Both groups are large and nobody left the question out.
  expect(
    within(lineOf(/^B1\.1\./))
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toContain('1');
  await user.click(screen.getByRole('button', { name: 'Công bố bản số 1' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'Đến hết ngày 15/11');
  await user.click(within(dialog).getByRole('button', { name: 'Công bố' }));
  expect(await screen.findByText(/^Chờ gửi về xã\./, {}, WAIT)).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Công bố bản số 2' }, WAIT)).toBeVisible();
  const [kept] = await workspace.rows('openRelease');
  expect(kept?.value).toMatchObject({ campaignId: CAMPAIGN_ID, number: 1, note: 'Đến hết ngày 15/11' });
});

test('what would tell of few families stays empty, and the screen says why; a hamlet with few forms is not there', async () => {
  await open(families(14, 3));
  const cells = within(lineOf(/^B1\.1\./))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(cells.at(-1)).toMatch(/^Có câu trả lời của dưới 10 gia đình/);
  expect(Number(cells[2])).toBeGreaterThan(1);
});

test('with too few forms nothing of families would be told, and it says what is missing', async () => {
  await open(families(5, 3));
  expect(screen.getByText(/^Chưa xóm nào có từ 10 phiếu, nên bản này/)).toBeVisible();
  expect(screen.getAllByText('Chưa có mặt: cần 10 phiếu').length).toBeGreaterThan(0);
});

test('a release the commune has leads to its tables; a hamlet with few new forms keeps its figures', async () => {
  const released: PulledRow[] = [
    {
      scope: 'office',
      entity: 'openRelease',
      id: RELEASE,
      rev: 7,
      value: { id: RELEASE, campaignId: CAMPAIGN_ID, number: 1, releasedAt: 1_762_300_000_000, note: '' },
    },
    {
      scope: 'office',
      entity: 'openFigures',
      id: CAMPAIGN_ID,
      rev: 8,
      value: {
        id: CAMPAIGN_ID,
        number: 1,
        forms: [{ hamlet: HAMLET_ID, release: 1, forms: 22 }],
        tables: [],
      },
    },
  ];
  await open([...families(14, 12), ...released], 'chair');
  expect(screen.getByRole('link', { name: /^Mọi bảng/ })).toHaveAttribute(
    'href',
    '/api/v1/public/open-data/1',
  );
  expect(screen.getAllByRole('link', { name: /CSV/ })).toHaveLength(4);
  expect(screen.getByText('Giữ số của bản 1: mới thêm 4 phiếu, cần 10')).toBeVisible();
  // Reading is anybody's of the office; releasing is not.
  expect(screen.getByText(/^Chỉ công chức thường trực/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Công bố/ })).toBeNull();
});
