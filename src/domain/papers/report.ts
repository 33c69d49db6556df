/**
 * BÁO CÁO of the commune on the year's movement (`domain.md` §4.2): its sentences and its annexes say the same figures,
 * because both are made from the facts. What only a person knows stands as a place for words. Pure.
 */
import type { Pillar } from '../criteria.ts';
import { formatNumber, formatPercent, formatPoints } from '../vietnamese/format.ts';
import { countAwards, totalAmount } from './award-lines.ts';
import { drafted, heading, wanted, type Block } from './document.ts';
import { pillarSum, type PaperFacts } from './facts.ts';
import {
  linesOf,
  closed,
  countsPhrase,
  headBlock,
  movementOf,
  peopleOf,
  planOf,
  signatureBlock,
  shareOf,
  type Maker,
} from './parts.ts';
import { reportAnnexes } from './report-annexes.ts';
import { participation } from './submission-letter.ts';
import { money, moneyInWords, officialCount } from './words.ts';

function leadership({ work }: PaperFacts): string {
  const { training, event, proposal, hamlets } = work;
  const said = [
    ...(training.lines > 0
      ? [
          `tổ chức ${officialCount(training.lines)} buổi tập huấn với ${formatNumber(training.people)} lượt người tham gia, đến ${shareOf(training.hamletsReached, hamlets, 'xóm')}`,
        ]
      : []),
    ...(event.lines > 0
      ? [
          `tổ chức ${officialCount(event.lines)} sự kiện, hoạt động, đến ${shareOf(event.hamletsReached, hamlets, 'xóm')}`,
        ]
      : []),
    ...(proposal.lines > 0 ? [`ghi nhận ${officialCount(proposal.lines)} đề xuất, giải pháp`] : []),
  ];
  return said.length === 0 ? '' : `Trong năm, xã đã ${said.join('; ')}.`;
}

function broadcasts({ work: { broadcasts: told } }: PaperFacts): string {
  return told.times === 0
    ? ''
    : `Đài truyền thanh xã đã phát ${officialCount(told.times)} lượt tin, bài về phong trào, tổng thời lượng ${formatNumber(told.minutes)} phút.`;
}

function checks({ work: { inspections } }: PaperFacts): string {
  return inspections.made === 0
    ? ''
    : `Xã đã kiểm tra, xác minh tại chỗ ${officialCount(inspections.made)} lượt, trong đó ${officialCount(inspections.differs)} lượt có nội dung khác với phiếu tự đánh giá và đã được chấm lại theo thực tế.`;
}

/** Points of one pillar, of the hamlets and of the units, out of what they could have. */
function pillar(facts: PaperFacts, which: Pillar): string {
  const of = (who: string, lines: Parameters<typeof pillarSum>[0]): string[] => {
    const { earned, applicableMax } = pillarSum(lines, which);
    return applicableMax === 0
      ? []
      : [
          `${who} đạt ${formatPoints(earned)}/${formatPoints(applicableMax)} điểm (${formatPercent(earned, applicableMax)})`,
        ];
  };
  const said = [
    ...of('các xóm', facts.hamlets?.lines ?? []),
    ...of(
      'các cơ quan, đơn vị',
      facts.units.flatMap(({ lines }) => lines),
    ),
  ];
  return said.length === 0 ? '' : `Sau thẩm định, ${said.join('; ')}.`;
}

function examples({ work: { exemplars } }: PaperFacts): string {
  const { exemplar, goodPractice, published, replications } = exemplars;
  if (exemplar + goodPractice === 0) return '';
  return `Xã đã phát hiện, xây dựng ${officialCount(exemplar)} điển hình tiên tiến và ${officialCount(goodPractice)} mô hình hay, cách làm mới; công bố ${officialCount(published)}; nhân rộng tại ${officialCount(replications)} nơi.`;
}

function strengths({ hamlets }: PaperFacts): string {
  if (hamlets === null || hamlets.grades.length === 0) return '';
  const grades = hamlets.grades.map(
    ({ name, count }) => `${formatNumber(count)}/${formatNumber(hamlets.lines.length)} xóm xếp loại ${name}`,
  );
  return `Các xóm, đơn vị và hộ gia đình đã tham gia tự giác. Kết quả thẩm định có ${grades.join(', ')}.`;
}

function shortfalls({ sums }: PaperFacts): string {
  const left = [
    [sums.hamlet.total - sums.hamlet.sent, 'xóm'],
    [sums.unit.total - sums.unit.sent, 'cơ quan, đơn vị'],
    [sums.household.total - sums.household.sent, 'hộ gia đình'],
  ] as const;
  const said = left.filter(([n]) => n > 0).map(([n, word]) => `${officialCount(n)} ${word}`);
  return said.length === 0 ? '' : `Còn ${said.join(', ')} chưa gửi phiếu tự đánh giá.`;
}

/** What was decided; or put forward; or nothing yet. Those whose award was revoked are not counted. */
function awards(facts: PaperFacts): string {
  const decided = facts.decisions.filter(({ state }) => state === 'approved');
  const lines = linesOf(facts, [
    ...new Set(decided.flatMap((each) => each.awards.map(({ awardId }) => awardId))),
  ]).filter(({ isOut }) => !isOut);
  const total = totalAmount(lines.map(({ amount }) => amount));
  if (lines.length > 0)
    return `Chủ tịch Ủy ban nhân dân xã đã tặng Giấy khen cho ${countsPhrase(countAwards(lines))}${total === null ? '' : `; tổng số tiền thưởng là ${money(total)} (bằng chữ: ${moneyInWords(total)})`}.`;
  const asked = linesOf(facts, [...new Set(facts.letters.flatMap((letter) => letter.awards))]);
  return asked.length > 0
    ? `Đã trình Chủ tịch Ủy ban nhân dân xã xem xét tặng Giấy khen cho ${countsPhrase(countAwards(asked))}.`
    : 'Việc xét khen thưởng được thực hiện theo đúng tiêu chuẩn, quy trình và thời hạn quy định.';
}

/** Leaves out what no figure speaks of. */
const said = (id: string, text: string): Block[] => (text === '' ? [] : [drafted(id, text)]);

export const report: Maker = (basis) => {
  const { facts } = basis;
  const { campaign } = facts;
  const people = peopleOf(basis);
  const movement = movementOf(facts);
  const plan = planOf(facts, people);
  const blocks: Block[] = [
    headBlock(basis),
    { kind: 'title', type: 'BÁO CÁO', subject: `Kết quả thực hiện ${movement}` },
    drafted('opening', `Thực hiện ${plan} về ${movement}, ${people} báo cáo kết quả như sau:`),
    heading(1, 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN'),
    ...said('leadership', leadership(facts)),
    ...said('broadcasts', broadcasts(facts)),
    ...said('checks', checks(facts)),
    wanted('leadership-own', 'Văn bản đã ban hành, việc chỉ đạo nổi bật'),
    heading(1, 'KẾT QUẢ THỰC HIỆN'),
    heading(2, 'Tham gia phong trào'),
    drafted('participation', participation(facts)),
    heading(2, 'Chính quyền số'),
    ...said('chinhQuyenSo', pillar(facts, 'chinhQuyenSo')),
    wanted('chinhQuyenSo-own', 'Việc làm nổi bật về chính quyền số'),
    heading(2, 'Kinh tế số'),
    ...said('kinhTeSo', pillar(facts, 'kinhTeSo')),
    wanted('kinhTeSo-own', 'Việc làm nổi bật về kinh tế số'),
    heading(2, 'Xã hội số'),
    ...said('xaHoiSo', pillar(facts, 'xaHoiSo')),
    wanted('xaHoiSo-own', 'Việc làm nổi bật về xã hội số'),
    heading(2, 'Nền tảng số và an toàn thông tin'),
    ...said('nenTang', pillar(facts, 'nenTang')),
    wanted('nenTang-own', 'Hạ tầng, nền tảng, bảo đảm an toàn thông tin'),
    heading(2, 'Mô hình, điển hình'),
    ...said('examples', examples(facts)),
    wanted('examples-own', 'Tên và cách làm của mô hình, điển hình'),
    heading(1, 'ĐÁNH GIÁ CHUNG'),
    heading(2, 'Ưu điểm'),
    ...said('strengths', strengths(facts)),
    wanted('strengths-own', 'Ưu điểm khác'),
    heading(2, 'Tồn tại, hạn chế'),
    ...said('shortfalls', shortfalls(facts)),
    wanted('shortfalls-own', 'Tồn tại, hạn chế khác'),
    heading(2, 'Nguyên nhân'),
    wanted('causes', 'Nguyên nhân khách quan, chủ quan'),
    heading(1, 'CÔNG TÁC KHEN THƯỞNG'),
    drafted('awards', awards(facts)),
    heading(1, 'PHƯƠNG HƯỚNG, KIẾN NGHỊ'),
    ...said(
      'plans',
      campaign.theme === ''
        ? ''
        : `Tiếp tục thực hiện chủ đề “${campaign.theme}”; duy trì, nhân rộng các mô hình hay, cách làm mới đến các xóm, cơ quan, đơn vị và hộ gia đình trên địa bàn xã.`,
    ),
    wanted('requests', 'Nhiệm vụ trọng tâm năm tới, kiến nghị với cấp trên'),
    drafted('closing', closed(`Trên đây là báo cáo kết quả thực hiện ${movement}`)),
    signatureBlock(basis),
  ];
  return {
    kind: 'report',
    title: 'Báo cáo kết quả phong trào thi đua',
    sections: [{ orientation: 'portrait', blocks: blocks }, ...reportAnnexes(basis)],
  };
};
