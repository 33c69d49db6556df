import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { spellCode } from '#protocol/code.ts';
import { familyAlone, familyAndCommune, type Family } from './family.tsx';
import { asked, DEVICE, PEOPLE, press, row, skipTo, state, VNEID, walkToReview } from './walk.ts';

const send = async (family: Family): Promise<void> => {
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Gửi về xã' })).toHaveAttribute('aria-disabled', 'false'),
  );
  await press(family, 'Gửi về xã');
};

test('the review lists what is missing first, and an answer given from there is in its place', async () => {
  const family = await familyAlone();
  family.open();
  await walkToReview(family);
  const [first] = screen.getAllByRole('heading', { level: 2 });
  expect(first).toHaveTextContent('Đã trả lời 0 trên 15 câu');
  await press(family, 'Trả lời câu 1');
  await asked(DEVICE);
  await family.user.click(screen.getByRole('radio', { name: 'Có' }));
  await press(family, 'Xong, quay lại xem');
  await asked('Xem lại rồi gửi');
  expect(screen.getByText('Đã trả lời 1 trên 15 câu')).toBeVisible();
  expect(row(/^1\. Có thiết bị thông minh/).getByText('Có')).toBeVisible();
  expect(row(/^1\. Có thiết bị thông minh/).getByRole('button', { name: 'Sửa câu 1' })).toBeVisible();
});

test('what cannot be right keeps the form here, says which, and loses nothing', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  await family.user.type(screen.getByRole('textbox'), '2');
  await press(family, 'Câu tiếp');
  await skipTo(family, VNEID);
  await family.user.type(screen.getByRole('textbox'), '3');
  await press(family, 'Bỏ qua, làm sau');
  await skipTo(family, 'Lưu và chấm phiếu của gia đình');
  await press(family, 'Đồng ý');
  await press(family, 'Đồng ý');
  await press(family, 'Đồng ý');
  await asked('Xem lại rồi gửi');
  await send(family);
  expect(screen.getByRole('alert')).toHaveTextContent('Có câu cần xem lại thì mới gửi được.');
  expect(screen.getByText(/Số này nhiều hơn số người từ đủ 14 tuổi \(2 người\)/)).toBeVisible();
  expect(await family.workspace()?.outbox()).toEqual([]);
  await press(family, 'Sửa: VNeID mức 2');
  await asked(VNEID);
  expect(screen.getByRole('textbox')).toHaveValue('3');
});

test('sent without a network it waits under its own name, with no receipt yet', async () => {
  const family = await familyAlone();
  family.open();
  await walkToReview(family);
  await send(family);
  await waitFor(() => expect(state()).toHaveTextContent('Chờ gửi.'));
  expect(screen.getByText(/Xong rồi, cảm ơn gia đình!/)).toBeVisible();
  expect(
    within(screen.getByRole('list', { name: 'Phiếu đang ở đâu' })).getByText('Xã nhận: khi có mạng'),
  ).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Biên nhận' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Gửi ngay' })).toBeVisible();
  const outbox = await family.workspace()?.outbox();
  expect(outbox?.map(({ kind }) => kind)).toEqual(['assessment.submit']);
});

test('the receipt shows only once the commune has the form, with its code, its time and the ladder', async () => {
  const family = await familyAndCommune();
  family.line.isDown = true;
  family.open();
  await walkToReview(family);
  await send(family);
  await waitFor(() => expect(state()).toHaveTextContent('Chờ gửi.'));

  family.line.isDown = false;
  await press(family, 'Gửi ngay');
  const slip = within(await screen.findByRole('region', { name: 'Biên nhận' }));
  const [receipt] = (await family.workspace()?.receipts()) ?? [];
  expect(slip.getByText(spellCode(receipt?.code ?? ''))).toBeVisible();
  expect(
    slip.getByRole('img', { name: `Mã QR của biên nhận ${spellCode(receipt?.code ?? '')}` }),
  ).toBeVisible();
  expect(slip.getByText(/0\/15 câu/)).toBeVisible();
  const at = receipt?.receivedAt ?? 0;
  expect(state()).toHaveTextContent(`Xã đã nhận. Lúc ${formatTime(at)} ngày ${formatDate(at)}.`);
  expect(slip.getByText('Bản lưu dự phòng: chưa có')).toBeVisible();
  expect(family.phone.errors).toEqual([]);
});

test('a family that sent may open the form again and send a corrected one', async () => {
  const family = await familyAndCommune();
  family.open();
  await walkToReview(family);
  await send(family);
  await screen.findByRole('region', { name: 'Biên nhận' });
  const [first] = (await family.workspace()?.receipts()) ?? [];

  await press(family, 'Sửa rồi gửi lại');
  await asked('Xem lại rồi gửi');
  await press(family, 'Trả lời câu 1');
  await asked(DEVICE);
  await family.user.click(screen.getByRole('radio', { name: 'Có' }));
  await press(family, 'Xong, quay lại xem');
  await send(family);
  await waitFor(async () => expect(await family.workspace()?.receipts()).toHaveLength(2));
  expect(await screen.findByText(/1\/15 câu/)).toBeVisible();
  const receipts = (await family.workspace()?.receipts()) ?? [];
  expect(receipts.map(({ code }) => code)).toContain(first?.code);
});

test('a family takes its form back after it was said what happens, and sends the same again', async () => {
  const family = await familyAndCommune();
  family.open();
  await walkToReview(family);
  await send(family);
  await screen.findByRole('region', { name: 'Biên nhận' });
  await press(family, 'Rút lại phiếu');
  expect(screen.getByText(/Những câu đã trả lời vẫn còn trên máy này/)).toBeVisible();
  await press(family, 'Rút lại phiếu');
  await waitFor(() => expect(state()).toHaveTextContent('Đã rút.'));
  expect(screen.queryByRole('button', { name: 'Rút lại phiếu' })).toBeNull();

  await press(family, 'Sửa rồi gửi lại');
  await asked('Xem lại rồi gửi');
  await send(family);
  await waitFor(async () => expect(await family.workspace()?.receipts()).toHaveLength(2));
  await waitFor(() => expect(state()).toHaveTextContent('Xã đã nhận.'));
  const kinds = (await family.workspace()?.outbox())?.map(({ kind }) => kind);
  expect(kinds).toEqual(['assessment.submit', 'assessment.move', 'assessment.submit']);
});

test('no points are shown until the family asks; asked once they are there before sending and after, with what would add', async () => {
  const family = await familyAndCommune();
  family.open();
  await walkToReview(family);
  expect(screen.queryByText(/trên 100 điểm/)).toBeNull();
  await press(family, 'Xem điểm');
  expect(await screen.findByText(/^0,00 trên 100 điểm$/)).toBeVisible();
  expect(screen.getByText(/không xếp thứ tự các nhà/)).toBeVisible();
  expect(screen.getByText('Việc giúp thêm được nhiều nhất')).toBeVisible();
  await waitFor(async () => expect((await family.stored())?.showsScore).toBe(true));
  await send(family);
  await screen.findByRole('region', { name: 'Biên nhận' });
  expect(await screen.findByText(/^0,00 trên 100 điểm$/)).toBeVisible();
  await press(family, 'Ẩn điểm');
  await waitFor(() => expect(screen.queryByText(/trên 100 điểm/)).toBeNull());
  expect((await family.workspace()?.outbox())?.map(({ text }) => text).join()).not.toContain('showsScore');
});

test('after the receipt it is said what comes next, and the phone is handed on after one more tap', async () => {
  const family = await familyAndCommune();
  family.open();
  await walkToReview(family);
  await send(family);
  await screen.findByRole('region', { name: 'Biên nhận' });
  expect(screen.getByRole('heading', { name: 'Tiếp theo' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Dữ liệu của gia đình' })).toHaveAttribute('href', '/du-lieu');
  await press(family, 'Xong, đưa máy cho nhà khác');
  expect(family.closings).toEqual([]);
  await press(family, 'Chưa đóng');
  await press(family, 'Xong, đưa máy cho nhà khác');
  await press(family, 'Đóng, đưa máy');
  await waitFor(() => expect(family.closings).toEqual([family.profile.id]));
});
