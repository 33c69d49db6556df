/** TỜ TRÌNH: who is put forward to the chairman, on what it rests and what it costs (`domain.md` §3.4, §4.2). Pure. */
import { formatNumber, formatPoints } from '../vietnamese/format.ts';
import { listSection } from './award-list.ts';
import { countAwards } from './award-lines.ts';
import { drafted, heading, type Block } from './document.ts';
import { listedLetter } from './listed.ts';
import {
  basesBlocks,
  closed,
  countsPhrase,
  fundOf,
  headBlock,
  movementOf,
  peopleOf,
  recipientWords,
  shareOf,
  signatureBlock,
  totalOn,
  type Maker,
  type PaperBasis,
} from './parts.ts';
import { money, moneyInWords, shortDate } from './words.ts';
import { issuerWords } from './head.ts';

/** How many took part, and what thẩm định found: the same figures as the report. */
export function participation({ sums, hamlets }: PaperBasis['facts']): string {
  const took = [
    shareOf(sums.hamlet.sent, sums.hamlet.total, 'xóm'),
    shareOf(sums.household.sent, sums.household.total, 'hộ gia đình'),
    shareOf(sums.unit.sent, sums.unit.total, 'cơ quan, đơn vị'),
  ];
  const average =
    hamlets === null || hamlets.lines.length === 0
      ? ''
      : ` Điểm thẩm định bình quân của ${formatNumber(hamlets.lines.length)} xóm là ${formatPoints(hamlets.average)} điểm.`;
  return `Phong trào có ${took.slice(0, -1).join(', ')} và ${took.at(-1) ?? ''} gửi phiếu tự đánh giá về xã.${average}`;
}

/** Which sessions of the council spoke of these names. */
const meetingsOn = ({ meetings }: PaperBasis['facts'], ids: readonly string[]): string => {
  const dates = meetings
    .filter(({ votes }) => votes.some(({ awardId }) => ids.includes(awardId)))
    .map(({ date }) => date)
    .sort();
  return dates.length === 0
    ? ''
    : ` và Biên bản họp Hội đồng Thi đua - Khen thưởng xã ngày ${dates.map(shortDate).join(', ngày ')}`;
};

export const submissionLetter: Maker = (basis, aboutId) => {
  const { facts } = basis;
  const letter = facts.letters.find(({ id }) => id === aboutId);
  if (letter === undefined) return null;
  const listed = listedLetter(facts, letter);
  const { lines } = listed;
  const count = countAwards(lines);
  const total = totalOn(facts, lines, letter.date);
  const people = peopleOf(basis);
  const movement = movementOf(facts);
  const kinds = (['collective', 'individual', 'household'] as const)
    .filter((kind) => count[kind] > 0)
    .map((kind) => recipientWords[kind])
    .join(', ');
  const upward = lines.filter((line) => line.upward).length;
  const own = issuerWords(letter.issuer);
  const blocks: Block[] = [
    headBlock(basis),
    {
      kind: 'title',
      type: 'TỜ TRÌNH',
      subject: `Về việc đề nghị tặng Giấy khen cho các ${kinds} có thành tích trong ${movement}`,
    },
    {
      kind: 'letterTo',
      to: own === null ? [`Chủ tịch ${people}`, 'Hội đồng Thi đua - Khen thưởng xã'] : [`Chủ tịch ${people}`],
    },
    ...basesBlocks(basis),
    drafted(
      'grounds',
      `Căn cứ kết quả thẩm định, xếp hạng ${movement}${meetingsOn(facts, letter.awards)}, ${own ?? people} báo cáo và đề nghị như sau:`,
    ),
    heading(2, 'Kết quả tham gia phong trào'),
    drafted('participation', participation(facts)),
    heading(2, 'Nội dung đề nghị'),
    drafted(
      'proposal',
      `Đề nghị Chủ tịch ${people} xem xét, quyết định tặng Giấy khen cho ${countsPhrase(count)} đã có thành tích trong ${movement} (có danh sách kèm theo).`,
    ),
    ...(total === null
      ? []
      : [
          drafted(
            'money',
            `Tổng số tiền thưởng đề nghị là ${money(total)} (bằng chữ: ${moneyInWords(total)}), trích từ ${fundOf(facts.rules.fund)}.`,
          ),
        ]),
    ...(upward === 0
      ? []
      : [
          drafted(
            'upward',
            `Trong đó, có ${formatNumber(upward)} trường hợp đề nghị trình cấp có thẩm quyền xem xét khen thưởng theo quy định.`,
          ),
        ]),
    drafted(
      'attached',
      'Hồ sơ kèm theo gồm: danh sách đề nghị khen thưởng; báo cáo thành tích; biên bản họp xét khen thưởng.',
    ),
    drafted('closing', closed(`Kính trình Chủ tịch ${people} xem xét, quyết định`)),
    signatureBlock(basis),
  ];
  return {
    kind: 'submissionLetter',
    title: 'Tờ trình đề nghị tặng Giấy khen',
    sections: [{ orientation: 'portrait', blocks }, listSection(basis, listed, 'Phụ lục')],
  };
};
