import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OutboxRow, ProfileRow, ReceiptRow } from '#client/db/model.ts';
import { OutboxPage } from '#client/features/outbox/outbox-page.tsx';
import { countPending, pendingItems, type PendingSources } from '#client/subject/pending-items.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

const HASH = 'A'.repeat(43);
const profile: ProfileRow = {
  id: 'p',
  role: 'hamletHead',
  title: 'Xóm Chùa 9',
  communeId: 'binh-thuan',
  link: { state: 'enrolled' },
  createdAt: 0,
  usedAt: 0,
};
const opId = (seq: number): string => `0198c1f0-0000-7000-8000-${String(seq).padStart(12, '0')}`;
const sealed = (seq: number, more: Partial<OutboxRow> = {}): OutboxRow => ({
  seq,
  opId: opId(seq),
  kind: 'assessment.submit',
  text: '{}',
  hash: HASH,
  chain: HASH,
  sealedAt: seq * 1000,
  assessmentId: opId(900 + seq),
  draftId: `proxy:${seq}`,
  ...more,
});
const receipt = (seq: number): ReceiptRow => ({
  opId: opId(seq),
  assessmentId: opId(900 + seq),
  seq,
  code: 'K3QF72MA7',
  receivedAt: seq * 1000,
  receipt: '',
});
const sources = (more: Partial<PendingSources>): PendingSources => ({
  profile,
  outbox: [],
  receipts: [],
  drafts: [],
  assessments: [],
  safeSeq: 0,
  phase: { kind: 'idle' },
  hasConflict: false,
  ...more,
});

test('what needs a hand stands first, then what waits, then what arrived, newest first', () => {
  const items = pendingItems(
    sources({
      outbox: [
        sealed(1, { result: { verdict: 'applied' } }),
        sealed(2, { result: { verdict: 'applied' } }),
        sealed(3),
        sealed(4, { result: { verdict: 'refused', code: 'STATE_GUARD' } }),
        sealed(5, { result: { verdict: 'retry', code: 'BUSY' } }),
      ],
      receipts: [receipt(1), receipt(2)],
    }),
  );
  expect(items.map(({ group, opId: id }) => [group, id])).toEqual([
    ['hand', opId(4)],
    ['waiting', opId(3)],
    ['waiting', opId(5)],
    ['received', opId(2)],
    ['received', opId(1)],
  ]);
  expect(countPending(items)).toBe(3);
});

test('an answer without a receipt that verifies still waits', () => {
  const applied = sealed(1, { result: { verdict: 'applied' } });
  expect(pendingItems(sources({ outbox: [applied] })).map(({ group }) => group)).toEqual(['waiting']);
  // The control: the same answer with its receipt has arrived.
  expect(
    pendingItems(sources({ outbox: [applied], receipts: [receipt(1)] })).map(({ group }) => group),
  ).toEqual(['received']);
});

test('a newer version takes the place of the one the commune refused', () => {
  const items = pendingItems(
    sources({
      outbox: [
        sealed(1, { draftId: 'a', result: { verdict: 'refused', code: 'STATE_GUARD' } }),
        sealed(2, { draftId: 'a' }),
      ],
    }),
  );
  expect(items.map(({ opId: id, group }) => [id, group])).toEqual([[opId(2), 'waiting']]);
});

test('a locked-out phone is one thing for a hand, and what waits behind it is said to be safe', () => {
  const items = pendingItems(
    sources({
      profile: { ...profile, link: { state: 'lockedOut', problem: 'device-revoked' } },
      outbox: [sealed(1), sealed(2)],
    }),
  );
  expect(items.map(({ group }) => group)).toEqual(['hand', 'waiting', 'waiting']);
  expect(items.map(({ state }) => state.word)).toEqual(['lockedOut', 'lockedOut', 'lockedOut']);
});

test('the page lists a household added here as waiting, says the network is away, and can be asked to send', async () => {
  const { workspace, user, show } = await openSubject();
  const id = workspace.newId();
  await workspace.putRecord(
    'household',
    id,
    { id, hamletId: '0198c1f0-0000-7000-8000-000000000002', householder: 'Lê Văn An' },
    0,
  );
  show(<OutboxPage />, '/hang-cho');
  const item = within(await screen.findByRole('listitem'));
  expect(item.getByRole('heading', { name: 'Thêm hộ Lê Văn An' })).toBeVisible();
  expect(await item.findByText('Chờ gửi')).toBeVisible();
  expect(screen.getByText('1 việc máy tự lo.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Gửi ngay' }));
  expect(await screen.findByText('Không có mạng.')).toBeVisible();
  expect(screen.getByText(/Mọi việc dưới đây vẫn còn nguyên trên máy này/)).toBeVisible();
});

test('an empty outbox says what it is for', async () => {
  const { show } = await openSubject();
  show(<OutboxPage />, '/hang-cho');
  expect(await screen.findByText('Chưa có việc nào')).toBeVisible();
});

test('phones that differ are one task of the sheet, first in the list', () => {
  const items = pendingItems(sources({ hasConflict: true, outbox: [sealed(1)] }));
  expect(items.map(({ group, thing, state }) => [group, thing.kind, state.word])).toEqual([
    ['hand', 'hamletSheet', 'conflict'],
    ['waiting', 'hamletSheet', 'queued'],
  ]);
});
