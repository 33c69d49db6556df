/** A decision on three awards, as the office's replica holds them. */
import type { Award, AwardDecision } from '#protocol/award-records.ts';
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { CAMPAIGN_ID } from '../../hamlet/made-rows.ts';

export const idOf = (n: number): string => `0198c1f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const DECISION_ID = idOf(900);

const row = <Entity extends RowEntity>(entity: Entity, id: string, value: RowValue<Entity>): PulledRow => ({
  scope: 'office',
  entity,
  id,
  rev: 5,
  value,
});

export const award = (n: number, name: string, over: Partial<Award> = {}): Award => ({
  id: idOf(n),
  campaignId: CAMPAIGN_ID,
  track: 'movement',
  recipient: { kind: 'household', name, position: 'Xóm Chùa 9' },
  ground: { kind: 'nomination', by: 'Trưởng xóm', reason: 'Tiêu biểu' },
  achievement: 'Đã có thành tích trong phong trào thi đua',
  summary: '',
  upward: false,
  namedPublicly: false,
  course: [{ to: 'decided', at: 1 }],
  decisionId: DECISION_ID,
  ...over,
});

export const awards: readonly Award[] = [
  award(1, 'Hộ ông Nguyễn Văn Ân'),
  award(2, '=Xóm Đình 6', {
    recipient: { kind: 'collective', name: '=Xóm Đình 6', position: '' },
    ground: { kind: 'ranking', freezeId: idOf(80), rank: 1, normalised: 9150 },
    upward: true,
  }),
  award(3, 'Hộ bà Trần Thị Ánh', {
    course: [
      { to: 'decided', at: 1 },
      { to: 'revoked', at: 2, reason: 'Kê khai sai' },
    ],
  }),
];

export const decision = (over: Partial<AwardDecision> = {}): AwardDecision => ({
  id: DECISION_ID,
  campaignId: CAMPAIGN_ID,
  state: 'approved',
  number: '125',
  date: '2025-11-20',
  signer: { title: 'CHỦ TỊCH', onBehalf: 'TM. ỦY BAN NHÂN DÂN', name: 'Vũ Văn Đông' },
  baseSalary: 2_340_000,
  fund: '',
  awards: [
    { awardId: idOf(1), amount: 1_053_000 },
    { awardId: idOf(2), amount: 1_404_000 },
    { awardId: idOf(3), amount: 1_053_000 },
  ],
  total: 3_510_000,
  ...over,
});

export const awardRows = (over: Partial<AwardDecision> = {}): PulledRow[] => [
  ...awards.map((value) => row('award', value.id, value)),
  row('awardDecision', DECISION_ID, decision(over)),
];
