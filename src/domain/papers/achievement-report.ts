/**
 * BÁO CÁO THÀNH TÍCH of one who is put forward, drafted from its own figures (`domain.md` §3.4): a page or two for a
 * collective or a person, half a page for a family. Pure.
 */
import { formatPercent, formatPoints } from '../vietnamese/format.ts';
import type { Total } from '../score.ts';
import type { AwardLine } from './award-lines.ts';
import { drafted, heading, wanted, type Block, type Signer } from './document.ts';
import type { PaperFacts, RankedLine, Ranking } from './facts.ts';
import { communeOn, signerLines } from './head.ts';
import {
  basesBlocks,
  closed,
  headBlock,
  movementOf,
  recipientWords,
  type Maker,
  type PaperBasis,
} from './parts.ts';
import { pillarWords } from './pillar-words.ts';
import { capitalised, shortDate } from './words.ts';

const rankingOf = (facts: PaperFacts, line: AwardLine): Ranking | undefined =>
  [...(facts.hamlets === null ? [] : [facts.hamlets]), ...facts.units, ...facts.families].find(
    ({ freezeId }) => freezeId === line.freezeId,
  );

const pillarPhrase = (line: RankedLine): string =>
  (['nenTang', 'chinhQuyenSo', 'kinhTeSo', 'xaHoiSo'] as const)
    .map((pillar): [string, Total] => [pillarWords[pillar], line.pillars[pillar]])
    .filter(([, { applicableMax }]) => applicableMax > 0)
    .map(
      ([words, { earned, applicableMax }]) =>
        `${words} ${formatPoints(earned)}/${formatPoints(applicableMax)} điểm (${formatPercent(earned, applicableMax)})`,
    )
    .join('; ');

/** Where it came in the ranking it was put forward from. */
function placed(facts: PaperFacts, line: AwardLine): Block[] {
  if (line.points === null || line.rank === null) return [];
  const own = rankingOf(facts, line)?.lines.find(({ subjectId }) => subjectId === line.subjectId);
  const among =
    line.ranked === null ? '' : ` trong ${line.ranked} ${recipientWords[line.kind]} được xếp hạng`;
  const grade = line.grade === '' ? '' : `, xếp loại ${line.grade}`;
  return [
    drafted(
      'placed',
      `Kết quả thẩm định: ${formatPoints(line.points)} điểm, xếp thứ ${line.rank}${among}${grade}.`,
    ),
    ...(own === undefined ? [] : [drafted('pillars', `Điểm theo từng nội dung: ${pillarPhrase(own)}.`)]),
  ];
}

/** What it has been given before, in this program's years; else its author writes it. */
const earlier = (facts: PaperFacts, line: AwardLine): string => {
  const own = facts.decisions
    .filter(({ state }) => state === 'approved')
    .flatMap((decision) =>
      decision.awards.some(({ awardId }) => {
        const other = facts.awards.get(awardId);
        return (
          other !== undefined &&
          other.id !== line.id &&
          other.subjectId !== undefined &&
          other.subjectId === line.subjectId &&
          other.name === line.name
        );
      })
        ? [`Giấy khen theo Quyết định số ${decision.number} ngày ${shortDate(decision.date)}`]
        : [],
    );
  return own.join('; ');
};

/** "Hộ ông Trần Văn B" → "Ông Trần Văn B": the householder, not the family. */
const ownName = ({ name }: AwardLine): string => capitalised(name.replace(/^Hộ\s+/i, ''));

/** A sentence somebody typed, with its full stop. */
const ended = (text: string): string => (/[.!?…”]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const family = (basis: PaperBasis, line: AwardLine): Block[] => {
  const { facts } = basis;
  const vote = line.villageVote;
  const given = earlier(facts, line);
  return [
    drafted('who', `Họ và tên chủ hộ: ${ownName(line)}. Nơi ở: ${line.position}.`),
    drafted('achievement', `Thành tích đề nghị khen thưởng: ${ended(line.achievement)}`),
    line.summary === ''
      ? wanted('summary', 'Việc đã làm và kết quả đạt được')
      : drafted('summary', ended(line.summary)),
    ...placed(facts, line),
    ...(vote === undefined
      ? []
      : [
          drafted(
            'village',
            `Cuộc họp xóm có ${vote.households} hộ dự, ${vote.votes.agree} hộ đồng ý, ${vote.votes.disagree} hộ không đồng ý, ${vote.votes.abstain} hộ không biểu quyết.`,
          ),
        ]),
    ...(given === '' ? [] : [drafted('earlier', `Hình thức khen thưởng đã nhận: ${given}.`)]),
    drafted('closing', closed('Gia đình cam kết nội dung trên là đúng sự thật')),
  ];
};

const inParts = (basis: PaperBasis, line: AwardLine): Block[] => {
  const { facts } = basis;
  const given = earlier(facts, line);
  return [
    heading(1, 'SƠ LƯỢC'),
    drafted('who', `${line.kind === 'collective' ? 'Tên tập thể' : 'Họ và tên'}: ${line.name}.`),
    ...(line.position === ''
      ? []
      : [
          drafted(
            'position',
            `${line.kind === 'collective' ? 'Địa chỉ' : 'Chức vụ, nơi công tác'}: ${line.position}.`,
          ),
        ]),
    wanted('brief', 'Đặc điểm, tình hình: số thành viên, chức năng, nhiệm vụ được giao'),
    heading(1, 'THÀNH TÍCH ĐẠT ĐƯỢC'),
    drafted('achievement', ended(line.achievement)),
    ...placed(facts, line),
    line.summary === ''
      ? wanted('summary', 'Việc đã làm và kết quả đạt được')
      : drafted('summary', ended(line.summary)),
    ...(line.nominatedBy === ''
      ? []
      : [drafted('nominated', `${line.nominatedBy} giới thiệu với lý do: ${ended(line.reason)}`)]),
    heading(1, 'HÌNH THỨC KHEN THƯỞNG ĐÃ NHẬN'),
    drafted('earlier', given === '' ? 'Chưa có trong dữ liệu của các đợt thi đua trước.' : `${given}.`),
    drafted(
      'closing',
      closed(`Trên đây là báo cáo thành tích đề nghị tặng Giấy khen trong ${movementOf(facts)}`),
    ),
  ];
};

/** `aboutId`: the award. */
export const achievementReport: Maker = (basis, aboutId) => {
  const { facts } = basis;
  const line = facts.awards.get(aboutId);
  if (line === undefined) return null;
  const commune = communeOn(facts, basis.date);
  const head = headBlock(basis);
  const blocks: Block[] = [
    // The subject writes it, not the commune: no issuer's number, its own name in the place of one.
    head.kind === 'head' ? { ...head, parent: '', issuer: basis.head.issuer, number: '' } : head,
    {
      kind: 'title',
      type: 'BÁO CÁO THÀNH TÍCH',
      subject: `Đề nghị Chủ tịch Ủy ban nhân dân ${commune.name} tặng Giấy khen`,
    },
    ...(line.kind === 'household' ? family(basis, line) : [...basesBlocks(basis), ...inParts(basis, line)]),
    {
      kind: 'signatures',
      left: {
        onBehalf: [],
        title: line.kind === 'household' ? 'XÁC NHẬN CỦA TRƯỞNG XÓM' : 'XÁC NHẬN CỦA CẤP TRÌNH',
        name: '',
      },
      right: signerLines(basis.head.signer),
    },
  ];
  return {
    kind: 'achievementReport',
    title: `Báo cáo thành tích ${recipientWords[line.kind]} ${line.name}`,
    sections: [{ orientation: 'portrait', blocks }],
  };
};

/** Who writes it, and who signs: the one it is about. */
export function achievementHead(facts: PaperFacts, line: AwardLine): { issuer: string; signer: Signer } {
  const title = { collective: 'ĐẠI DIỆN TẬP THỂ', individual: 'NGƯỜI BÁO CÁO', household: 'CHỦ HỘ' }[
    line.kind
  ];
  const commune = communeOn(facts, '');
  const upper = (text: string): string => text.toLocaleUpperCase('vi');
  const issuer = {
    collective: upper(line.name),
    individual: upper(commune.name),
    household: `${upper(commune.name)}\n${upper(line.position)}`,
  }[line.kind];
  return {
    issuer,
    // A head's own name is not known from the award: written by hand under the line.
    signer: {
      onBehalf: [],
      title,
      name: line.kind === 'individual' ? line.name.replace(/^(Ông|Bà)\s+/, '') : '',
    },
  };
}
