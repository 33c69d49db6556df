/** Phiếu kết quả on a real replica: verified forms alone, three scores, reasons, a place only when frozen. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { SlipsPage } from '#client/features/office/result-slips/slips-page.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { lying } from '../office-rows.ts';
import { madeHamlet } from '../ranking/made-hamlets.ts';

const WAIT = { timeout: 20_000 };

test('a verified hamlet has its paper with the points it was given; one under review waits; a family’s is for itself', async () => {
  const { user, show } = await openSubject({
    role: 'officer',
    rows: [
      ...madeHamlet({ index: 1, name: 'Đình 7', points: { 'A1.1': 0 } }),
      ...madeHamlet({ index: 2, name: 'Bình Xuân', state: 'underReview', isScored: false }),
      ...lying({ name: 'Nguyễn Văn Ân', index: 7, state: 'verified' }),
    ],
  });
  show(
    <OfficeKeys>
      <OfficeDesk>
        <SlipsPage />
      </OfficeDesk>
    </OfficeKeys>,
    '/phieu-ket-qua',
  );
  expect(await screen.findByRole('button', { name: 'In 1 phiếu' }, WAIT)).toBeVisible();
  expect(screen.getByText(/^1 phiếu khác chưa thẩm định xong/)).toBeVisible();
  const shown = screen.getByRole('region', { name: 'Phiếu kết quả của Đình 7' });
  const paper = within(shown).getByRole('article');
  expect(paper).toHaveTextContent('Xóm Đình 7');
  expect(paper).not.toHaveTextContent('Xếp hạng');
  const item = within(paper).getByRole('row', { name: /^A1\.1 / });
  const [max, self, , officer] = within(item).getAllByRole('cell');
  expect(self).toHaveTextContent(max?.textContent ?? 'no points');
  expect(officer).toHaveTextContent('0,00');

  await user.click(screen.getByRole('button', { name: 'Gia đình' }));
  const family = await screen.findByRole('region', { name: 'Phiếu kết quả của Nguyễn Văn Ân' }, WAIT);
  expect(within(family).getByText('Phiếu này chỉ trao cho gia đình được ghi tên.')).toBeVisible();
});
