import { expect, test } from 'vitest';
import { receiptCodeOf } from '#protocol/code.ts';
import { whatCode } from '#client/features/scan/what-code.ts';

const HERE = 'https://thidua.xa.example';
const SLIP = '#s1.abcdefghijklmnopqrstuv.0198c1f0000070008000000000000001.binh-thuan.DM-012';
const ENROL = '#e1.abcdefghijklmnopqrstuv';
const receipt = receiptCodeOf('A'.repeat(43));

test.each([
  [`${HERE}/p${SLIP}`, `/p${SLIP}`],
  [`  ${HERE}/p${SLIP}\n`, `/p${SLIP}`],
  [`${HERE}/ghep${ENROL}`, `/ghep${ENROL}`],
  // Whatever page it was printed for: the tag says whose it is.
  [`${HERE}/ghep${SLIP}`, `/p${SLIP}`],
  [`${HERE}/kiem-tra#${receipt}`, `/kiem-tra#${receipt}`],
])('%s is ours', (text, path) => {
  expect(whatCode(text, HERE)).toEqual({ kind: 'ours', path });
});

test.each([
  [
    'another commune’s slip',
    `https://thidua.xakhac.example/p${SLIP}`,
    /của nơi khác \(thidua\.xakhac\.example\)/,
  ],
  ['the same over plain http', `http://thidua.xa.example/p${SLIP}`, /của nơi khác/],
  ['a slip that lost its end', `${HERE}/p${SLIP.slice(0, 30)}`, /thiếu một phần/],
  ['a link without its code', `${HERE}/ghep`, /thiếu một phần/],
  ['another page of ours', `${HERE}/kiem-tra#KHONG`, /không phải mã trên phiếu mời/],
  ['a page of somebody else', 'https://zalo.me/g/abc', /trang khác \(zalo\.me\).*không mở/],
  ['a bank’s code', '00020101021138540010A00000072701240006970436', /mã chuyển tiền/],
  [
    'a citizen’s card',
    '019190000001|090000001|Nguyễn Văn A|01011960|Nam|Xóm 1|01012021',
    /thẻ căn cước.*không lưu/,
  ],
  ['a wifi', 'WIFI:T:WPA;S:nha;P:matkhau;;', /mã wifi/],
  ['a script', 'javascript:alert(1)', /không phải mã/],
  ['words', 'xin chào', /không phải mã/],
])('%s is said to be what it is, and leads nowhere', (_name, text, words) => {
  expect(whatCode(text, HERE)).toEqual({ kind: 'foreign', words: expect.stringMatching(words) });
});
