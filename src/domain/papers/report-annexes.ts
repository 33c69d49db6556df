/** Annexes of the report: the ranking of hamlets, the tables of units, the figures behind the sentences. Pure. */
import { formatNumber, formatPercent, formatPoints } from '../vietnamese/format.ts';
import { compareNames } from '../vietnamese/name-order.ts';
import type { Column, Section, TableRow } from './document.ts';
import { pillarSum, type PaperFacts, type RankedLine, type Ranking } from './facts.ts';
import { numberOf, peopleOf, type PaperBasis } from './parts.ts';
import { officialDate, roman } from './words.ts';

const order = ['nenTang', 'chinhQuyenSo', 'kinhTeSo', 'xaHoiSo'] as const;

const rankColumns = (who: string): readonly Column[] => [
  { head: 'STT', share: 12, align: 'center' },
  { head: who, share: 48, align: 'left' },
  { head: 'Điểm thẩm định', share: 20, align: 'center' },
  { head: 'Xếp hạng', share: 16, align: 'center' },
  { head: 'Xếp loại', share: 24, align: 'center' },
  { head: 'Nền tảng, an toàn', share: 25, align: 'center' },
  { head: 'Chính quyền số', share: 25, align: 'center' },
  { head: 'Kinh tế số', share: 25, align: 'center' },
  { head: 'Xã hội số', share: 25, align: 'center' },
];

const byRank = (a: RankedLine, b: RankedLine): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
  compareNames(a.name, b.name) ||
  (a.subjectId < b.subjectId ? -1 : 1);

const shareCell = ({ earned, applicableMax }: { earned: number; applicableMax: number }): string =>
  applicableMax === 0 ? '' : `${formatPoints(earned)}/${formatPoints(applicableMax)}`;

const lineRow = (line: RankedLine, index: number): TableRow => ({
  kind: 'line',
  cells: [
    String(index + 1),
    line.name,
    formatPoints(line.normalised),
    line.rank === null ? 'Chưa xếp hạng' : String(line.rank),
    line.grade,
    ...order.map((pillar) => shareCell(line.pillars[pillar])),
  ],
});

const totalRow = (lines: readonly RankedLine[], average: number): TableRow => ({
  kind: 'total',
  cells: [
    `Bình quân (${formatNumber(lines.length)})`,
    formatPoints(average),
    '',
    '',
    ...order.map((pillar) => shareCell(pillarSum(lines, pillar))),
  ],
});

const sectorWords: Readonly<Record<string, string>> = {
  CQ: 'Cơ quan nhà nước',
  DT: 'Mặt trận Tổ quốc, đoàn thể',
  TH: 'Trường học',
  YT: 'Trạm Y tế',
  DN: 'Doanh nghiệp, hợp tác xã',
  KH: 'Tổ chức khác',
};

const unitRows = (units: readonly Ranking[]): TableRow[] =>
  units.flatMap((ranking, at) => {
    const sector = ranking.group.split(':')[1] ?? '';
    return [
      {
        kind: 'part',
        cells: [`${roman(at + 1)}. ${(sectorWords[sector] ?? sector).toLocaleUpperCase('vi')}`],
      },
      ...[...ranking.lines].sort(byRank).map(lineRow),
      totalRow(ranking.lines, ranking.average),
    ];
  });

const figureColumns: readonly Column[] = [
  { head: 'Nội dung', share: 92, align: 'left' },
  { head: 'Số lượng', share: 28, align: 'right' },
  { head: 'Trên tổng số', share: 28, align: 'right' },
  { head: 'Tỷ lệ', share: 20, align: 'right' },
];

function figureRows({ sums, work }: PaperFacts): TableRow[] {
  const row = (what: string, n: number, d?: number): TableRow => ({
    kind: 'line',
    cells: [
      what,
      formatNumber(n),
      d === undefined || d === 0 ? '' : formatNumber(d),
      d === undefined || d === 0 ? '' : formatPercent(n, d),
    ],
  });
  const { training, event, proposal, inspections, broadcasts, exemplars, hamlets } = work;
  return [
    row('Xóm gửi phiếu tự đánh giá', sums.hamlet.sent, sums.hamlet.total),
    row('Hộ gia đình gửi phiếu tự đánh giá', sums.household.sent, sums.household.total),
    row('Cơ quan, đơn vị gửi phiếu tự đánh giá', sums.unit.sent, sums.unit.total),
    row('Phiếu của xóm đã thẩm định', sums.hamlet.verified, sums.hamlet.sent),
    row('Phiếu của cơ quan, đơn vị đã thẩm định', sums.unit.verified, sums.unit.sent),
    row('Buổi tập huấn', training.lines),
    row('Lượt người dự tập huấn', training.people),
    row('Xóm có buổi tập huấn', training.hamletsReached, hamlets),
    row('Sự kiện, hoạt động', event.lines),
    row('Đề xuất, giải pháp', proposal.lines),
    row('Lượt kiểm tra tại chỗ', inspections.made),
    row('Lượt phát thanh', broadcasts.times),
    row('Số phút phát thanh', broadcasts.minutes),
    row('Điển hình tiên tiến', exemplars.exemplar),
    row('Mô hình hay, cách làm mới', exemplars.goodPractice),
  ];
}

/** In the order of the text; a table without lines is left out, and the numbers of the annexes close up. */
export function reportAnnexes(basis: PaperBasis): Section[] {
  const { facts } = basis;
  const attachedTo = `(Kèm theo Báo cáo số ${numberOf(basis)} ${officialDate(basis.date)} của ${peopleOf(basis)})`;
  const { hamlets, units } = facts;
  const annexes = [
    ...(hamlets === null || hamlets.lines.length === 0
      ? []
      : [
          {
            orientation: 'landscape',
            title: 'KẾT QUẢ THẨM ĐỊNH, XẾP HẠNG CÁC XÓM',
            columns: rankColumns('Xóm'),
            rows: [...[...hamlets.lines].sort(byRank).map(lineRow), totalRow(hamlets.lines, hamlets.average)],
          } as const,
        ]),
    ...(units.length === 0
      ? []
      : [
          {
            orientation: 'landscape',
            title: 'KẾT QUẢ THẨM ĐỊNH, XẾP HẠNG CƠ QUAN, ĐƠN VỊ',
            columns: rankColumns('Cơ quan, đơn vị'),
            rows: unitRows(units),
          } as const,
        ]),
    {
      orientation: 'portrait',
      title: 'SỐ LIỆU TỔNG HỢP',
      columns: figureColumns,
      rows: figureRows(facts),
    } as const,
  ];
  return annexes.map(({ orientation, title, columns, rows }, at): Section => ({
    orientation,
    blocks: [
      {
        kind: 'annexTitle',
        number: `Phụ lục ${roman(at + 1)}`,
        title,
        attachedTo,
      },
      { kind: 'table', name: title, columns, rows },
    ],
  }));
}
