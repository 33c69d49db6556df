import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { issuedOf, refusalWords } from '#client/subject/slips/issuing.ts';
import { brokenLines } from '#client/subject/slips/slip-image.ts';
import { inSheets, slipWords, type PaperSlip, type SlipFacts } from '#client/subject/slips/slip-words.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';

const FRAGMENT = 's1.c2FtcGxlLXNlY3JldC0wMA.6f1c7b1e6c0a5d5e9a517d6f3f2b9c40.binh-thuan.C9-012';
const slip: PaperSlip = {
  householdId: 'h1',
  householder: 'Lê Văn An',
  householdCode: 'C9-012',
  code: 'K3QF72MA7B',
  fragment: FRAGMENT,
};
const facts: SlipFacts = {
  commune: 'xã Bình Thuận',
  hamlet: 'Chùa 9',
  deadline: {
    id: 'd',
    campaignId: 'c',
    subjectKind: 'household',
    phrase: 'trước ngày 15/11/2025',
    cutoffAt: 0,
    graceDays: 0,
    source: '',
  },
  headName: 'Trần Thị Bình',
  headPhone: '0912 345 678',
  questions: 15,
  origin: 'https://thidua.binhthuan.vn',
};

test('a slip says whose it is, by when, who helps, and carries the code in groups and the whole link', () => {
  const words = slipWords(slip, facts);
  expect(words).toMatchObject({
    header: 'ỦY BAN NHÂN DÂN XÃ BÌNH THUẬN',
    to: 'Kính gửi gia đình ông/bà Lê Văn An, xóm Chùa 9',
    body: 'Mời gia đình trả lời 15 câu hỏi ngắn, khoảng 5 phút, trước ngày 15/11/2025. Không phải thi, không mất tiền.',
    codeLine: 'Không quét được thì vào thidua.binhthuan.vn và nhập mã:',
    code: 'K3QF-72MA-7B',
    help: 'Không có điện thoại thông minh: trưởng xóm Trần Thị Bình, 0912 345 678, sẽ đến giúp.',
    link: `https://thidua.binhthuan.vn/p#${FRAGMENT}`,
  });
  expect(readFragment(new URL(words.link).hash)).toMatchObject({ kind: 'slip', householdCode: 'C9-012' });
});

test('what is not known leaves no hole in a sentence', () => {
  const nothing = { ...facts, deadline: undefined, headName: undefined, headPhone: undefined };
  const words = slipWords(slip, nothing);
  expect(words.body).toBe(
    'Mời gia đình trả lời 15 câu hỏi ngắn, khoảng 5 phút. Không phải thi, không mất tiền.',
  );
  expect(words.help).toBe('Không có điện thoại thông minh: trưởng xóm sẽ đến giúp.');
  const noName = slipWords(slip, { ...facts, headName: undefined }).help;
  expect(noName).toBe('Không có điện thoại thông minh: trưởng xóm, 0912 345 678, sẽ đến giúp.');
  expect(Object.values(words).join(' ')).not.toMatch(/[{}]/);
});

test('four slips a sheet, the last as many as are left, none twice', () => {
  for (const [papers, sheets] of [
    [0, []],
    [1, [1]],
    [4, [4]],
    [5, [4, 1]],
    [500, Array.from({ length: 125 }, () => 4)],
  ] as const) {
    const all = Array.from({ length: papers }, (_, index) => index);
    expect(inSheets(all).map((sheet) => sheet.length)).toEqual(sheets);
    expect(inSheets(all).flat()).toEqual(all);
  }
});

test('lines of a picture hold whole words, as many as fit, and lose none', () => {
  const width = (line: string): number => line.length;
  expect(brokenLines('một hai ba bốn năm', 8, width)).toEqual(['một hai', 'ba bốn', 'năm']);
  expect(brokenLines('dài-quá-không-vừa a', 8, width)).toEqual(['dài-quá-không-vừa', 'a']);
  const text = slipWords(slip, facts).body;
  expect(brokenLines(text, 30, width).join(' ')).toBe(text);
  for (const line of brokenLines(text, 30, width)) expect(line.length).toBeLessThanOrEqual(30);
});

const entry = (id: string): HouseholdEntry => ({
  household: { id, hamletId: 'h', householder: id, code: `C9-${id}` },
  assessmentId: id,
  state: 'none',
  bySelf: false,
  byProxy: false,
  isObjected: false,
  isRestricted: false,
  isNew: false,
  rev: 1,
  key: id,
});

test('who got no slip and who was not asked for are told apart; asking on adds to what there is', () => {
  const answer = (householdId: string) => ({ householdId, code: 'K3QF72MA7B', fragment: FRAGMENT });
  const asked = ['a', 'b', 'c'].map(entry);
  const first = issuedOf({ kind: 'issued', slips: [answer('a')], notAsked: ['c'] }, asked, null);
  expect(first.slips.map(({ householdId }) => householdId)).toEqual(['a']);
  expect(first.missing.map(({ household }) => household.id)).toEqual(['b']);
  expect(first.waiting.map(({ household }) => household.id)).toEqual(['c']);
  const then = issuedOf({ kind: 'issued', slips: [answer('c')], notAsked: [] }, first.waiting, first);
  expect(then.slips.map(({ householdId }) => householdId)).toEqual(['a', 'c']);
  expect([then.missing.length, then.waiting.length]).toEqual([1, 0]);
});

test('a refusal says what to do', () => {
  expect(refusalWords('too-many-attempts')).toMatch(/vào ngày mai/);
  expect(refusalWords('device-revoked')).toMatch(/quét lại mã/);
  expect(refusalWords('device-pending')).toMatch(/chờ xã đồng ý/);
  expect(refusalWords('malformed')).toContain('malformed');
});
