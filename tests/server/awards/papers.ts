/** Records of awards as an office writes them. */
import type { Desk } from './desk.ts';

type Value = { id: string } & Record<string, unknown>;

export const SALARY = 2_340_000;

export const step = (to: string, more: object = {}): object => ({ to, at: 1, ...more });

export function nominee({ newId, campaignId }: Desk, name: string, more: object = {}): Value {
  return {
    id: newId(),
    campaignId,
    track: 'movement',
    recipient: { kind: 'individual', name, position: 'Xóm Đình 6' },
    ground: { kind: 'nomination', by: 'Xóm Đình 6', reason: 'Hướng dẫn bà con' },
    achievement: 'Hướng dẫn bà con làm thủ tục trên mạng',
    summary: '',
    upward: false,
    namedPublicly: false,
    course: [step('submitted')],
    ...more,
  };
}

export const noticeOn = ({ newId, campaignId }: Desk, awards: string[], more: object = {}): Value => ({
  id: newId(),
  campaignId,
  from: '2025-12-01',
  until: '2025-12-08',
  places: 'Nhà văn hóa xóm',
  awards,
  objections: [],
  ...more,
});

export const meetingOn = (
  { newId, campaignId }: Desk,
  date: string,
  votes: { awardId: string; agree: number }[],
): Value => ({
  id: newId(),
  campaignId,
  date,
  begins: '08:00',
  place: 'Phòng họp',
  chair: 'Trần Văn Sơn',
  secretary: 'Lê Thị Lan',
  members: ['Sơn', 'Lan', 'Hải'].map((name, at) => ({ id: newId(), name, title: '', present: at < 2 })),
  votes: votes.map((vote) => ({ disagree: 0, abstain: 0, ...vote })),
  conclusion: '',
});

export const letterOn = ({ newId, campaignId }: Desk, awards: string[]): Value => ({
  id: newId(),
  campaignId,
  number: '05',
  date: '2025-12-10',
  issuer: 'VP',
  awards,
  freezes: [],
});

export const decisionOn = (
  { newId, campaignId }: Desk,
  letterId: string,
  amounts: Record<string, number>,
): Value => ({
  id: newId(),
  campaignId,
  letterId,
  state: 'prepared',
  number: '112',
  date: '2025-12-12',
  signer: { title: 'CHỦ TỊCH', onBehalf: '', name: 'Trần Văn Sơn' },
  baseSalary: SALARY,
  fund: 'Quỹ khen thưởng',
  awards: Object.entries(amounts).map(([awardId, amount]) => ({ awardId, amount })),
  total: Object.values(amounts).reduce((sum, amount) => sum + amount, 0),
});
