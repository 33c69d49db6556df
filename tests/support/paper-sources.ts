/** An invented commune at the end of its campaign, for the papers: frozen rankings, forty awards, a session, a decision. */
import { defaultAwardRules } from '#domain/awards/rules.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import type { PaperSources, SourceAward, SourceFreeze } from '#domain/papers/sources.ts';
import { freezeOf } from '#domain/ranking/freeze.ts';
import { kindSum, type ReportedForm } from '#domain/report/kind-sums.ts';
import { campaignRecord, hamletNames } from '#server/seed/commune-data.ts';
import { createDice, type Dice } from '#server/seed/dice.ts';

export const sets = new Map(defaultCriteriaSets().map((set) => [`${set.id}@${set.version}`, set]));
export const CAMPAIGN = '0198c1f0-0000-7000-8000-0000000000c1';
export const idOf = (kind: number, index: number): string =>
  `0198c1f0-0000-7000-8${String(kind).padStart(3, '0')}-${String(index).padStart(12, '0')}`;

const setNamed = (ref: string): CriteriaSet => {
  const set = sets.get(ref);
  if (set === undefined) throw new Error(`no set ${ref}`);
  return set;
};

function frozen(
  group: string,
  ref: string,
  subjects: readonly string[],
  dice: Dice,
  id: string,
): SourceFreeze {
  const set = setNamed(ref);
  const inputs = subjects.map((subjectId) => ({
    subjectId,
    submission: subjectId,
    digest: '0',
    criteriaSet: ref,
    points: Object.fromEntries(
      criteriaOf(set).flatMap(({ id: criterion, maxPoints }) =>
        dice.happens(4) ? [] : [[criterion, Math.floor((maxPoints * (40 + dice.roll(61))) / 100)] as const],
      ),
    ),
    onTime: true,
  }));
  const made = freezeOf({ group, ties: [], inputs }, sets);
  if (made === null) throw new Error('no such set');
  return { id, frozenAt: 1, ...made };
}

const formOf = (dice: Dice): ReportedForm => ({
  points: dice.roll(10_001),
  grade: null,
  verified: dice.happens(80),
  onTime: dice.happens(90),
  returned: false,
  sentAgain: false,
  pillars: {
    nenTang: { earned: 1, applicableMax: 2 },
    chinhQuyenSo: { earned: 1, applicableMax: 2 },
    kinhTeSo: { earned: 1, applicableMax: 2 },
    xaHoiSo: { earned: 1, applicableMax: 2 },
  },
});

const award = (id: string, over: Partial<SourceAward>): SourceAward => ({
  id,
  track: 'movement',
  recipient: { kind: 'collective', name: '', position: '' },
  ground: { kind: 'nomination', by: 'Hội Nông dân xã', reason: 'Có cách làm mới.' },
  achievement: 'Đã có thành tích trong phong trào thi đua “Đẩy mạnh chương trình chuyển đổi số” năm 2025',
  summary: 'Vận động 85 hộ cài đặt định danh điện tử, hướng dẫn 40 buổi tại nhà văn hóa.',
  upward: false,
  course: [{ to: 'decided' }],
  ...over,
});

const given = ['An', 'Ánh', 'Ân', 'Dung', 'Dũng', 'Đạt', 'Hải', 'Hùng', 'Minh', 'Uy', 'Ước'] as const;

export interface MadeOptions {
  seed?: number;
  collectives?: number;
  individuals?: number;
  households?: number;
}

export function madeSources({
  seed = 7,
  collectives = 12,
  individuals = 8,
  households = 20,
}: MadeOptions = {}): PaperSources {
  const dice = createDice(seed);
  const hamletIds = hamletNames.map((_, at) => idOf(1, at));
  const unitIds = [0, 1, 2].map((at) => idOf(2, at));
  const hamletFreeze = frozen('hamlet', 'hamlet@1', hamletIds.slice(0, 17), dice, idOf(3, 1));
  const unitFreeze = frozen('unit:TH', 'unit-TH@1', unitIds, dice, idOf(3, 2));
  const names = new Map([
    ...hamletNames.map((name, at) => [idOf(1, at), `Xóm ${name}`] as const),
    ...['Trường Mầm non', 'Trường Tiểu học', 'Trường Trung học cơ sở'].map(
      (name, at) => [idOf(2, at), `${name} Bình Thuận`] as const,
    ),
  ]);
  const awards: SourceAward[] = [
    ...hamletFreeze.results.slice(0, collectives).map(({ subjectId, rank = 1, normalised, grade }, at) =>
      award(idOf(4, at), {
        recipient: {
          kind: 'collective',
          name: names.get(subjectId) ?? '',
          position: 'xã Bình Thuận',
          subjectKind: 'hamlet',
          subjectId,
        },
        ground: { kind: 'ranking', freezeId: hamletFreeze.id, rank, normalised, grade },
        upward: at === 0,
      }),
    ),
    ...Array.from({ length: individuals }, (_, at) =>
      award(idOf(5, at), {
        track: at === 0 ? 'exceptional' : 'movement',
        recipient: {
          kind: 'individual',
          name: `Bà Nguyễn Thị ${given[at % given.length] ?? ''}`,
          position: 'Giáo viên Trường Tiểu học Bình Thuận',
        },
      }),
    ),
    ...Array.from({ length: households }, (_, at) =>
      award(idOf(6, at), {
        recipient: {
          kind: 'household',
          name: `Hộ ông Trần Văn ${given[at % given.length] ?? ''}`,
          position: `Xóm ${hamletNames[at % hamletNames.length] ?? ''}`,
          subjectKind: 'household',
          subjectId: idOf(7, at),
        },
        villageVote: {
          date: '2025-11-12',
          place: `Nhà văn hóa xóm ${hamletNames[at % hamletNames.length] ?? ''}`,
          chair: 'Hoàng Văn Bình',
          secretary: 'Đỗ Thị Ước',
          households: 60,
          votes: { agree: 55, disagree: 3, abstain: 2 },
        },
      }),
    ),
  ];
  const ids = awards.map(({ id }) => id);
  const amounts = { collective: 1_404_000, individual: 702_000, household: 1_053_000 };
  const decided = awards.map(({ id, recipient }) => ({ awardId: id, amount: amounts[recipient.kind] }));
  const signer = { title: 'CHỦ TỊCH', onBehalf: 'TM. ỦY BAN NHÂN DÂN', name: 'Vũ Văn Đông' };
  const campaign = campaignRecord(CAMPAIGN, [...sets.values()]);
  const sum = (sent: number, total: number) =>
    kindSum(
      Array.from({ length: sent }, () => formOf(dice)),
      total,
      [],
    );
  return {
    campaign: { ...campaign, planNumber: '28', planDate: '2025-05-06' },
    commune: {
      name: 'xã Bình Thuận',
      parent: 'huyện Đại Từ, tỉnh Thái Nguyên',
      standingOffice: 'Công chức Văn phòng – Thống kê xã',
    },
    handOvers: [],
    positions: [],
    sums: { hamlet: sum(17, 19), household: sum(1204, 1843), unit: sum(12, 15) },
    work: {
      hamlets: 19,
      training: { lines: 12, people: 486, peopleUnknown: 0, hamletsReached: 17 },
      event: { lines: 5, people: 900, peopleUnknown: 1, hamletsReached: 19 },
      proposal: { lines: 8, people: 0, peopleUnknown: 8, hamletsReached: 6 },
      inspections: { made: 9, planned: 1, differs: 2 },
      broadcasts: { times: 24, minutes: 215 },
      exemplars: { exemplar: 4, goodPractice: 3, published: 5, replications: 2 },
    },
    sets,
    names,
    freezes: [hamletFreeze, unitFreeze],
    awards,
    rules: defaultAwardRules,
    meetings: [
      {
        id: idOf(8, 1),
        date: '2025-11-20',
        begins: '08:00',
        ends: '10:30',
        place: 'Phòng họp Ủy ban nhân dân xã',
        chair: 'Vũ Văn Đông',
        secretary: 'Lê Thị Hoa',
        members: [
          { name: 'Vũ Văn Đông', title: 'Chủ tịch Hội đồng', present: true },
          { name: 'Lê Thị Hoa', title: 'Thư ký', present: true },
          { name: 'Phạm Đức Đạt', title: 'Ủy viên', present: true },
          { name: 'Ma Văn Hải', title: 'Ủy viên', present: true },
          { name: 'Dương Thị Minh', title: 'Ủy viên', present: false },
        ],
        votes: awards.map(({ id }, at) => ({
          awardId: id,
          agree: at % 7 === 6 ? 3 : 4,
          disagree: at % 7 === 6 ? 1 : 0,
          abstain: 0,
        })),
        conclusion: '',
      },
    ],
    letters: [{ id: idOf(9, 1), number: '5', date: '2025-11-21', issuer: 'HĐTĐKT', awards: ids }],
    decisions: [
      {
        id: idOf(10, 1),
        letterId: idOf(9, 1),
        state: 'approved',
        number: '412',
        date: '2025-11-28',
        signer,
        baseSalary: 2_340_000,
        fund: defaultAwardRules.fund,
        awards: decided,
        total: decided.reduce((all, { amount }) => all + amount, 0),
      },
    ],
  };
}
