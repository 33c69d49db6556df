/** Số liệu báo cáo on a real replica: each figure is the sum of what stands, and says of how many. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { ReportPage } from '#client/features/office/report/report-page.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { RowEntity } from '#protocol/entities.ts';
import { CAMPAIGN_ID, HAMLET_ID } from '../../hamlet/made-rows.ts';
import { NOW, openSubject } from '../../hamlet/open-subject.tsx';
import { families } from '../trust/made-trust.ts';

const WAIT = { timeout: 20_000 };
const idOf = (n: number): string => `0198c1f0-0000-7000-8000-0000000000d${n}`;
const base = (n: number) => ({ id: idOf(n), campaignId: CAMPAIGN_ID });
const office = (entity: RowEntity, n: number, value: NonNullable<PulledRow['value']>): PulledRow => ({
  scope: 'office',
  entity,
  id: idOf(n),
  rev: n,
  value,
});
const training = (n: number, people: number | undefined, hamlets: string[]): PulledRow =>
  office('registerEntry', n, {
    ...base(n),
    kind: 'training',
    date: '2025-10-20',
    title: `Buổi ${n}`,
    place: '',
    organiser: '',
    ...(people !== undefined && { people }),
    hamlets,
    result: '',
  });

const open = async (rows: readonly PulledRow[], without: readonly RowEntity[] = []) => {
  const opened = await openSubject({ role: 'officer', rows, without });
  opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <ReportPage />
      </OfficeDesk>
    </OfficeKeys>,
    '/bao-cao',
  );
  await screen.findByRole('heading', { level: 1, name: 'Số liệu báo cáo' }, WAIT);
  return opened;
};
const figures = async (table: string, row: string | RegExp): Promise<(string | null)[]> => {
  const found = within(await screen.findByRole('table', { name: table }, WAIT)).getByRole('row', {
    name: row,
  });
  return within(found)
    .getAllByRole('cell')
    .slice(0, 3)
    .map(({ textContent }) => textContent);
};

test('before there is a campaign it says so and shows no figure', async () => {
  await open([], ['campaign']);
  expect(await screen.findByText('Chưa có số liệu', {}, WAIT)).toBeVisible();
  expect(screen.queryByRole('table')).toBeNull();
});

test('forms sent, trainings, visits and words answered are counted from the rows, each of how many; unknown is not zero', async () => {
  const words = (n: number): PulledRow =>
    office('feedback', n, { ...base(n), text: 'Loa hỏng', contact: '', at: NOW });
  const { user } = await open([
    ...families(3),
    training(1, 86, [HAMLET_ID]),
    training(2, undefined, []),
    words(3),
    words(4),
    { ...office('feedbackReply', 3, { ...base(3), state: 'answered', answer: 'Đã sửa.' }), rev: 9 },
    office('inspection', 5, {
      ...base(5),
      subjectKind: 'hamlet',
      subjectId: HAMLET_ID,
      date: '2025-10-30',
      inspectors: 'Phạm Thu Hà',
      findings: [],
      conclusion: 'differs',
      note: '',
    }),
    // Looked into on the screen and nothing found: no visit.
    office('inspection', 6, {
      ...base(6),
      subjectKind: 'hamlet',
      subjectId: HAMLET_ID,
      date: '2025-10-31',
      inspectors: 'Phạm Thu Hà',
      signal: 'quick',
      findings: [],
      conclusion: 'confirmed',
      note: '',
    }),
  ]);
  expect((await figures('Hộ gia đình', /^Đã gửi phiếu tự đánh giá/))[0]).toBe('3');
  expect((await figures('Việc của thường trực', /^Buổi tập huấn/))[0]).toBe('2');
  const people = await screen.findByRole('row', { name: /^Lượt người được tập huấn/ });
  expect(people).toHaveTextContent('86');
  expect(people).toHaveTextContent('1 buổi chưa ghi số người');
  expect((await figures('Kiểm tra', /^Trong đó khác lời khai/)).slice(0, 2)).toEqual(['1', '1']);
  expect(await figures('Góp ý của dân', /^Góp ý đã trả lời/)).toEqual(['1', '2', '50%']);
  await user.click(screen.getByRole('button', { name: 'Sao chép dạng chữ' }));
  expect(await screen.findByText(/^Đã sao chép/)).toBeVisible();
  const text = await navigator.clipboard.readText();
  expect(text).toContain('Góp ý đã trả lời hoặc đã khép: 1 trên 2 (50%)');
  // Nobody's name or words go upwards.
  expect(text).not.toMatch(/Phạm Thu Hà|Loa hỏng|Hộ 1\b/);
});
