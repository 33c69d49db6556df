/** BIÊN BẢN of the council's session: who was there, what each name was given, what was concluded (`domain.md` §3.4). Pure. */
import { isPassed, quorumOf } from '../awards/votes.ts';
import { formatNumber } from '../vietnamese/format.ts';
import { drafted, heading, type Block, type Signer } from './document.ts';
import { communeOn } from './head.ts';
import { closed, headBlock, linesOf, movementOf, type Maker, type PaperBasis } from './parts.ts';
import type { SourceMeeting } from './sources.ts';
import { villageMeetingOf } from './village-meetings.ts';
import { villageMinutes } from './village-minutes.ts';
import { voteTable, type Vote } from './vote-table.ts';
import { officialCount, officialDate } from './words.ts';

/** "08:30" → "08 giờ 30 phút". */
const hourOf = (time: string): string => {
  const [hour = '', minute = ''] = time.split(':');
  return `${hour} giờ ${minute} phút`;
};

/** The votes of a session with what came of them, whatever their order. */
export function votesOf({ facts }: Pick<PaperBasis, 'facts'>, meeting: SourceMeeting): Vote[] {
  const present = meeting.members.filter((member) => member.present).length;
  return meeting.votes.flatMap((votes) => {
    const [line] = linesOf(facts, [votes.awardId]);
    if (line === undefined) return [];
    const { agree, disagree, abstain } = votes;
    return [{ line, agree, disagree, abstain, passed: isPassed(votes, present, facts.rules) }];
  });
}

const personOf = ({ members }: SourceMeeting, name: string): string => {
  const title = members.find((member) => member.name === name)?.title ?? '';
  return title === '' ? name : `${name}, ${title}`;
};

/** Of the council's session, or of a hamlet's meeting where it is about an award. */
export const minutes: Maker = (basis, aboutId) => {
  const { facts } = basis;
  const village = villageMeetingOf(facts, aboutId);
  if (village !== undefined) return villageMinutes(basis, village);
  const meeting = facts.meetings.find(({ id }) => id === aboutId);
  if (meeting === undefined) return null;
  const { members, present, needed, isMet } = quorumOf({ members: [...meeting.members] }, facts.rules);
  const votes = votesOf(basis, meeting);
  const passed = votes.filter((vote) => vote.passed).length;
  const absent = meeting.members.filter((member) => !member.present);
  const there = meeting.members.filter((member) => member.present);
  const commune = communeOn(facts, meeting.date);
  const council = `Hội đồng Thi đua - Khen thưởng ${commune.name}`;
  const listed = (people: SourceMeeting['members']): string =>
    people.map(({ name, title }) => (title === '' ? name : `${name} (${title})`)).join('; ');
  const signer = (title: string, name: string): Signer => ({ onBehalf: [], title, name });
  const head = headBlock(basis);
  const blocks: Block[] = [
    // Minutes say in their first sentence where and when (Nghị định 30/2020, mẫu 1.9).
    head.kind === 'head' ? { ...head, placeDate: '' } : head,
    {
      kind: 'title',
      type: 'BIÊN BẢN',
      subject: `Họp xét, đề nghị tặng Giấy khen trong ${movementOf(facts)}`,
    },
    drafted(
      'opening',
      `Hồi ${hourOf(meeting.begins)}, ${officialDate(meeting.date)}, tại ${meeting.place}, ${council} tổ chức họp xét, đề nghị khen thưởng.`,
    ),
    heading(1, 'THÀNH PHẦN'),
    drafted('chair', `Chủ tọa: ${personOf(meeting, meeting.chair)}.`),
    drafted('secretary', `Thư ký: ${personOf(meeting, meeting.secretary)}.`),
    drafted(
      'present',
      `Có mặt ${formatNumber(present)}/${formatNumber(members)} thành viên Hội đồng: ${listed(there)}.${absent.length === 0 ? '' : ` Vắng mặt ${formatNumber(absent.length)} thành viên: ${listed(absent)}.`} Số thành viên cần có mặt là ${formatNumber(needed)}; cuộc họp ${isMet ? 'đủ' : 'không đủ'} điều kiện tiến hành.`,
    ),
    heading(1, 'NỘI DUNG'),
    drafted(
      'criteria',
      `Hội đồng nghe thường trực phong trào báo cáo kết quả thẩm định, xếp hạng; đối chiếu tiêu chuẩn khen thưởng theo Luật Thi đua, khen thưởng; trao đổi và biểu quyết đối với ${officialCount(votes.length)} trường hợp được đề nghị.`,
    ),
    heading(1, 'KẾT QUẢ BIỂU QUYẾT'),
    ...(votes.length === 0 ? [] : [voteTable(votes, present)]),
    heading(1, 'KẾT LUẬN'),
    drafted(
      'conclusion',
      `Hội đồng thông qua ${officialCount(passed)}/${officialCount(votes.length)} trường hợp đề nghị tặng Giấy khen.${meeting.conclusion === '' ? '' : ` ${meeting.conclusion}`}`,
    ),
    drafted(
      'closing',
      closed(
        `Cuộc họp kết thúc ${meeting.ends === undefined ? 'cùng ngày' : `hồi ${hourOf(meeting.ends)} cùng ngày`}; biên bản đã được đọc lại, các thành viên dự họp nhất trí`,
      ),
    ),
    {
      kind: 'signatures',
      left: signer('THƯ KÝ', meeting.secretary),
      right: signer('CHỦ TỌA', meeting.chair),
    },
  ];
  return {
    kind: 'minutes',
    title: 'Biên bản họp Hội đồng Thi đua - Khen thưởng',
    sections: [{ orientation: 'portrait', blocks }],
  };
};
