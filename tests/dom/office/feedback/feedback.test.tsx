/** Góp ý của dân on a real replica; and the public's own page, whose network is given. */
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FeedbackPage as PublicPage } from '#client/features/feedback/feedback-page.tsx';
import { FeedbackPage } from '#client/features/office/feedback/feedback-page.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import { spellCode } from '#protocol/code.ts';
import { feedbackCodeOf, type FeedbackRequest } from '#protocol/feedback.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { CAMPAIGN_ID } from '../../hamlet/made-rows.ts';
import { NOW, openSubject } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const TEXT = 'Loa truyền thanh xóm hỏng từ tuần trước.';
const ID = '0198c1f0-0000-7000-8000-0000000000f1';
const refusedAsStale = { verdict: 'refused', code: 'STALE_BASIS' } as const;
const words: PulledRow = {
  scope: 'office',
  entity: 'feedback',
  id: ID,
  rev: 3,
  value: { id: ID, campaignId: CAMPAIGN_ID, text: TEXT, contact: '', at: NOW },
};

const open = async (rows: readonly PulledRow[], role: Role = 'officer') => {
  const opened = await openSubject({ role, rows });
  opened.show(
    <OfficeKeys>
      <FeedbackPage />
    </OfficeKeys>,
    '/y-kien',
  );
  await screen.findByRole('heading', { level: 1, name: 'Góp ý của dân' }, WAIT);
  return opened;
};

test('where nobody has written yet it says where people write', async () => {
  await open([]);
  expect(await screen.findByText('Chưa có góp ý nào', {}, WAIT)).toBeVisible();
  expect(screen.getByText(/\/y-kien-gop-y/)).toBeVisible();
});

test('a word is answered without a network, waits visibly, is undone, and leaves when it was erased', async () => {
  const { user, workspace, pull } = await open([words]);
  await user.click(await screen.findByRole('button', { name: TEXT }, WAIT));
  const aside = await screen.findByRole('complementary');
  expect(aside).toHaveTextContent('Người gửi không để lại liên hệ');
  await user.click(within(aside).getByRole('button', { name: 'Gửi trả lời' }));
  expect(await within(aside).findByText('Mời ghi câu trả lời rồi gửi.')).toBeVisible();
  await user.type(within(aside).getByRole('textbox', { name: /^Trả lời/ }), 'Đã sửa ngày 12/11.');
  await user.click(within(aside).getByRole('button', { name: 'Gửi trả lời' }));
  expect(await within(aside).findByText('Chờ gửi về xã', {}, WAIT)).toBeVisible();
  expect((await workspace.rows('feedbackReply'))[0]?.value).toMatchObject({
    state: 'answered',
    answer: 'Đã sửa ngày 12/11.',
  });
  await user.click(within(aside).getByRole('button', { name: 'Hoàn tác' }));
  await waitFor(async () => expect(await workspace.rows('feedbackReply')).toEqual([]), WAIT);
  // How its writer's wish to be forgotten is carried out.
  expect(aside).toHaveTextContent(`admin erase --feedback ${ID}`);
  await pull([{ scope: 'office', entity: 'feedback', id: ID, rev: 9 }]);
  expect(await screen.findByText('Chưa có góp ý nào', {}, WAIT)).toBeVisible();
});

const reply = (answer: string, rev: number): PulledRow => ({
  scope: 'office',
  entity: 'feedbackReply',
  id: ID,
  rev,
  value: { id: ID, campaignId: CAMPAIGN_ID, state: 'answered', answer },
});

test('an answer another officer had given first: both stand on the screen, and the one kept goes under the same words', async () => {
  const { user, workspace, settle } = await open([words]);
  await user.click(await screen.findByRole('button', { name: TEXT }, WAIT));
  await user.type(await screen.findByRole('textbox', { name: /^Trả lời/ }), 'Mai thợ đến.');
  await user.click(screen.getByRole('button', { name: 'Gửi trả lời' }));
  await screen.findByText('Chờ gửi về xã', {}, WAIT);
  await settle({ lastSeq: 1, results: [refusedAsStale], rows: [reply('Đã sửa hôm qua.', 9)] });
  expect(await screen.findByText(`“${TEXT}”: máy khác đã sửa trước`, {}, WAIT)).toBeVisible();
  const pair = screen.getByText('Máy này:').closest('div');
  expect(pair).toHaveTextContent('Máy này: Mai thợ đến.');
  expect(pair).toHaveTextContent('Ở xã: Đã sửa hôm qua.');
  // Another took its answer back meanwhile: the words here are all there is, and are kept whole.
  await settle({
    firstSeq: 2,
    lastSeq: 1,
    rows: [{ scope: 'office', entity: 'feedbackReply', id: ID, rev: 11 }],
  });
  expect(await screen.findByText(/^Máy khác đã bỏ mục này/, {}, WAIT)).toBeVisible();
  expect(screen.getByText('Trả lời', { selector: 'dt' }).parentElement).toHaveTextContent('Mai thợ đến.');
  await user.click(screen.getByRole('button', { name: 'Giữ bản của máy này' }));
  await waitFor(() => expect(screen.queryByText(/máy khác đã sửa trước/)).toBeNull(), WAIT);
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(text).toContain('Mai thợ đến.');
  expect(text).toContain(`"id":"${ID}"`);
  expect(await workspace.rows('feedbackReply')).toMatchObject([
    { id: ID, value: { answer: 'Mai thợ đến.' } },
  ]);
});

test('who does not answer reads only', async () => {
  const { user } = await open([words], 'chair');
  await user.click(await screen.findByRole('button', { name: TEXT }, WAIT));
  expect(await screen.findByText('Chỉ thường trực trả lời góp ý.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Gửi trả lời' })).toBeNull();
});

test('the public’s page keeps the words where the line breaks, sends them again as the same, and looks an answer up', async () => {
  const user = userEvent.setup({ delay: null });
  const code = feedbackCodeOf(Uint8Array.of(98, 201, 45, 167, 12, 230, 94));
  const sent: FeedbackRequest[] = [];
  sessionStorage.clear();
  const { unmount } = render(
    <PublicPage
      storage={sessionStorage}
      send={(request) => {
        sent.push(request);
        return Promise.resolve(
          sent.length === 1
            ? { kind: 'unreachable', reason: 'noNetwork' }
            : { kind: 'answered', value: { v: 1, nonce: request.nonce, code } },
        );
      }}
      ask={(asked) =>
        Promise.resolve(
          asked === code
            ? {
                kind: 'answered',
                value: { v: 1, code, state: 'answered', receivedAt: NOW, answer: 'Đã sửa ngày 12/11.' },
              }
            : { kind: 'unreachable', reason: 'noNetwork' },
        )
      }
    />,
  );
  await user.type(screen.getByRole('textbox', { name: /^Góp ý/ }), 'Loa');
  await user.click(screen.getByRole('button', { name: 'Gửi góp ý' }));
  expect(await screen.findByText(/^Góp ý cần ít nhất 5 ký tự/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: /^Góp ý/ }), ' hỏng rồi');
  await user.click(screen.getByRole('button', { name: 'Gửi góp ý' }));
  expect(await screen.findByText(/^Chưa có mạng nên chưa gửi được/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Gửi góp ý' }));
  expect(await screen.findByText(spellCode(code))).toBeVisible();
  expect(new Set(sent.map(({ nonce }) => nonce)).size).toBe(1);
  expect(sessionStorage.length).toBe(0);
  const field = screen.getByRole('textbox', { name: /^Mã góp ý/ });
  await waitFor(() => expect(field).toHaveValue(spellCode(code)), WAIT);
  await user.click(screen.getByRole('button', { name: 'Xem câu trả lời' }));
  expect(await screen.findByText('Đã sửa ngày 12/11.', {}, WAIT)).toBeVisible();
  await user.clear(field);
  await user.type(field, 'K3QF');
  await user.click(screen.getByRole('button', { name: 'Xem câu trả lời' }));
  expect(await screen.findByText('Mã này chưa đúng. Mời xem lại từng ký tự.')).toBeVisible();
  unmount();
});
