import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { CAMPAIGN_ID, COMMUNE_ID, householdId } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';
import { sent, submissionId } from './office-rows.ts';

const OBJECTION = '0198c1f0-0000-7000-b000-00000000000a';
const REQUEST = '0198c1f0-0000-7000-b000-00000000000b';
const owner = (index: number) => ({
  campaignId: CAMPAIGN_ID,
  householdId: householdId(index),
  assessmentId: assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, householdId(index)),
});
const objection = {
  ...owner(1),
  id: OBJECTION,
  submission: submissionId(1),
  reason: 'Không ai hỏi gia đình',
  state: 'open',
} as const;
const request = { ...owner(2), id: REQUEST, kind: 'delete', reason: '', state: 'open' } as const;

const rows: PulledRow[] = [
  ...sent({ name: 'Nguyễn Văn Ánh', index: 1, submission: { channel: 'proxy' } }),
  ...sent({ name: 'Trần Thị Ân', index: 2 }),
  ...sent({ name: 'Lý Văn Ấn', index: 3 }),
  { scope: 'office', entity: 'objection', id: OBJECTION, rev: 50, value: objection },
  { scope: 'office', entity: 'dataRequest', id: REQUEST, rev: 51, value: request },
];

test('the list finds the forms whose family waits for an answer, and the address keeps that', async () => {
  const opened = await openSubject({ role: 'officer', rows });
  const { at } = opened.show(<OfficeApp />, '/ra-soat');
  expect(await screen.findByRole('link', { name: 'Lý Văn Ấn' })).toBeVisible();
  expect(await screen.findByRole('link', { name: /^Ý kiến của hộ/ })).toBeVisible();
  await opened.user.click(screen.getByRole('button', { name: 'Có ý kiến, yêu cầu' }));
  expect(screen.queryByRole('link', { name: 'Lý Văn Ấn' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Nguyễn Văn Ánh' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Trần Thị Ân' })).toBeVisible();
  expect(at()).toContain('y-kien=1');
});

test('an objection is answered beside its form, in words, with the family’s own left as they are', async () => {
  const opened = await openSubject({ role: 'officer', rows });
  opened.show(<OfficeApp />, `/ra-soat/${submissionId(1)}`);
  const heading = await screen.findByRole('heading', { name: 'Ý kiến, yêu cầu của gia đình' });
  const panel = within(heading.parentElement ?? document.body);
  expect(panel.getByText('Không ai hỏi gia đình')).toBeVisible();
  await opened.user.click(panel.getByRole('button', { name: 'Chấp nhận phản đối' }));
  expect(panel.getByRole('alert')).toHaveTextContent('Mời ghi câu trả lời');
  await opened.user.type(panel.getByLabelText('Trả lời gia đình'), 'Xóm sẽ hỏi lại.');
  await opened.user.click(panel.getByRole('button', { name: 'Chấp nhận phản đối' }));
  expect(await panel.findByText(/^Chờ gửi: câu trả lời/)).toBeVisible();
  const [put] = (await opened.workspace.outbox()).map(({ text }) => operationSchema.parse(JSON.parse(text)));
  expect(put).toMatchObject({
    kind: 'record.put',
    args: {
      entity: 'objection',
      id: OBJECTION,
      baseRev: 50,
      value: { ...objection, state: 'upheld', answer: 'Xóm sẽ hỏi lại.' },
    },
  });

  // The family took it back meanwhile: the answer is not taken, and it is said why.
  await opened.settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS', rev: 60 }],
    rows: [],
  });
  expect(await panel.findByText(/Máy chủ không nhận câu trả lời \(STALE_BASIS\)/)).toBeVisible();
  expect(panel.getByText('Câu trả lời đã ghi trên máy này: Xóm sẽ hỏi lại.')).toBeVisible();
});

test('a request is acknowledged first and stays open with a later day; deleting says what it will do', async () => {
  const opened = await openSubject({ role: 'officer', rows });
  opened.show(<OfficeApp />, '/van-phong/y-kien');
  const card = within((await screen.findByText('Yêu cầu xóa dữ liệu')).closest('li') ?? document.body);
  expect(card.getByText(/trả lời ngày|Hạn trả lời/)).toBeVisible();
  expect(card.getByText(/cần hai cán bộ/)).toBeVisible();
  expect(card.queryByRole('button', { name: 'Đã thực hiện' })).toBeNull();
  // An objection is answered by one of two words, as before.
  expect(screen.getAllByRole('button', { name: 'Đã nhận, đang làm' })).toHaveLength(1);
  await opened.user.type(card.getByLabelText('Trả lời gia đình'), 'Xã đang làm.');
  await opened.user.click(card.getByRole('button', { name: 'Đã nhận, đang làm' }));
  expect(await card.findByText(/^Chờ gửi: câu trả lời/)).toBeVisible();
  const [put] = (await opened.workspace.outbox()).map(({ text }) => operationSchema.parse(JSON.parse(text)));
  expect(put).toMatchObject({ args: { value: { ...request, state: 'open', answer: 'Xã đang làm.' } } });
  // The other officer reads what it will do, and is offered to do it.
  await opened.settle({
    lastSeq: 1,
    results: [{ verdict: 'applied', rev: 60 }],
    rows: [
      {
        scope: 'office',
        entity: 'dataRequest',
        id: REQUEST,
        rev: 60,
        value: { ...request, answer: 'Xã đang làm.' },
      },
    ],
  });
  expect(await card.findByText(/sau 24 giờ máy chủ xóa hẳn/)).toBeVisible();
  expect(await card.findByRole('button', { name: 'Đã thực hiện' })).toBeVisible();
  expect(await card.findByText(/Đã báo gia đình\. .*làm xong/)).toBeVisible();
});

test('an answer that was taken waits until what it made has come down; it is not asked for once more', async () => {
  const opened = await openSubject({ role: 'officer', rows });
  opened.show(<OfficeApp />, '/van-phong/y-kien');
  const open = within((await screen.findByText('Yêu cầu xóa dữ liệu')).closest('li') ?? document.body);
  await opened.user.type(open.getByLabelText('Trả lời gia đình'), 'Xã không giữ phiếu này.');
  await opened.user.click(open.getByRole('button', { name: 'Không thực hiện được' }));
  const waits = await screen.findByText(/^Chờ gửi: câu trả lời/);
  const card = within(waits.closest('li') ?? document.body);
  await opened.settle({ lastSeq: 1, results: [{ verdict: 'applied', rev: 60 }], rows: [] });
  expect((await opened.workspace.outbox())[0]?.result?.verdict).toBe('applied');
  expect(card.getByText(/^Chờ gửi: câu trả lời/)).toBeVisible();
  expect(card.queryByLabelText('Trả lời gia đình')).toBeNull();
  const answered = { ...request, state: 'declined', answer: 'Xã không giữ phiếu này.' } as const;
  await opened.settle({
    lastSeq: 1,
    results: [],
    rows: [{ scope: 'office', entity: 'dataRequest', id: REQUEST, rev: 60, value: answered }],
  });
  expect(await card.findByRole('button', { name: 'Sửa câu trả lời' })).toBeVisible();
});

test('the page of all of them names family and due day; who only reads is offered no answer', async () => {
  const opened = await openSubject({ role: 'cultureOfficer', rows });
  opened.show(<OfficeApp />, '/van-phong/y-kien');
  expect(await screen.findByRole('heading', { name: 'Chưa trả lời (2)' })).toBeVisible();
  expect(screen.getByText(/Nguyễn Văn Ánh, mã hộ/)).toBeVisible();
  expect(screen.getByText('Yêu cầu xóa dữ liệu')).toBeVisible();
  expect(screen.getAllByText(/hạn trả lời/i)).toHaveLength(2);
  await waitFor(() => expect(screen.queryByLabelText('Trả lời gia đình')).toBeNull());
});
