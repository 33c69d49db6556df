/** What stands on a certificate, where, and what is asked for before one is printed. */
import { expect, test } from 'vitest';
import { layoutOf, moved, newBlank, resized, withSlot, withoutSlot } from '#domain/certificates/blank.ts';
import { fieldNames } from '#domain/certificates/fields.ts';
import { roughWidth } from '#domain/certificates/fit.ts';
import { fullPage, paperSizes } from '#domain/certificates/full-page.ts';
import { HALF_POINT, LEADING, placeTexts } from '#domain/certificates/layout.ts';
import { certificateTexts, missingOf, type CertificateFacts } from '#domain/certificates/texts.ts';

const facts = (over: Partial<CertificateFacts> = {}): CertificateFacts => ({
  commune: { name: 'xã Bình Thuận', parent: 'huyện Đại Từ' },
  recipient: { name: 'Hộ ông Nguyễn Văn Thường', position: 'Xóm Đình 6' },
  achievement: 'Đã có thành tích trong phong trào thi đua chuyển đổi số năm 2025',
  decision: { number: '125', date: '2025-11-05' },
  register: '7',
  signer: { title: 'CHỦ TỊCH', onBehalf: 'TM. ỦY BAN NHÂN DÂN', name: 'Vũ Văn Đông' },
  ...over,
});
const ID = '0198c1f0-0000-7000-8000-0000000000e1';

test('the chairman signs in his own name: no TM., the number with its symbol, the official day', () => {
  expect(certificateTexts(facts())).toMatchObject({
    authority: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH THUẬN',
    decision: 'Quyết định số: 125/QĐ-UBND ngày 05 tháng 11 năm 2025',
    register: 'Vào sổ khen thưởng số: 7',
    placeDate: 'Bình Thuận, ngày 05 tháng 11 năm 2025',
    signerTitle: 'CHỦ TỊCH',
  });
  const deputy = { title: 'PHÓ CHỦ TỊCH', onBehalf: 'KT. CHỦ TỊCH', name: 'Lê Thị Hà' };
  expect(certificateTexts(facts({ signer: deputy })).signerTitle).toBe('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH');
});

test('braces, angle brackets and marks of direction are text or nothing; nothing turns a name around', () => {
  const name = '{{name}} <b>A</b>\u202Egnud\u200Bược\n\u0007 & $1';
  const texts = certificateTexts(facts({ recipient: { name, position: '' } }));
  expect(texts.recipient).toBe('{{name}} <b>A</b>gnudược & $1');
});

test('a number, day, signer or name that lacks is asked for before', () => {
  expect(missingOf(facts())).toEqual([]);
  expect(
    missingOf(
      facts({
        decision: { number: ' ', date: '' },
        signer: { title: '', onBehalf: 'TM. ỦY BAN NHÂN DÂN', name: '\u200B' },
        recipient: { name: ' ', position: '' },
        achievement: '',
      }),
    ),
  ).toEqual(['number', 'date', 'title', 'signer', 'recipient', 'achievement']);
});

test('over a blank only its fields are printed, each where its numbers say and moved by the printer’s shift', () => {
  const blank = {
    ...withSlot(newBlank(ID, 'Phôi'), 'recipient', { x: 500, y: 900, width: 1000, align: 'center' }),
    shift: { x: 20, y: -5 },
  };
  const { lines } = placeTexts(layoutOf(blank), certificateTexts(facts()), roughWidth);
  expect(new Set(lines.map(({ field }) => field))).toEqual(new Set(Object.keys(blank.fields)));
  expect(lines.find(({ field }) => field === 'recipient')).toMatchObject({ x: 1020, y: 895 });
});

test('several lines stand around the place of one', () => {
  const blank = withSlot(newBlank(ID, 'Phôi'), 'achievement', { y: 1200, halfPoints: 40, width: 1200 });
  const { lines } = placeTexts(layoutOf(blank), certificateTexts(facts()), roughWidth);
  const own = lines.filter(({ field }) => field === 'achievement');
  expect(own.length).toBeGreaterThan(1);
  expect(own.reduce((sum, { y }) => sum + y, 0) / own.length).toBeCloseTo(1200, 6);
  expect((own[1]?.y ?? 0) - (own[0]?.y ?? 0)).toBeCloseTo(40 * HALF_POINT * LEADING, 6);
});

test.each(['A4', 'A3'] as const)(
  'on a whole %s no two lines touch, with the emblem’s room or without',
  (size) => {
    for (const hasEmblem of [false, true]) {
      const page = fullPage(size, hasEmblem);
      const long = facts({
        recipient: {
          name: 'Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Bình Thuận và các chi đoàn',
          position: 'Xã Bình Thuận',
        },
        achievement: 'Đã có thành tích '.padEnd(250, 'xuất sắc trong phong trào '),
      });
      const { lines } = placeTexts(page, certificateTexts(long), roughWidth);
      const boxes = lines.map(({ x, y, align, halfPoints, text, look, field }) => {
        const width = roughWidth(text, look) * halfPoints * HALF_POINT;
        const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
        const em = halfPoints * HALF_POINT;
        return { field, left, right: left + width, top: y - 0.9 * em, bottom: y + 0.22 * em };
      });
      for (const [at, one] of boxes.entries()) {
        expect(one.left).toBeGreaterThan(130);
        expect(one.right).toBeLessThan(paperSizes[size].width - 130);
        for (const other of boxes.slice(at + 1)) {
          const apart =
            one.bottom <= other.top ||
            other.bottom <= one.top ||
            one.right <= other.left ||
            other.right <= one.left;
          expect([one.field, other.field, apart]).toEqual([one.field, other.field, true]);
        }
      }
    }
  },
);

test('a field moved by hand stays on the paper; one taken out and put back begins where it began', () => {
  const blank = newBlank(ID, 'Phôi', paperSizes.A3);
  expect(moved(blank, 'recipient', { x: -99_999, y: 99_999 }).fields['recipient']).toMatchObject({
    x: 0,
    y: 2970,
  });
  expect(
    moved(withoutSlot(blank, 'recipient'), 'recipient', { x: 5, y: 5 }).fields['recipient'],
  ).toBeUndefined();
  const small = resized(blank, { width: 1500, height: 100 });
  expect(small).toMatchObject({ width: 1500, height: 900 });
  for (const field of fieldNames) {
    const slot = small.fields[field];
    if (slot === undefined) continue;
    expect(slot.x + slot.width).toBeLessThanOrEqual(1500);
    expect(slot.y).toBeLessThanOrEqual(900);
  }
});
