import { expect, test } from 'vitest';
import { readReceiptCode } from '#client/features/check/read-receipt-code.ts';
import { receiptCodeOf, spellCode } from '#protocol/code.ts';
import { hashText } from '#protocol/hash.ts';

const code = receiptCodeOf(await hashText('một phiếu'));

test('a receipt code is read whatever its case, dashes and spaces', () => {
  for (const typed of [code, spellCode(code), code.toLowerCase(), ` ${code.slice(0, 4)} ${code.slice(4)} `]) {
    expect(readReceiptCode(typed)).toEqual({ kind: 'code', code });
  }
});

test('O, I and L are read as the figures they look like', () => {
  const withFigures = '01234567';
  const look = readReceiptCode('OI23456');
  expect(look).toEqual({ kind: 'tooShort', count: 7 });
  expect(readReceiptCode(`${withFigures.replace('0', 'O').replace('1', 'l')}X`)).toEqual(
    readReceiptCode(`${withFigures}X`),
  );
});

test('one wrong character is caught before anybody is asked', () => {
  const wrong = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
  expect(readReceiptCode(wrong)).toEqual({ kind: 'wrongCheck' });
});

test('a code too short, too long or with a letter that no code has is named as such', () => {
  expect(readReceiptCode('')).toEqual({ kind: 'tooShort', count: 0 });
  expect(readReceiptCode(`${code}0`)).toEqual({ kind: 'tooLong', count: 10 });
  expect(readReceiptCode('K3QFU2MA7')).toEqual({ kind: 'wrongLetter', letter: 'U' });
});
