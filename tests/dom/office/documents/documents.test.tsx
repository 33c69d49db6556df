/** Văn bản on a real replica: what a paper lacks, an officer's own words and back, a known error taken by a press alone. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DocumentsPage } from '#client/features/office/documents/documents-page.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import { staleWords } from '#client/messages/stale.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { RowEntity } from '#protocol/entities.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { CAMPAIGN_ID, campaignRow } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const [AWARD, LETTER] = ['0198c1f0-0000-7000-8000-0000000000f1', '0198c1f0-0000-7000-8000-0000000000f2'];
const office = (entity: RowEntity, id: string, value: NonNullable<PulledRow['value']>): PulledRow => ({
  scope: 'office',
  entity,
  id,
  rev: 1,
  value,
});
const rows: PulledRow[] = [
  {
    ...campaignRow('hamlet@1'),
    rev: 2,
    value: {
      ...campaignRow('hamlet@1').value,
      legalBases: [{ text: 'Quyết định số 479/QĐ-TTg ngày 03/6/2020' }],
      recipients: ['Lưu: VT, VP'],
    },
  },
  office('award', AWARD, {
    id: AWARD,
    campaignId: CAMPAIGN_ID,
    track: 'movement',
    recipient: { kind: 'individual', name: 'Bà Lê Thị <b>Hoa</b>', position: 'Xóm Chùa 9' },
    ground: { kind: 'nomination', by: 'Xóm Chùa 9', reason: 'Hướng dẫn bà con' },
    achievement: 'Hướng dẫn bà con',
    summary: '',
    upward: false,
    namedPublicly: false,
    course: [{ to: 'proposed', at: 1 }],
  }),
  office('submissionLetter', LETTER, {
    id: LETTER,
    campaignId: CAMPAIGN_ID,
    number: '',
    date: '2025-11-05',
    issuer: 'VP',
    awards: [AWARD],
    freezes: [],
  }),
];

const open = async (path: string, role: Role = 'officer') => {
  const opened = await openSubject({ role, rows });
  opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <DocumentsPage />
      </OfficeDesk>
    </OfficeKeys>,
    path,
  );
  await screen.findByRole('navigation', { name: 'Các văn bản' }, WAIT);
  return opened;
};

test('a letter says what it would print blank and where that is entered, and asks before it is exported so', async () => {
  const { user } = await open(`/van-ban/to-trinh/${LETTER}`);
  const article = await screen.findByRole('article', { name: 'Tờ trình ngày 05/11/2025' }, WAIT);
  const line = within(article).getByText(/Chưa có số văn bản/);
  expect(within(line).getByRole('link', { name: 'Ghi ở Khen thưởng' })).toHaveAttribute(
    'href',
    '/khen-thuong',
  );
  expect(within(article).getByText(/Chưa có họ tên người ký/)).toBeVisible();
  expect(within(article).getByText('Số: …/TTr-VP')).toBeVisible();
  // A name is text, whatever it is made of.
  expect(within(article).getByRole('cell', { name: 'Bà Lê Thị <b>Hoa</b>' })).toBeVisible();
  await user.click(within(article).getByRole('button', { name: 'Tải văn bản (.docx)' }));
  const dialog = await screen.findByRole('dialog', { name: 'Văn bản còn chỗ trống' });
  expect(within(dialog).getByText('Chưa có số văn bản')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Quay lại bổ sung' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the known error stays until its suggestion is pressed; then this paper alone says the other', async () => {
  const { user, workspace } = await open(`/van-ban/to-trinh/${LETTER}`);
  expect(await screen.findByText('Căn cứ Quyết định số 479/QĐ-TTg ngày 03/6/2020.', {}, WAIT)).toBeVisible();
  expect(await workspace.rows('paper')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Dùng “749/QĐ-TTg”' }));
  expect(await screen.findByText('Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020.', {}, WAIT)).toBeVisible();
  const [campaign] = await workspace.rows('campaign');
  expect(campaign?.value.legalBases[0]?.text).toContain('479/QĐ-TTg');
  expect((await workspace.rows('paper'))[0]?.value).toMatchObject({
    kind: 'submissionLetter',
    aboutId: LETTER,
  });
});

test('own words stand instead of the drafted ones, are marked, named where their figures differ, and go back by one press', async () => {
  const { user, workspace } = await open('/van-ban/bao-cao');
  const drafted = await screen.findByText(/^Phong trào có .* gửi phiếu tự đánh giá về xã\./, {}, WAIT);
  const paragraph = drafted.parentElement;
  if (paragraph === null) throw new Error('no paragraph');
  await user.click(within(paragraph).getByRole('button', { name: 'Sửa đoạn' }));
  const field = await screen.findByRole('textbox', { name: 'Nội dung đoạn' });
  await user.clear(field);
  await user.type(field, 'Có 777 xóm tham gia.');
  await user.click(screen.getByRole('button', { name: 'Lưu đoạn' }));
  expect(await screen.findByText('Có 777 xóm tham gia.', {}, WAIT)).toBeVisible();
  expect(await screen.findByText('Lời tự viết', {}, WAIT)).toBeVisible();
  expect(screen.getByText(/^Các số trong đoạn tự viết khác với số liệu: 777\./)).toBeVisible();
  expect((await workspace.rows('paper'))[0]?.value.edits).toEqual({ participation: 'Có 777 xóm tham gia.' });
  await user.click(screen.getByRole('button', { name: 'Lấy lại bản soạn từ số liệu' }));
  expect(await screen.findByText(/^Phong trào có .* gửi phiếu tự đánh giá về xã\./, {}, WAIT)).toBeVisible();
  await waitFor(async () => expect((await workspace.rows('paper'))[0]?.value.edits).toEqual({}), WAIT);
});

test('two officers changed one paper: both sides are shown and nothing is overwritten until one is chosen', async () => {
  const { user, workspace, settle } = await open(`/van-ban?ve=${LETTER}`);
  // Khen thưởng asks for a letter by its id alone.
  await user.click(await screen.findByRole('button', { name: 'Dùng “749/QĐ-TTg”' }, WAIT));
  const [own] = await waitFor(async () => {
    const [row] = await workspace.rows('paper');
    if (row === undefined) throw new Error('not yet');
    return [row.value];
  }, WAIT);
  const theirs = { ...own, head: { ...own.head, place: 'Đại Từ' }, edits: { closing: 'Lời của Hải' } };
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS' }],
    rows: [{ ...office('paper', own.id, theirs), rev: 9 }],
  });
  const side = async (name: string) => (await screen.findByText(name, {}, WAIT)).parentElement;
  expect(await side(staleWords.own)).toHaveTextContent('Bản soạn từ số liệu.');
  expect(await side(staleWords.theirs)).toHaveTextContent('Đại Từ');
  expect(await side(staleWords.theirs)).toHaveTextContent('Lời của Hải');
  expect((await workspace.rows('paper'))[0]?.value).toEqual(theirs);
  await user.click(screen.getByRole('button', { name: staleWords.keepOwn }));
  await waitFor(async () => expect((await workspace.rows('paper'))[0]?.value).toEqual(own), WAIT);
  await waitFor(() => expect(screen.queryByText(staleWords.theirs)).toBeNull(), WAIT);
});

test('who only reads sees the paper and changes nothing; a paper that is gone says so', async () => {
  await open(`/van-ban/quyet-dinh/${LETTER}`, 'chair');
  expect(await screen.findByText(/^Không tìm thấy văn bản này/, {}, WAIT)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Sửa đoạn' })).toBeNull();
});
