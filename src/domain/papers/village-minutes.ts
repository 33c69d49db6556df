/** BIÊN BẢN of a hamlet's meeting on the families put forward (`domain.md` §3.3 villageVote, §3.4). Pure. */
import { isPassed } from '../awards/votes.ts';
import { formatNumber } from '../vietnamese/format.ts';
import { drafted, heading, wanted, type PaperDocument } from './document.ts';
import { closed, headBlock, movementOf, type PaperBasis } from './parts.ts';
import type { VillageMeeting } from './village-meetings.ts';
import { voteTable } from './vote-table.ts';
import { capitalised, officialCount, officialDate } from './words.ts';

export function villageMinutes(basis: PaperBasis, meeting: VillageMeeting): PaperDocument {
  const { facts } = basis;
  const { date, place, chair, secretary, households, lines } = meeting;
  const hamlet = meeting.hamlet.replace(/^Xóm\b/, 'xóm');
  const votes = lines.map((line) => {
    const { votes: own } = line.villageVote;
    const { agree, disagree, abstain } = own;
    return { line, agree, disagree, abstain, passed: isPassed(own, households, facts.rules) };
  });
  const passed = votes.filter((vote) => vote.passed).length;
  const head = headBlock(basis);
  const present = `${formatNumber(households)} đại diện hộ gia đình`;
  return {
    kind: 'minutes',
    title: `Biên bản họp ${hamlet}`,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          // A hamlet numbers nothing; its minutes say in their first sentence where and when.
          head.kind === 'head' ? { ...head, number: '', placeDate: '' } : head,
          {
            kind: 'title',
            type: 'BIÊN BẢN',
            subject: `Họp ${hamlet} bình xét hộ gia đình đề nghị tặng Giấy khen trong ${movementOf(facts)}`,
          },
          drafted(
            'opening',
            `${capitalised(officialDate(date))}, tại ${place}, ${hamlet} tổ chức họp bình xét hộ gia đình đề nghị khen thưởng.`,
          ),
          wanted('hours', 'Giờ bắt đầu và giờ kết thúc cuộc họp'),
          heading(1, 'THÀNH PHẦN'),
          drafted('chair', `Chủ trì: ${chair}.`),
          drafted('secretary', `Thư ký: ${secretary}.`),
          drafted('present', `Có mặt ${present}.`),
          heading(1, 'NỘI DUNG'),
          drafted(
            'criteria',
            `Cuộc họp nghe giới thiệu thành tích, trao đổi và biểu quyết đối với ${officialCount(votes.length)} hộ gia đình được đề nghị.`,
          ),
          wanted('opinions', 'Ý kiến phát biểu tại cuộc họp'),
          heading(1, 'KẾT QUẢ BIỂU QUYẾT'),
          voteTable(votes, households),
          heading(1, 'KẾT LUẬN'),
          drafted(
            'conclusion',
            `Cuộc họp thống nhất đề nghị tặng Giấy khen cho ${officialCount(passed)}/${officialCount(votes.length)} hộ gia đình.`,
          ),
          drafted('closing', closed('Biên bản đã được đọc lại, cuộc họp nhất trí')),
          {
            kind: 'signatures',
            left: { onBehalf: [], title: 'THƯ KÝ', name: secretary },
            right: { onBehalf: [], title: 'CHỦ TRÌ', name: chair },
          },
        ],
      },
    ],
  };
}
