/** What nobody is asked (`domain.md` §2, C): no question, help or piece of evidence of the default criteria wants it. */
import { expect, test } from 'vitest';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';

const never = [
  /so (can cuoc|cccd|cmnd|chung minh|dinh danh|ho chieu|bao hiem|tai khoan|the )/,
  /anh (chup )?(can cuoc|cccd|cmnd|chung minh|the ngan hang|ho khau)/,
  /dan toc/,
  /ton giao/,
  /(mac|bi) benh|tinh trang suc khoe|chan doan/,
  /\bso du (tai khoan|tien|trong)|\bthu nhap/,
  /ho ngheo|can ngheo/,
  /\bbi (xu )?phat\b|\btien an tien su/,
  /mat khau cua/,
];

interface Text {
  where: string;
  text: string;
}

/** Every text of a value, with the way to it. */
function textsIn(value: unknown, where: string): Text[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${where}.${name}`));
}

/** Words that say something is not wanted are no question for it. */
const isRefusal = (key: string): boolean => /\b(khong|che|dung)\b/.test(key);

const askedIn = (texts: readonly Text[]): string[] =>
  texts
    .filter(({ text }) => {
      const key = searchKey(text);
      return !isRefusal(key) && never.some((pattern) => pattern.test(key));
    })
    .map(({ where, text }) => `${where}: ${text}`);

test('no default criterion asks for papers, ethnicity, faith, health, money in the bank, poverty or fines', () => {
  const texts = defaultCriteriaSets().flatMap((set) => textsIn(set, set.id));
  expect(texts.length).toBeGreaterThan(1000);
  expect(askedIn(texts)).toEqual([]);
});

test('control: a question that does is found, one that says not to is not', () => {
  const found = askedIn([
    { where: 'a', text: 'Số căn cước của chủ hộ' },
    { where: 'b', text: 'Gia đình thuộc dân tộc nào?' },
    { where: 'c', text: 'Ảnh chụp CCCD' },
    { where: 'd', text: 'Không ghi số tài khoản' },
    { where: 'e', text: 'Số người từ đủ 14 tuổi' },
  ]);
  expect(found.map((line) => line.charAt(0))).toEqual(['a', 'b', 'c']);
});
