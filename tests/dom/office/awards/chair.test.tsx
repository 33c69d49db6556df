/** The chair's one page: the reason for each name and the total before his word; sent back only with words. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import { TodayPage } from '#client/features/office/today/today-page.tsx';
import { operationIn } from '#client/db/own-operation.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { awardRows, decisionRows } from './made-awards.ts';

const WAIT = { timeout: 20_000 };
const open = async () => {
  const opened = await openSubject({ role: 'chair', rows: [...awardRows(), ...decisionRows()] });
  opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <TodayPage />
      </OfficeDesk>
    </OfficeKeys>,
    '/hom-nay',
  );
  const card = await screen.findByRole('region', { name: 'Quyết định số 125 chờ duyệt' }, WAIT);
  return { ...opened, card };
};
type Opened = Awaited<ReturnType<typeof open>>;
const written = async ({ workspace }: Opened): Promise<unknown> => {
  const last = (await workspace.outbox()).at(-1);
  const operation = last && operationIn(last);
  return operation?.kind === 'record.put' ? operation.args.value : undefined;
};

test('the chair reads why and how much, and approves; nothing of the office’s own work is on the page', async () => {
  const opened = await open();
  const { user, card } = opened;
  expect(card).toHaveTextContent('1 tên, 702.000 đồng, ngày ký 21/11/2025');
  expect(card).toHaveTextContent('Dạy 62 người cao tuổi dùng VNeID');
  expect(screen.queryByText('Việc nên làm tiếp')).toBeNull();
  await user.click(within(card).getByText('Duyệt quyết định'));
  const dialog = await screen.findByRole('dialog', {}, WAIT);
  await user.click(within(dialog).getByText('Duyệt quyết định', { selector: 'button' }));
  await waitFor(async () => expect(await written(opened)).toMatchObject({ state: 'approved' }), WAIT);
});

test('sending back asks for words, and keeps them', async () => {
  const opened = await open();
  const { user, card } = opened;
  await user.click(within(card).getByText('Trả lại người soạn'));
  const dialog = await screen.findByRole('dialog', {}, WAIT);
  await user.click(within(dialog).getByText('Trả lại người soạn', { selector: 'button' }));
  expect(await within(dialog).findByText('Mời ghi lý do.')).toBeVisible();
  await user.type(within(dialog).getByLabelText('Lý do'), 'Thiếu nguồn kinh phí');
  await user.click(within(dialog).getByText('Trả lại người soạn', { selector: 'button' }));
  await waitFor(
    async () =>
      expect(await written(opened)).toMatchObject({ state: 'withdrawn', reason: 'Thiếu nguồn kinh phí' }),
    WAIT,
  );
});
