import { act, waitFor } from '@testing-library/react';
import { navigate } from 'wouter/use-browser-location';
import { expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import { openData } from './data-scene.tsx';

/** A link inside the page, as the app follows it. */
const follow = async (link: HTMLElement): Promise<void> => {
  await act(async () => navigate(link.getAttribute('href') ?? ''));
};
const submitsOf = async (workspace: Awaited<ReturnType<typeof openData>>['workspace']) =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    return operation.kind === 'assessment.submit' ? [operation.args] : [];
  });

test('a family sees what it sent, what it agreed to and its receipt; of a form typed for it only that it is there', async () => {
  const scene = await openData();
  await scene.typedBy(await scene.head());
  const page = scene.show();
  expect(await page.findByText(/^Gửi từ máy này lúc/)).toBeVisible();
  await scene.user.click(page.getByText('Xem các câu đã gửi'));
  expect(page.getByText('Gia đình có mấy người từ đủ 14 tuổi đang sống ở nhà?')).toBeVisible();
  expect(page.getByText('1 người')).toBeVisible();
  expect(page.getAllByText(/theo bản 1\.1 của lời xin phép/)).toHaveLength(3);
  expect(page.getByRole('link', { name: /xã nhận lúc/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/bien-nhan\//),
  );
  expect(await page.findByText(/^Người của xóm nhập thay/)).toBeVisible();
  expect(page.getByText(/Gia đình đã tự gửi phiếu/)).toBeVisible();
  // Nothing of it has come to this phone at all.
  expect(await scene.workspace.rows('submission')).toEqual([]);
});

test('an objection is sent with its reason, read by the office alone, answered, and another one taken back', async () => {
  const scene = await openData();
  const [head, officer] = [await scene.head(), await scene.officer()];
  await scene.typedBy(head);
  const page = scene.show();
  await follow(await page.findByRole('link', { name: 'Phiếu này không đúng ý gia đình' }));
  await scene.user.click(page.getByRole('button', { name: 'Gửi về xã' }));
  expect(page.getByRole('alert')).toHaveTextContent('Mời chọn một lý do rồi gửi.');
  await scene.user.click(page.getByRole('radio', { name: 'Lý do khác' }));
  await scene.user.click(page.getByRole('button', { name: 'Gửi về xã' }));
  expect(page.getByRole('alert')).toHaveTextContent('Mời viết vài chữ');
  // As some keyboards and old documents spell it; it is kept as everybody spells it.
  await scene.user.click(page.getByLabelText('Lý do của gia đình'));
  await scene.user.paste('Bà tôi không biết'.normalize('NFD'));
  await scene.user.click(page.getByRole('button', { name: 'Gửi về xã' }));

  expect(await page.findByText('Lời gia đình: Bà tôi không biết')).toBeVisible();
  expect(page.getByText(/Gia đình có ý kiến, nên phiếu này tạm không tính/)).toBeVisible();
  await waitFor(async () =>
    expect((await scene.rowsOf(officer, 'objection')).map(({ value }) => value)).toMatchObject([
      { reason: 'Bà tôi không biết', state: 'open' },
    ]),
  );
  expect((await scene.rowsOf(head, 'objection')).map(({ value }) => value)).toMatchObject([
    { reason: '', state: 'open' },
  ]);
  await scene.answer(officer, 'objection', { state: 'dismissed', answer: 'Đã hỏi lại bà.' });
  expect(await page.findByText('Xã trả lời: Đã hỏi lại bà.')).toBeVisible();
  expect(page.getByText('Xã đã xem và vẫn tính phiếu nhập thay.')).toBeVisible();
  // The words are still on the phone that wrote them.
  expect(page.getByText('Lời gia đình: Bà tôi không biết')).toBeVisible();

  await follow(page.getByRole('link', { name: 'Phiếu này không đúng ý gia đình' }));
  await scene.user.click(page.getByRole('radio', { name: 'Gia đình chưa đồng ý cho nhập thay' }));
  await scene.user.click(page.getByRole('button', { name: 'Gửi về xã' }));
  await scene.user.click(await page.findByRole('button', { name: 'Rút lại ý kiến' }));
  await waitFor(async () =>
    expect((await scene.rowsOf(officer, 'objection')).map(({ value }) => value)).toContainEqual(
      expect.objectContaining({ reason: 'Gia đình chưa đồng ý cho nhập thay', state: 'takenBack' }),
    ),
  );
  expect(await page.findByText('Gia đình đã rút lại ý kiến.')).toBeVisible();
  expect(scene.phone.errors).toEqual([]);
});

test('a request says what happens and by when; once erased at the commune, this phone’s copy is offered to go', async () => {
  const scene = await openData();
  const officer = await scene.officer();
  let wiped = 0;
  const page = scene.show(async () => {
    wiped += 1;
  });
  await follow(await page.findByRole('link', { name: 'Nhờ xã sửa' }));
  await scene.user.click(page.getByRole('button', { name: 'Gửi về xã' }));
  expect(page.getByRole('alert')).toHaveTextContent('Mời viết chỗ cần sửa');
  await scene.user.click(page.getByRole('button', { name: 'Thôi' }));

  await follow(await page.findByRole('link', { name: 'Xóa dữ liệu của gia đình' }));
  expect(page.getByText(/chậm nhất 15 ngày làm xong\. Xóa rồi không lấy lại được/)).toBeVisible();
  await scene.user.click(page.getByRole('button', { name: 'Gửi về xã' }));
  expect(await page.findByText(/^Xã trả lời trước hết ngày/)).toBeVisible();
  // The same is not asked twice.
  expect(page.queryByRole('link', { name: 'Xóa dữ liệu của gia đình' })).toBeNull();
  expect(page.queryByRole('button', { name: 'Xóa cả trên máy này' })).toBeNull();
  await waitFor(async () => expect(await scene.rowsOf(officer, 'dataRequest')).toHaveLength(1));
  await scene.answer(officer, 'dataRequest', { answer: 'Xã đang làm.' });
  await scene.answer(await scene.officer('Lan'), 'dataRequest', { state: 'done', answer: 'Đã xóa.' });
  await scene.user.click(await page.findByRole('button', { name: 'Xóa cả trên máy này' }));
  expect(page.getByText(/sẽ mất hẳn/)).toBeVisible();
  await scene.user.click(page.getByRole('button', { name: 'Xóa khỏi máy này' }));
  expect(wiped).toBe(1);
});

test('one consent is taken back by the same form sent again; consent to the form itself withdraws it and tells the office', async () => {
  const scene = await openData();
  const officer = await scene.officer();
  const page = scene.show();
  await follow(await page.findByRole('link', { name: /^Rút lại đồng ý: Nêu tên/ }));
  await scene.user.click(page.getByRole('button', { name: 'Rút lại đồng ý' }));
  await waitFor(async () => expect(await submitsOf(scene.workspace)).toHaveLength(2));
  const [first, second] = await submitsOf(scene.workspace);
  const agreed = (of: typeof first): unknown[] | undefined =>
    of?.consent?.choices.map((choice) => [choice.purpose, choice.agreed]);
  expect(agreed(first)).toContainEqual(['publish', true]);
  expect(agreed(second)).toEqual([
    ['process', true],
    ['publish', false],
    ['photo', false],
  ]);
  expect(second?.snapshot).toEqual(first?.snapshot);
  await waitFor(async () => expect(await scene.workspace.receipts()).toHaveLength(2));
  await scene.refresh();
  await waitFor(async () =>
    expect((await scene.workspace.row('assessment', scene.assessmentId))?.value.round).toBe(2),
  );

  await follow(await page.findByRole('link', { name: /^Rút lại đồng ý: Lưu và chấm/ }));
  expect(page.getByText(/chậm nhất 15 ngày làm xong/)).toBeVisible();
  await scene.user.click(page.getByRole('button', { name: 'Rút lại đồng ý' }));
  await waitFor(async () =>
    expect((await scene.rowsOf(officer, 'assessment')).map(({ value }) => value)).toContainEqual(
      expect.objectContaining({ id: scene.assessmentId, state: 'withdrawn' }),
    ),
  );
  expect((await scene.rowsOf(officer, 'dataRequest')).map(({ value }) => value)).toMatchObject([
    { kind: 'withdraw', state: 'open', reason: 'Rút lại đồng ý: Lưu và chấm phiếu của gia đình' },
  ]);
});
