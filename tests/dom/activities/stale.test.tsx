import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { ActivitiesApp } from '#client/features/activities/activities-app.tsx';
import { OutboxPage } from '#client/features/outbox/outbox-page.tsx';
import { fill } from '#client/messages/fill.ts';
import { outboxWords } from '#client/messages/outbox.ts';
import { staleWords } from '#client/messages/stale.ts';
import { CAMPAIGN_ID, HAMLET_ID } from '../hamlet/made-rows.ts';
import { NOW, openSubject } from '../hamlet/open-subject.tsx';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => void vi.useRealTimers());

const LIST = '/xom/hoat-dong';
const ID = '0198c1f0-0000-7000-8000-0000000000a7';
const OTHER = '0198c1f0-0000-7000-8000-0000000000a8';
const value = {
  id: ID,
  campaignId: CAMPAIGN_ID,
  subjectKind: 'hamlet',
  subjectId: HAMLET_ID,
  kind: 'meeting',
  date: '2025-10-02',
  title: 'Họp xóm',
} as const;
const row = (rev: number, title: string): PulledRow => ({
  scope: `hamlet:${HAMLET_ID}`,
  entity: 'activity',
  id: ID,
  rev,
  value: { ...value, title },
});

test('an activity two phones changed has a button in Hàng chờ, both versions in the log, and one is chosen', async () => {
  const { workspace, user, show, settle } = await openSubject({ rows: [row(3, 'Họp xóm')] });
  await workspace.putRecord('activity', ID, { ...value, title: 'Bản máy này' }, 3);
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS' }],
    rows: [row(9, 'Bản máy kia')],
  });
  show(<OutboxPage />, '/hang-cho');
  expect(await screen.findByText(outboxWords.sentence.stalePaper)).toBeVisible();
  expect(
    screen.getByRole('link', { name: `${outboxWords.openActivities}: ${outboxWords.paper.activity}` }),
  ).toHaveAttribute('href', LIST);

  show(<ActivitiesApp home="/xom" />, LIST);
  const card = (await screen.findByText(fill(staleWords.title, { name: 'Bản máy này' }))).parentElement;
  if (card === null) throw new Error('no card');
  expect(within(card).getByText('Bản máy kia')).toBeVisible();
  await user.click(within(card).getByRole('button', { name: staleWords.keepOwn }));
  await waitFor(() => expect(screen.queryByText(outboxWords.sentence.stalePaper)).toBeNull());
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(operationSchema.parse(JSON.parse(text)).args).toMatchObject({
    baseRev: 9,
    value: { title: 'Bản máy này' },
  });
  // Once the commune took it nothing of the quarrel is left in the log.
  await settle({
    firstSeq: 2,
    lastSeq: 2,
    results: [{ verdict: 'applied', rev: 12 }],
    rows: [row(12, 'Bản máy này')],
  });
  expect(await screen.findByText(/Xã đã nhận đủ các hoạt động ghi ở đây/)).toBeVisible();
  expect(screen.queryByText('Cần xem ở Hàng chờ')).toBeNull();
});

/** The screen knows what was pulled: titles of the log are offered in the form. */
const isOffered = (title: string): Promise<void> =>
  waitFor(() =>
    expect([...document.querySelectorAll('datalist option')].map(({ textContent }) => textContent)).toContain(
      title,
    ),
  );

test('what is typed outlives the app before Lưu; it is found again from the log, and can be given up', async () => {
  const { workspace, user, show } = await openSubject();
  const first = show(<ActivitiesApp home="/xom" />, `${LIST}/moi`);
  await user.click(await screen.findByRole('radio', { name: 'Tập huấn' }));
  await user.type(screen.getByLabelText('Nội dung'), 'Lớp học số');
  await user.type(screen.getByLabelText('Số người dự (nếu có)'), '25');
  expect(first.at()).toBe(`${LIST}/moi`);
  document.body.replaceChildren();

  show(<ActivitiesApp home="/xom" />, LIST);
  expect(await screen.findByText('Có một hoạt động đang ghi dở')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ghi tiếp' })).toHaveAttribute('href', `${LIST}/moi`);
  document.body.replaceChildren();

  const again = show(<ActivitiesApp home="/xom" />, `${LIST}/moi`);
  expect(await screen.findByLabelText('Nội dung')).toHaveValue('Lớp học số');
  expect(screen.getByLabelText('Số người dự (nếu có)')).toHaveValue('25');
  expect(screen.getByRole('radio', { name: 'Tập huấn' })).toBeChecked();
  expect(await workspace.outbox()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Thôi, không ghi nữa' }));
  await waitFor(() => expect(again.at()).toBe(LIST));
  await screen.findByText('Chưa ghi hoạt động nào');
  expect(screen.queryByText('Có một hoạt động đang ghi dở')).toBeNull();
});

test('a change begun before another phone’s is saved on its own basis, so that nothing is taken over unseen', async () => {
  const { workspace, user, show, pull } = await openSubject({ rows: [row(3, 'Họp xóm')] });
  show(<ActivitiesApp home="/xom" />, `${LIST}/${ID}`);
  await user.type(await screen.findByLabelText('Nội dung'), ' lần hai');
  await pull([row(8, 'Họp chi bộ')]);
  await isOffered('Họp chi bộ');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(async () => expect(await workspace.outbox()).toHaveLength(1));
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(operationSchema.parse(JSON.parse(text)).args).toMatchObject({
    baseRev: 3,
    value: { title: 'Họp xóm lần hai' },
  });
});

test('control: where the words are as they were, the newest basis is taken', async () => {
  const { workspace, user, show, pull } = await openSubject({ rows: [row(3, 'Họp xóm')] });
  show(<ActivitiesApp home="/xom" />, `${LIST}/${ID}`);
  await user.type(await screen.findByLabelText('Nội dung'), ' lần hai');
  await pull([row(8, 'Họp xóm'), { ...row(8, 'Họp chi bộ'), id: OTHER }]);
  await isOffered('Họp chi bộ');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(async () => expect(await workspace.outbox()).toHaveLength(1));
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(operationSchema.parse(JSON.parse(text)).args).toMatchObject({ baseRev: 8 });
});
