/** The votes of a meeting, name by name: the same table for the council and for a hamlet. Pure. */
import { formatNumber, formatPercent, formatPoints } from '../vietnamese/format.ts';
import { partsOf, type AwardLine } from './award-lines.ts';
import type { Block, Column, TableRow } from './document.ts';
import { recipientWords } from './parts.ts';
import { roman } from './words.ts';

const columns: readonly Column[] = [
  { head: 'STT', share: 12, align: 'center' },
  { head: 'Tập thể, cá nhân, hộ gia đình', share: 62, align: 'left' },
  { head: 'Đồng ý', share: 16, align: 'center' },
  { head: 'Không đồng ý', share: 18, align: 'center' },
  { head: 'Không biểu quyết', share: 19, align: 'center' },
  { head: 'Tỷ lệ đồng ý', share: 20, align: 'center' },
  { head: 'Kết quả', share: 25, align: 'center' },
];

export interface Vote {
  line: AwardLine;
  agree: number;
  disagree: number;
  abstain: number;
  passed: boolean;
}

const voteRows = (votes: readonly Vote[], present: number): TableRow[] => {
  const byId = new Map(votes.map((vote) => [vote.line.id, vote]));
  return partsOf(votes.map(({ line }) => line)).flatMap(({ kind, lines }, at): TableRow[] => [
    { kind: 'part', cells: [`${roman(at + 1)}. ${recipientWords[kind].toLocaleUpperCase('vi')}`] },
    ...lines.flatMap((line, index): TableRow[] => {
      const vote = byId.get(line.id);
      if (vote === undefined) return [];
      const points = line.points === null ? '' : ` (${formatPoints(line.points)} điểm)`;
      return [
        {
          kind: 'line',
          cells: [
            String(index + 1),
            `${line.name}${points}`,
            formatNumber(vote.agree),
            formatNumber(vote.disagree),
            formatNumber(vote.abstain),
            present === 0 ? '' : formatPercent(vote.agree, present),
            vote.passed ? 'Thông qua' : 'Không thông qua',
          ],
        },
      ];
    }),
  ]);
};

/** `present`: how many might vote. */
export const voteTable = (votes: readonly Vote[], present: number): Block => ({
  kind: 'table',
  name: 'Kết quả biểu quyết',
  columns,
  rows: voteRows(votes, present),
});
