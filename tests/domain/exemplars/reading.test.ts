import { expect, test } from 'vitest';
import { broadcastSum } from '#domain/exemplars/broadcasts.ts';
import {
  numberSyllables,
  readingSeconds,
  SYLLABLES_A_MINUTE,
  syllablesOf,
} from '#domain/exemplars/reading.ts';
import { composeScript, firstSentence } from '#domain/exemplars/script.ts';

test.each([
  ['0', 1],
  ['10', 1],
  ['21', 3],
  ['90', 2],
  ['304', 4],
  ['1304', 6],
  ['2025', 7],
  ['1000', 2],
  ['1005', 6],
  ['1000000', 2],
  ['702000', 5],
])('%s is said in %i syllables', (digits, syllables) => {
  expect(numberSyllables(digits)).toBe(syllables);
});

test('dates, hours, shares, percents and abbreviations count as they are spoken', () => {
  // năm tháng mười một năm hai nghìn không trăm hai mươi lăm
  expect(syllablesOf('05/11/2025')).toBe(1 + 1 + 2 + 1 + 7);
  // mười bảy giờ ba mươi
  expect(syllablesOf('17:30')).toBe(2 + 1 + 2);
  // năm mươi tám trên chín mươi hộ
  expect(syllablesOf('58/90 hộ')).toBe(3 + 1 + 2 + 1);
  // bốn mươi lăm phẩy sáu phần trăm
  expect(syllablesOf('45,6%')).toBe(3 + 1 + 1 + 3);
  expect(syllablesOf('UBND xã')).toBe(5);
  expect(syllablesOf('“Xóm Đình 6” – mã QR.')).toBe(3 + 1 + 2);
  expect(syllablesOf(' … , ')).toBe(0);
});

test('a minute of syllables without a rest takes a minute; rests and nothing are counted too', () => {
  expect(readingSeconds(Array.from({ length: SYLLABLES_A_MINUTE }, () => 'xóm').join(' '))).toBe(60);
  expect(readingSeconds('')).toBe(0);
  const one = 'Bà con xóm ta đã gửi đủ phiếu.';
  const five = Array.from({ length: 5 }, () => one);
  expect(readingSeconds(five.join('\n\n'))).toBeGreaterThan(readingSeconds(five.join(' ')));
});

const greeting = { id: 'greeting', text: 'Kính thưa bà con.', always: true };
const farewell = { id: 'farewell', text: 'Kính chào bà con.', always: true };
const story = (id: string, sentences: number) => {
  const text = Array.from({ length: sentences }, () => 'Xóm đã lập tổ công nghệ số đi từng nhà.').join(' ');
  return { id, text, short: firstSentence(text) };
};

test('a script says everything once before it says anything in full, and never passes its length', () => {
  const parts = [greeting, story('a', 6), story('b', 6), farewell];
  const whole = composeScript(parts, 600);
  expect(whole).toMatchObject({ shortened: [], leftOut: [] });
  const seconds = whole.seconds - 1;
  expect(composeScript(parts, seconds)).toMatchObject({ shortened: ['b'], leftOut: [] });
  expect(composeScript(parts, 14)).toMatchObject({ shortened: ['a', 'b'], leftOut: [] });
  expect(composeScript(parts, 13)).toMatchObject({ shortened: ['a'], leftOut: ['b'] });
  for (let wanted = 6; wanted < 80; wanted += 1)
    expect(composeScript(parts, wanted).seconds).toBeLessThanOrEqual(wanted);
});

test('greeting and farewell are said whatever the length', () => {
  expect(composeScript([greeting, story('a', 1), farewell], 1)).toMatchObject({
    text: 'Kính thưa bà con.\n\nKính chào bà con.',
    leftOut: ['a'],
  });
});

test('what was broadcast is summed by channel, the most minutes first', () => {
  expect(
    broadcastSum([
      {
        broadcasts: [
          { minutes: 5, channel: 'Loa xã ' },
          { minutes: 5, channel: 'Loa xã' },
        ],
      },
      { broadcasts: [{ minutes: 20, channel: 'Loa xóm' }] },
      { broadcasts: [] },
    ]),
  ).toEqual({
    times: 3,
    minutes: 30,
    bulletins: 2,
    channels: [
      { channel: 'Loa xóm', times: 1, minutes: 20 },
      { channel: 'Loa xã', times: 2, minutes: 10 },
    ],
  });
});
