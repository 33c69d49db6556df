import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { explain } from '#domain/explain.ts';
import { score } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { openSubject } from '../hamlet/open-subject.tsx';
import { fullAnswers, RECEIVED_AT, sent, submissionId } from './office-rows.ts';

const open = async (
  rows = sent({ name: 'Nguyễn Văn Ánh', index: 1 }),
  options: Parameters<typeof openSubject>[0] = {},
) => {
  const opened = await openSubject({ role: 'officer', rows, ...options });
  const { at } = opened.show(<OfficeApp />, `/ra-soat/${submissionId(1)}`);
  await screen.findByRole('heading', { level: 1, name: 'Nguyễn Văn Ánh' });
  return { ...opened, at };
};

test('every criterion stands with its answer, its points of the most, and why', async () => {
  await open();
  const set = defaultHouseholdSet();
  const sheet = score(set, fullAnswers);
  const table = screen.getByRole('table', { name: 'Ba điểm của từng mục' });
  for (const criterion of criteriaOf(set)) {
    const row = within(table).getByRole('row', {
      name: new RegExp(`^${criterion.code.replace('.', '\\.')} `),
    });
    const scored = sheet.criteria.find(({ id }) => id === criterion.id);
    if (!scored) throw new Error(criterion.id);
    // Printed under its name; on the screen it stands beside the table for the row that is open.
    expect(row).toHaveTextContent(explain(scored.why, criterion));
    expect(row).toHaveTextContent(scored.status === 'scored' ? formatPoints(scored.points) : '–');
  }
  expect(table).toHaveTextContent('3 trên 4');
  expect(screen.getByText('Máy chủ tính lại từ các câu trả lời và ra đúng số này.')).toBeVisible();
  expect(within(screen.getByRole('table', { name: '' })).getAllByRole('row')).toHaveLength(5);
});

test('what an officer must know first is said in words: scores that differ, late, typed by another, replaced', async () => {
  await open(
    sent({
      name: 'Nguyễn Văn Ánh',
      index: 1,
      submission: {
        selfScore: 9000,
        late: true,
        channel: 'proxy',
        signedOffBy: 'Trần Văn Tám',
        current: false,
      },
    }),
  );
  expect(screen.getByText(/Điểm máy gửi báo lên là 90,00, máy chủ tính lại .* là/)).toBeVisible();
  expect(screen.getByText(/Xã nhận phiếu này sau hạn \(trước ngày 01\/01\/2100\)/)).toBeVisible();
  expect(screen.getByText(/Trần Văn Tám nhập thay gia đình/)).toBeVisible();
  expect(screen.getByText(/Đã có phiếu gửi sau thay cho phiếu này/)).toBeVisible();
});

test('the consent of a family is shown purpose by purpose, with how and when it was given', async () => {
  await open(
    sent({
      name: 'Nguyễn Văn Ánh',
      index: 1,
      submission: {
        consent: {
          choices: [
            { purpose: 'process', textVersion: '1.1', agreed: true, at: RECEIVED_AT },
            { purpose: 'publish', textVersion: '1.1', agreed: false, at: RECEIVED_AT },
          ],
          mode: 'readAloud',
          witness: 'Lê Thị Hoa',
        },
      },
    }),
  );
  expect(screen.getByText(/^Đồng ý$/)).toBeVisible();
  expect(screen.getByText(/^Không đồng ý$/)).toBeVisible();
  expect(screen.getByText(/đồng ý bằng lời. Người chứng kiến: Lê Thị Hoa/)).toBeVisible();
  expect(screen.getAllByText(/lúc 09:00 ngày 04\/11\/2025, theo bản 1.1/)).toHaveLength(2);
});

test('the family’s own stands beside what was typed for it, and leads to it', async () => {
  const proxy = sent({
    name: 'Nguyễn Văn Ánh',
    index: 1,
    submission: { id: submissionId(1, 2), channel: 'proxy', round: 2, receivedAt: RECEIVED_AT + 9 },
  });
  const { user, at } = await open([...sent({ name: 'Nguyễn Văn Ánh', index: 1 }), ...proxy]);
  await user.click(screen.getByRole('link', { name: 'Nhập thay' }));
  await waitFor(() => expect(at()).toBe(`/ra-soat/${submissionId(1, 2)}`));
});

test('a comment is kept on this machine at once and waits there to be sent', async () => {
  const { user, workspace } = await open();
  await user.click(screen.getByRole('button', { name: 'Gửi ý kiến' }));
  expect(screen.getByText('Mời ghi nội dung rồi gửi.')).toBeVisible();
  await user.type(screen.getByLabelText('Ghi ý kiến'), 'Đề nghị bổ sung ảnh.');
  await user.click(screen.getByRole('button', { name: 'Gửi ý kiến' }));
  const said = await within(screen.getByRole('main')).findByRole('listitem');
  expect(said).toHaveTextContent('Đề nghị bổ sung ảnh.');
  expect(said).toHaveTextContent('Chờ gửi');
  expect(screen.getByLabelText('Ghi ý kiến')).toHaveValue('');
  expect((await workspace.outbox()).map(({ kind }) => kind)).toEqual(['comment.add']);
  expect(await screen.findByText('Có 1 việc ghi trên máy này đang chờ gửi.')).toBeVisible();
});

test('a comment that came back is shown once, with its author', async () => {
  const { user, workspace, pull } = await open();
  await user.type(screen.getByLabelText('Ghi ý kiến'), 'Đã xem.');
  await user.click(screen.getByRole('button', { name: 'Gửi ý kiến' }));
  await within(screen.getByRole('main')).findByRole('listitem');
  const [sealed] = await workspace.outbox();
  const assessmentId = sealed?.assessmentId ?? '';
  const id = sealed?.opId ?? '';
  const value = {
    id,
    assessmentId,
    text: 'Đã xem.',
    byName: 'Hoàng Thị Dung',
    byRole: 'officer' as const,
    at: RECEIVED_AT,
  };
  await pull([{ scope: 'office', entity: 'comment', id, rev: 9, value }]);
  expect(await screen.findByText(/Hoàng Thị Dung/)).toBeVisible();
  expect(screen.getAllByText('Đã xem.')).toHaveLength(1);
});

test('without its criteria set the page says so and shows the rest', async () => {
  await open(undefined, { without: ['criteriaSet'] });
  expect(screen.getByText(/Bộ tiêu chí household@1 chưa về tới máy này/)).toBeVisible();
  expect(screen.getByText('Ghi ý kiến')).toBeVisible();
});

test('a submission that is not on this machine is no blank page', async () => {
  const { show } = await openSubject({ role: 'officer' });
  show(<OfficeApp />, `/ra-soat/${submissionId(404)}`);
  expect(await screen.findByText('Chưa thấy phiếu này trên máy')).toBeVisible();
});
