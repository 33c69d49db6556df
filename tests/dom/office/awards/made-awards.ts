/** What an office holds before awards: two frozen groups, families, posts; and a commune that takes what is sealed. */
import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { checkMove } from '#domain/awards/check-move.ts';
import type { AwardMistake } from '#domain/awards/mistakes.ts';
import { defaultAwardRules } from '#domain/awards/rules.ts';
import { isRecordEntity, recordSchemas, type RecordEntity } from '#protocol/entities.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { CAMPAIGN_ID, HAMLET_ID, householdId, householdRow } from '../../hamlet/made-rows.ts';
import type { OpenedSubject } from '../../hamlet/open-subject.tsx';
import { hamletId } from '../ranking/made-hamlets.ts';

const id = (n: number): string => `0198c1f0-0000-7000-8a00-${String(n).padStart(12, '0')}`;
export const FAMILIES = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường'];
export const HAMLETS = ['Bình Xuân', 'Đình 6', 'Đầm Mụ'];

/** A row of the office's scope, as its schema has it. */
const office = (entity: RecordEntity, value: unknown, rev = 1): PulledRow => {
  const read = recordSchemas[entity].parse(value);
  return { scope: 'office', entity, id: read.id, rev, value: read };
};

const freeze = (
  n: number,
  group: string,
  results: { subjectId: string; rank: number; normalised: number }[],
) =>
  office('rankingFreeze', {
    id: id(n),
    campaignId: CAMPAIGN_ID,
    group,
    frozenAt: Date.parse('2025-11-20T03:00:00.000Z'),
    ties: [],
    inputs: results.map(({ subjectId }, at) => ({
      subjectId,
      submission: id(n * 100 + at),
      digest: 'A'.repeat(43),
      criteriaSet: group === 'hamlet' ? 'hamlet@1' : 'household@1',
      points: {},
      onTime: true,
    })),
    results,
    sha256: 'A'.repeat(43),
  });

/** Three hamlets of which two share a rank, three families; two places for each kind. */
export const awardRows = (): PulledRow[] => [
  ...HAMLETS.map((name, at) =>
    office('hamlet', { id: hamletId(at + 1), name, order: at + 10, validFrom: '2020-01-01' }),
  ),
  ...FAMILIES.map((name, at) => ({ ...householdRow(at + 50, name), scope: 'office' as const })),
  freeze(1, 'hamlet', [
    { subjectId: hamletId(1), rank: 1, normalised: 9300 },
    { subjectId: hamletId(2), rank: 2, normalised: 9100 },
    { subjectId: hamletId(3), rank: 2, normalised: 9100 },
  ]),
  freeze(
    2,
    `household:${HAMLET_ID}`,
    FAMILIES.map((_, at) => ({ subjectId: householdId(at + 50), rank: at + 1, normalised: 9000 - at })),
  ),
  office('awardRules', {
    id: id(3),
    campaignId: CAMPAIGN_ID,
    ...defaultAwardRules,
    quotas: { collective: 2, household: 2 },
  }),
  ...['Lê Thị Hà', 'Phạm Văn Hải', 'Đỗ Thị Nga'].map((personName, at) =>
    office('position', { id: id(10 + at), title: 'Ủy viên', personName, validFrom: '2020-01-01' }),
  ),
];

/** Two families hung out for objections; one of them said yes to being named. */
export function noticeRows(): { id: string; rows: PulledRow[] } {
  const awards = [0, 1].map((at) =>
    office('award', {
      id: id(20 + at),
      campaignId: CAMPAIGN_ID,
      track: 'movement',
      recipient: {
        kind: 'household',
        name: `Hộ gia đình ${FAMILIES[at] ?? ''}`,
        position: 'Xóm Chùa 9',
        subjectKind: 'household',
        subjectId: householdId(at + 50),
      },
      ground: { kind: 'ranking', freezeId: id(2), rank: at + 1, normalised: 9000 - at },
      achievement: 'Đã có thành tích trong phong trào thi đua',
      summary: '',
      upward: false,
      namedPublicly: at === 0,
      course: [
        { to: 'shortlisted', at: 1 },
        { to: 'publicNotice', at: 2, skipped: ['villageVote'], reason: 'gấp' },
      ],
      noticeId: id(30),
    }),
  );
  const notice = office('awardNotice', {
    id: id(30),
    campaignId: CAMPAIGN_ID,
    from: '2025-11-01',
    until: '2025-11-08',
    places: 'Nhà văn hóa',
    awards: [id(20), id(21)],
    objections: [],
  });
  return { id: id(30), rows: [...awards, notice] };
}

/** A nomination put to the chair: one person, his letter, and the decision somebody else prepared. */
export const decisionRows = (): PulledRow[] => [
  office('award', {
    id: id(40),
    campaignId: CAMPAIGN_ID,
    track: 'exceptional',
    recipient: { kind: 'individual', name: 'Bà Lý Thị Hoa', position: 'Tổ công nghệ số' },
    ground: { kind: 'nomination', by: 'Xóm Chùa 9', reason: 'Dạy 62 người cao tuổi dùng VNeID' },
    achievement: 'Đã có thành tích đột xuất',
    summary: '',
    upward: false,
    namedPublicly: true,
    course: [
      { to: 'submitted', at: 1 },
      { to: 'verified', at: 2 },
      { to: 'proposed', at: 3 },
    ],
    letterId: id(41),
  }),
  office('submissionLetter', {
    id: id(41),
    campaignId: CAMPAIGN_ID,
    number: '05',
    date: '2025-11-20',
    issuer: 'HĐTĐKT',
    awards: [id(40)],
    freezes: [],
  }),
  office('awardDecision', {
    id: id(42),
    campaignId: CAMPAIGN_ID,
    letterId: id(41),
    state: 'prepared',
    number: '125',
    date: '2025-11-21',
    signer: { title: 'Chủ tịch', onBehalf: 'TM. ỦY BAN NHÂN DÂN', name: 'Nguyễn Văn Ký' },
    baseSalary: 2_340_000,
    fund: 'Quỹ thi đua, khen thưởng',
    awards: [{ awardId: id(40), amount: 702_000 }],
    total: 702_000,
  }),
];

/** What the commune holds of awards, by entity and id. */
class Held {
  readonly #values = new Map<string, Map<string, unknown>>();

  put({ entity, id: key, value }: PulledRow): void {
    const known = this.#values.get(entity) ?? new Map<string, unknown>();
    this.#values.set(entity, known.set(key, value));
  }

  #of(entity: RecordEntity): unknown[] {
    return [...(this.#values.get(entity)?.values() ?? [])];
  }

  /** By the domain's own rule, against all that is there; null = nothing is wrong with it. */
  mistake(value: unknown): AwardMistake | null {
    const award = recordSchemas.award.parse(value);
    const awards = this.#of('award').map((each) => recordSchemas.award.parse(each));
    const rules = recordSchemas.awardRules.parse(this.#of('awardRules')[0]);
    return checkMove(awards.find((each) => each.id === award.id) ?? null, award, {
      today: '2030-01-01',
      rules,
      others: awards,
      freezes: this.#of('rankingFreeze').map((each) => recordSchemas.rankingFreeze.parse(each)),
      notices: this.#of('awardNotice').map((each) => recordSchemas.awardNotice.parse(each)),
      meetings: this.#of('councilMeeting').map((each) => recordSchemas.councilMeeting.parse(each)),
      letters: this.#of('submissionLetter').map((each) => recordSchemas.submissionLetter.parse(each)),
      decisions: this.#of('awardDecision').map((each) => recordSchemas.awardDecision.parse(each)),
    });
  }
}

/** Takes all that was sealed since the last time, each award by the domain's rule, and shows it. */
export function communeOf({ workspace, settle }: OpenedSubject, rows: readonly PulledRow[]) {
  const held = new Held();
  for (const row of rows) held.put(row);
  let taken = 0;
  let rev = 100;
  return async (): Promise<void> => {
    const sealed = await waitFor(
      async () => {
        const waiting = (await workspace.outbox()).filter(({ seq }) => seq > taken);
        expect(waiting.length).toBeGreaterThan(0);
        return waiting;
      },
      { timeout: 20_000 },
    );
    const shown = sealed.map((row): PulledRow => {
      const operation = operationIn(row);
      if (operation?.kind !== 'record.put' || !isRecordEntity(operation.args.entity))
        throw new Error(row.kind);
      const { entity, value } = operation.args;
      if (entity === 'award') expect(held.mistake(value)).toBeNull();
      rev += 1;
      const put = office(entity, value, rev);
      held.put(put);
      return put;
    });
    const firstSeq = taken + 1;
    taken += sealed.length;
    const results = sealed.map(() => ({ verdict: 'applied' as const }));
    await settle({ firstSeq, lastSeq: taken, results, rows: shown });
  };
}
