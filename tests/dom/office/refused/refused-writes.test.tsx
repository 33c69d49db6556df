/** What the commune did not take of an officer's writing stays hers: her words, why, and a way out, where she wrote it. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { VerdictCode } from '#protocol/exchange.ts';
import { operationSchema } from '#protocol/operation.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { placeOf } from '#client/features/office/refused/places.ts';
import { screens } from '#client/features/office/screens.ts';
import type { Workspace } from '#client/workspace.ts';
import { CAMPAIGN_ID, HAMLET_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const ENTRY = '0198c1f0-0000-7000-b000-0000000000d1';
const entry = {
  id: ENTRY,
  campaignId: CAMPAIGN_ID,
  kind: 'training' as const,
  title: 'Tập huấn ký số',
  date: '2025-10-20',
  place: 'Nhà văn hóa Chùa 9',
  organiser: 'Đoàn thanh niên',
  people: 40,
  hamlets: [HAMLET_ID],
  result: 'Cả lớp ký được',
};
const TITLE = 'Xã chưa nhận: sổ theo dõi “Tập huấn ký số”';

const lastPut = async (workspace: Workspace) => {
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  const operation = operationSchema.parse(JSON.parse(text));
  return operation.kind === 'record.put' ? operation.args : undefined;
};
const refuse = (code: VerdictCode, verdict: 'refused' | 'quarantined' = 'refused') => ({
  lastSeq: 1,
  results: [{ verdict, code, rev: 30 }],
});
const cardOf = async (title: string) => {
  const card = (await screen.findByText(title, {}, WAIT)).closest('div');
  return within(card ?? document.body);
};

async function wrote(code: VerdictCode, verdict?: 'quarantined') {
  const opened = await openSubject({ role: 'officer' });
  await opened.workspace.putRecord('registerEntry', ENTRY, entry, 0);
  await opened.settle(refuse(code, verdict));
  const { at } = opened.show(<OfficeApp />, '/so-theo-doi');
  await screen.findByRole('heading', { level: 1, name: 'Sổ theo dõi' }, WAIT);
  return { ...opened, at };
}

test.each([
  ['NOT_PERMITTED', /không được ghi mục này/],
  ['STATE_GUARD', /không còn ở bước cho ghi/],
  ['SECOND_PERSON', /cần hai người/],
  ['LIMIT', /số lượng tối đa/],
  ['SERVER_BUG', /mã SERVER_BUG/],
] as const)(
  'a writing refused as %s stands with its words and why, and is written again',
  async (code, why) => {
    const { user, workspace } = await wrote(code);
    const card = await cardOf(TITLE);
    expect(card.getByText(why)).toBeVisible();
    for (const words of ['Tập huấn ký số', 'Nhà văn hóa Chùa 9', 'Cả lớp ký được'])
      expect(card.getByText(words, { exact: true })).toBeVisible();
    await user.click(card.getByRole('button', { name: 'Ghi lại' }));
    await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull(), WAIT);
    expect(await lastPut(workspace)).toMatchObject({ entity: 'registerEntry', id: ENTRY, value: entry });
    expect(await workspace.outbox()).toHaveLength(2);
  },
);

test('given up, it is gone for good on this machine, and nothing is written', async () => {
  const { user, workspace, show } = await wrote('NOT_PERMITTED');
  await user.click((await cardOf(TITLE)).getByRole('button', { name: 'Bỏ, không ghi nữa' }));
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  cleanup();
  show(<OfficeApp />, '/so-theo-doi');
  await screen.findByRole('heading', { level: 1, name: 'Sổ theo dõi' }, WAIT);
  await screen.findByText(/Chưa có/, {}, WAIT);
  expect(screen.queryByText(TITLE)).toBeNull();
  expect(await workspace.outbox()).toHaveLength(1);
});

test('what the same words can never mend is not offered to be written again', async () => {
  const { workspace } = await wrote('ARGS_INVALID', 'quarantined');
  const card = await cardOf(TITLE);
  expect(card.getByText(/không đúng mẫu/)).toBeVisible();
  expect(card.queryByRole('button', { name: 'Ghi lại' })).toBeNull();
  expect(card.getByRole('button', { name: 'Bỏ, không ghi nữa' })).toBeVisible();
  expect(await workspace.outbox()).toHaveLength(1);
});

test('what was taken, or what stands at the commune already, is no card', async () => {
  const opened = await openSubject({ role: 'officer' });
  await opened.workspace.putRecord('registerEntry', ENTRY, entry, 0);
  await opened.settle({
    ...refuse('STATE_GUARD'),
    rows: [{ scope: 'office', entity: 'registerEntry', id: ENTRY, rev: 31, value: entry }],
  });
  opened.show(<OfficeApp />, '/so-theo-doi');
  await screen.findByText('Nhà văn hóa Chùa 9', { exact: false }, WAIT);
  expect(screen.queryByText(TITLE)).toBeNull();
});

test('Hôm nay leads to the screen where it waits; other screens are silent', async () => {
  const { show } = await wrote('STATE_GUARD');
  cleanup();
  show(<OfficeApp />, '/hom-nay');
  const said = await screen.findByText(/Xã chưa nhận 1 lần ghi của máy này/, {}, WAIT);
  expect(within(said).getByRole('link', { name: 'Sổ theo dõi' })).toHaveAttribute('href', '/so-theo-doi');
  cleanup();
  show(<OfficeApp />, '/xep-hang');
  await screen.findByRole('heading', { level: 1 }, WAIT);
  expect(screen.queryByText(TITLE)).toBeNull();
});

test('a record another had changed first is chosen between on its screen, and only there', async () => {
  await wrote('STALE_BASIS');
  expect(await screen.findByText('“Tập huấn ký số”: máy khác đã sửa trước', {}, WAIT)).toBeVisible();
  expect(screen.queryByText(TITLE)).toBeNull();
});

test('every kind of record waits on a screen of the office, but those whose own screen says all of it', () => {
  const places = new Set(screens.map(({ path }) => path));
  const names = Object.entries(placeOf);
  expect(names.filter(([, place]) => place !== null && !places.has(place))).toEqual([]);
  expect(names.flatMap(([entity, place]) => (place === null ? [entity] : []))).toEqual([
    'batch',
    'objection',
    'dataRequest',
    'rankingFreeze',
    'scoreSnapshot',
  ]);
});
