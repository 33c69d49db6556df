/** Sentences and tables of a unit's report that its own words do not hold: plan, points, nominations. Pure. */
import { criteriaOf } from '../criteria-set.ts';
import type { Total } from '../score.ts';
import { formatNumber, formatPoints } from '../vietnamese/format.ts';
import { drafted, heading, type Block, type Column, type TableRow } from './document.ts';
import type { UnitFigures, UnitParagraph, UnitReportFacts } from './unit-report-facts.ts';
import { officialCount, shortDate } from './words.ts';

const says = (paragraphs: readonly UnitParagraph[], words: string): boolean =>
  paragraphs.some(({ text }) => text.normalize('NFC').includes(words.normalize('NFC').replace(/\.$/, '')));

const stt: Column = { head: 'STT', share: 12, align: 'center' };

/** What the unit's own words already say of its plan is not said a second time. */
export function planBlocks({ plan, paragraphs }: UnitReportFacts): Block[] {
  if (plan === undefined) return [];
  const { number: own, date, extract, targets } = plan;
  const named = own === '' ? 'kế hoạch' : `kế hoạch số ${own}`;
  const rows = targets.map(({ text, measure }, at): TableRow => ({
    kind: 'line',
    cells: [String(at + 1), text, measure],
  }));
  return [
    ...(says(paragraphs, extract)
      ? []
      : [
          drafted(
            'plan',
            `Đơn vị thực hiện theo ${named} ngày ${shortDate(date)}: ${extract.replace(/\.$/, '')}.`,
          ),
        ]),
    ...(targets.every(({ text }) => says(paragraphs, text))
      ? []
      : [
          drafted('targets', `Kế hoạch đề ra ${officialCount(targets.length)} chỉ tiêu:`),
          {
            kind: 'table',
            name: 'Chỉ tiêu của đơn vị',
            columns: [
              stt,
              { head: 'Chỉ tiêu', share: 100, align: 'left' },
              { head: 'Phải đạt', share: 50, align: 'left' },
            ],
            rows,
          } as const,
        ]),
  ];
}

const share = ({ earned, applicableMax }: Total): string =>
  applicableMax === 0 ? '' : `${formatPoints(earned)}/${formatPoints(applicableMax)}`;

export function figureBlocks({ set }: UnitReportFacts, { sheet, groups, commune }: UnitFigures): Block[] {
  const all = criteriaOf(set).length;
  const total = (first: string, self: string, given: string): TableRow => ({
    kind: 'total',
    cells: [first, self, ...(commune === null ? [] : [given])],
  });
  return [
    heading(2, 'Điểm theo nhóm tiêu chí'),
    drafted(
      'self',
      `Đơn vị trả lời ${formatNumber(all - sheet.missing.length)}/${formatNumber(all)} mục của phiếu tự đánh giá, tự chấm ${share(sheet)} điểm, quy đổi ${formatPoints(sheet.normalised)} điểm trên thang điểm 100.`,
    ),
    ...(commune === null
      ? []
      : [
          drafted(
            'commune',
            `Xã đã thẩm định: ${share(commune)} điểm, quy đổi ${formatPoints(commune.normalised)} điểm${commune.grade === null ? '' : `, xếp loại ${commune.grade.name}`}.`,
          ),
        ]),
    {
      kind: 'table',
      name: 'Điểm theo nhóm tiêu chí',
      columns: [
        stt,
        { head: 'Nhóm tiêu chí', share: 88, align: 'left' },
        { head: 'Tự chấm/tối đa', share: 34, align: 'center' },
        ...(commune === null ? [] : [{ head: 'Xã thẩm định/tối đa', share: 34, align: 'center' } as const]),
      ],
      rows: [
        ...groups.map(({ name, self, commune: own }, at): TableRow => ({
          kind: 'line',
          cells: [String(at + 1), name, share(self), ...(own === null ? [] : [share(own)])],
        })),
        total('Cộng', share(sheet), commune === null ? '' : share(commune)),
        total(
          'Quy đổi thang điểm 100',
          formatPoints(sheet.normalised),
          commune === null ? '' : formatPoints(commune.normalised),
        ),
      ],
    },
  ];
}

export const nominationBlocks = ({ nominations }: UnitReportFacts): Block[] =>
  nominations.length === 0
    ? []
    : [
        drafted(
          'nominations',
          `Đơn vị đề nghị xét khen ${officialCount(nominations.length)} cá nhân: ${nominations
            .map(({ personName, position }) => (position === '' ? personName : `${personName} (${position})`))
            .join('; ')}.`,
        ),
      ];
