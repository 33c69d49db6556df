/** What people may have written into a field that later stands in an exported table (formulas, codes, odd characters). */
const triggers = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const leads = ['', ' ', '\u00a0', '\u200b', '\t', '\n'];

export const formulaTexts: readonly string[] = [
  ...triggers.flatMap((trigger) => leads.map((lead) => `${lead}${trigger}1+1`)),
  '=HYPERLINK("http://example.invalid","Xem")',
  '=cmd|" /C calc"!A0',
  '@SUM(A1:A9)',
  '+84912345678',
  '-5',
  '=1+1\n=2+2',
  'một dòng\n=2+2',
  '"=1+1"',
  '",=1+1',
  "'=1+1",
  '{=1+1}',
  '<f>1+1</f>',
  ']]><f>1+1</f>',
];

/** Codes and telephone numbers: as they were written, to the last 0. */
export const codeTexts: readonly string[] = [
  '0912345678',
  '0912 345 678',
  '012',
  '1E5',
  '12-3',
  '3/4',
  '01/02/2025',
  '1.234',
  '12:30',
  'MAR-012',
  'MAR1',
  'TRUE',
  '50%',
  '9007199254740993',
];

export const vietnameseTexts: readonly string[] = [
  'Đầm Mụ',
  'Ẫ Ễ Ộ Ự Ặ ẫ ễ ộ ự ặ',
  'Nguyễn Thị “Ngọc”; Trưởng xóm, & <cán bộ>',
  'Xóm ghi: "Tính cả hộ dùng chung"',
];
