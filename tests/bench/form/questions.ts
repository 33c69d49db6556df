/**
 * The form every page of the benchmark shows: as many questions as asked for, in the proportions of the default criteria
 * (of 38 for households and hamlets 15 ratios, 9 yes or no, 7 levels, 5 counts, 2 texts), a number first.
 */
export type Question = { id: string; text: string; help: string } & (
  | { kind: 'count' | 'yesNo' | 'text' }
  | { kind: 'ratio'; numerator: string; denominator: string }
  | { kind: 'level'; levels: readonly string[] }
);

export const YES_NO = ['Có', 'Không'] as const;
export const LEVELS = ['Chưa làm', 'Làm một phần', 'Làm đủ', 'Làm tốt'] as const;
/** People think in groups: as many questions to a group as are drawn under one heading. */
export const GROUP_SIZE = 20;

type Kind = Question['kind'];
const MIX: readonly Kind[] = [
  'count',
  'yesNo',
  'ratio',
  'level',
  'yesNo',
  'ratio',
  'count',
  'level',
  'ratio',
  'text',
];

const ASKED: Record<Kind, string> = {
  count: 'Năm nay có mấy buổi họp, tuyên truyền nói về chuyển đổi số',
  yesNo: 'Có ít nhất một điện thoại hoặc máy tính đang dùng được không',
  ratio: 'Bao nhiêu người đã có tài khoản định danh điện tử mức 2',
  level: 'Tổ công nghệ số cộng đồng đang hoạt động ở mức nào',
  text: 'Có mô hình hay, cách làm mới nào về chuyển đổi số',
};
const HELP = 'Ghi số ước lượng cũng được.';

function questionAt(index: number): Question {
  const kind = MIX[index % MIX.length] ?? 'count';
  const common = { id: `q${index + 1}`, text: `${ASKED[kind]} (mục ${index + 1})?`, help: HELP };
  switch (kind) {
    case 'ratio':
      return { ...common, kind, numerator: 'Số người đã có', denominator: 'Tổng số người' };
    case 'level':
      return { ...common, kind, levels: LEVELS };
    default:
      return { ...common, kind };
  }
}

export const questionsOf = (count: number): Question[] =>
  Array.from({ length: count }, (_, index) => questionAt(index));
