import { expect, test } from 'vitest';
import { idNumbersIn, withoutIdNumbers } from '#domain/id-number.ts';

test.each([
  ['Số của tôi 001099012345 đây', 1],
  ['001 099 012 345', 1],
  ['CMND 123456789', 1],
  ['Căn cước: 123 456 789', 1],
  ['gọi 0912345678', 0],
  ['+84 912 345 678', 0],
  ['ngày 20/11/2025 có 1200 người', 0],
  ['kinh phí 150.000.000.000 đồng', 0],
  ['mã 123456789 của kho', 0],
  ['1234567890123', 0],
])('what reads as the number of an identity paper: %s', (text, count) => {
  expect(idNumbersIn(text)).toHaveLength(count);
});

test('taken out, what is around it stays', () => {
  expect(withoutIdNumbers('Bà Lan, CCCD 001099012345, và 012345678901.')).toBe('Bà Lan, CCCD , và .');
  expect(withoutIdNumbers('gọi 0912345678')).toBe('gọi 0912345678');
});
