/** DANH SÁCH: the annex of a letter or a decision, in landscape, in three parts with totals (`domain.md` §3.4). Pure. */
import { formatNumber, formatPoints } from '../vietnamese/format.ts';
import { countAwards, partsOf, type AwardLine } from './award-lines.ts';
import type { Column, Section, TableRow } from './document.ts';
import { amountOn, countsPhrase, totalOn, type Maker, type PaperBasis } from './parts.ts';
import { officialDate, officialNumber, roman } from './words.ts';
import { linesOfPaper, type ListedPaper } from './listed.ts';

const columns: readonly Column[] = [
  { head: 'STT', share: 13, align: 'center' },
  { head: 'Họ và tên, tên tập thể, chủ hộ', share: 40, align: 'left' },
  { head: 'Chức vụ, địa chỉ', share: 34, align: 'left' },
  { head: 'Điểm thẩm định', share: 17, align: 'center' },
  { head: 'Xếp hạng', share: 14, align: 'center' },
  { head: 'Tóm tắt thành tích', share: 66, align: 'left' },
  { head: 'Hình thức', share: 20, align: 'center' },
  { head: 'Tiền thưởng (đồng)', share: 24, align: 'right' },
  { head: 'Ghi chú', share: 22, align: 'left' },
];

const partNames = { collective: 'TẬP THỂ', individual: 'CÁ NHÂN', household: 'HỘ GIA ĐÌNH' } as const;

const noteOf = ({ upward, track }: AwardLine): string =>
  [
    ...(track === 'exceptional' ? ['Thành tích đột xuất'] : []),
    ...(upward ? ['Đề nghị cấp trên khen'] : []),
  ].join('; ');

const moneyCell = (amount: number | null): string => (amount === null ? '' : formatNumber(amount));

/** Rows of a list; its total is the sum of exactly these rows. */
export function listRows(facts: PaperBasis['facts'], lines: readonly AwardLine[], day: string): TableRow[] {
  const parts = partsOf(lines).flatMap(({ kind, lines: own }, at): TableRow[] => [
    { kind: 'part', cells: [`${roman(at + 1)}. ${partNames[kind]}`] },
    ...own.map((line, index): TableRow => ({
      kind: 'line',
      cells: [
        String(index + 1),
        line.name,
        line.position,
        line.points === null ? '' : formatPoints(line.points),
        line.rank === null ? '' : String(line.rank),
        line.summary === '' ? line.achievement : line.summary,
        'Giấy khen',
        moneyCell(amountOn(facts, line, day)),
        noteOf(line),
      ],
    })),
  ]);
  return [
    ...parts,
    {
      kind: 'total',
      cells: [`Tổng cộng: ${countsPhrase(countAwards(lines))}`, moneyCell(totalOn(facts, lines, day)), ''],
    },
  ];
}

const typeWords = { submissionLetter: 'Tờ trình', decision: 'Quyết định' } as const;

/** `parentNumber`: number and symbol of the paper it hangs from. */
export function listSection(basis: PaperBasis, paper: ListedPaper, annex: string): Section {
  const { facts } = basis;
  const verb = paper.kind === 'decision' ? 'được tặng' : 'đề nghị tặng';
  return {
    orientation: 'landscape',
    blocks: [
      {
        kind: 'annexTitle',
        number: annex,
        title: `DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH\n${verb.toLocaleUpperCase('vi')} GIẤY KHEN`,
        attachedTo: `(Kèm theo ${typeWords[paper.kind]} số ${officialNumber(paper.number, paper.symbol)} ${officialDate(paper.date)} của ${paper.issuer})`,
      },
      { kind: 'table', name: 'Danh sách', columns, rows: listRows(facts, paper.lines, paper.date) },
    ],
  };
}

/** The list by itself, as it hangs out or goes round; `aboutId`: its letter or decision. */
export const awardList: Maker = (basis, aboutId) => {
  const paper = linesOfPaper(basis.facts, aboutId);
  if (paper === null) return null;
  return {
    kind: 'awardList',
    title: 'Danh sách khen thưởng',
    sections: [listSection(basis, paper, 'Phụ lục')],
  };
};
