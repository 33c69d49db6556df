import { expect, test } from 'vitest';
import { baseSalaryOn, bonusOf, totalOf } from '#domain/awards/bonus.ts';
import { doubleOf } from '#domain/awards/double.ts';
import { isNoticeOver, noticeUntil, objectionsTo } from '#domain/awards/notice.ts';
import { quotaLeft } from '#domain/awards/quota.ts';
import { defaultAwardRules, eligibilityOf, shortlistFrom } from '#domain/awards/rules.ts';
import type { AwardFacts, FreezeFacts } from '#domain/awards/types.ts';
import { isPassed, quorumOf } from '#domain/awards/votes.ts';
import { movesFrom, pathOf, startsOf, type AwardState } from '#domain/awards/workflow.ts';

const rules = defaultAwardRules;
const people = (present: number, members: number) => ({
  members: Array.from({ length: members }, (_, at) => ({ present: at < present })),
});

test('two thirds of the council must be there, whatever its size, and more than half of those in favour', () => {
  for (let members = 1; members <= 60; members += 1)
    expect([members, quorumOf(people(0, members), rules).needed]).toEqual([
      members,
      Math.ceil((2 * members) / 3),
    ]);
  expect(quorumOf(people(6, 9), rules)).toEqual({ members: 9, present: 6, needed: 6, isMet: true });
  expect(quorumOf(people(0, 9), { quorum: 0 }).isMet).toBe(false);
  const votes = (agree: number, disagree: number) => ({ agree, disagree, abstain: 0 });
  expect(isPassed(votes(3, 3), 6, rules)).toBe(false);
  expect(isPassed(votes(4, 2), 6, rules)).toBe(true);
  expect(isPassed(votes(4, 0), 8, rules)).toBe(false);
  // More hands than people.
  expect(isPassed(votes(7, 0), 6, rules)).toBe(false);
});

test('a bonus is part of the base salary of its day, in whole đồng, half a đồng up', () => {
  const dated = {
    ...rules,
    baseSalaries: [
      { from: '2026-07-01', amount: 2_530_000, source: '' },
      { from: '2024-07-01', amount: 2_340_000, source: '' },
    ],
  };
  const of = (day: string) =>
    (['individual', 'household', 'collective'] as const).map((kind) => bonusOf(kind, dated, day));
  expect(of('2025-12-01')).toEqual([702_000, 1_053_000, 1_404_000]);
  expect(of('2026-06-30')).toEqual([702_000, 1_053_000, 1_404_000]);
  expect(of('2026-07-01')).toEqual([759_000, 1_138_500, 1_518_000]);
  expect(of('2024-06-30')).toEqual([null, null, null]);
  expect(baseSalaryOn(dated, '2026-07-01')?.amount).toBe(2_530_000);
  const odd = { ...rules, baseSalaries: [{ from: '2024-07-01', amount: 999_999_999_995, source: '' }] };
  expect(bonusOf('individual', odd, '2025-01-01')).toBe(299_999_999_999);
  expect(
    totalOf({
      awards: [
        { awardId: 'a', amount: 702_000 },
        { awardId: 'b', amount: 1_053_000 },
      ],
    }),
  ).toBe(1_755_000);
});

test('a notice hangs five working days after the day it was hung out, whole, and objections are counted by name', () => {
  // A Friday: the weekend is no work.
  expect(noticeUntil('2025-12-05', 5)).toBe('2025-12-12');
  expect(noticeUntil('2025-12-01', 5)).toBe('2025-12-08');
  expect(noticeUntil('2025-12-31', 1)).toBe('2026-01-01');
  expect(noticeUntil('2025-12-06', 0)).toBe('2025-12-06');
  expect(['2025-12-08', '2025-12-09'].map((day) => isNoticeOver({ until: '2025-12-08' }, day))).toEqual([
    false,
    true,
  ]);
  const objections = [
    { awardId: 'a', outcome: 'dismissed' as const },
    { awardId: 'a', outcome: 'open' as const },
    { awardId: 'b', outcome: 'upheld' as const },
  ];
  expect(['a', 'b', 'c'].map((id) => objectionsTo({ objections }, id))).toEqual(['open', 'upheld', 'none']);
});

const ranked = (...ranks: (number | undefined)[]): Pick<FreezeFacts, 'group' | 'results' | 'inputs'> => ({
  group: 'hamlet',
  inputs: ranks.map((_, at) => ({ subjectId: `s${at}`, onTime: at !== 1 })),
  results: ranks.map((rank, at) => ({
    subjectId: `s${at}`,
    ...(rank !== undefined && { rank }),
    normalised: 9000 - at * 500,
    grade: at < 3 ? 'A' : 'B',
  })),
});
const idsOf = (list: readonly { subjectId: string }[]) => list.map(({ subjectId }) => subjectId).join(' ');

test('a shortlist fills its quota by rank and never cuts a tie at the edge', () => {
  const of = (room: number | undefined, ...ranks: (number | undefined)[]) => {
    const { chosen, edge, beyond } = shortlistFrom(ranked(...ranks), rules, { room });
    return [idsOf(chosen), edge && `${edge.rank}: ${idsOf(edge.members)} +${edge.over}`, idsOf(beyond)];
  };
  expect(of(undefined, 1, 2, 3)).toEqual(['s0 s1 s2', null, '']);
  expect(of(2, 1, 2, 3)).toEqual(['s0 s1', null, 's2']);
  expect(of(2, 1, 2, 2, 4)).toEqual(['s0', '2: s1 s2 +1', 's3']);
  expect(of(3, 1, 2, 2, 4)).toEqual(['s0 s1 s2', null, 's3']);
  expect(of(1, 1, 1, 1)).toEqual(['', '1: s0 s1 s2 +2', '']);
  expect(of(0, 1, 2)).toEqual(['', null, 's0 s1']);
  expect(of(5, 1, 2, undefined)).toEqual(['s0 s1', null, '']);
});

test('who may be put forward: ranked, with the points, grade and punctuality the rules ask, each lack said', () => {
  const strict = { leastPoints: 8000, grades: ['A'], onTimeOnly: true };
  const judged = { rank: 1, normalised: 8000, grade: 'A', onTime: true };
  expect(eligibilityOf(judged, strict)).toEqual({ kind: 'eligible' });
  expect(eligibilityOf({ normalised: 7999, onTime: false }, strict)).toEqual({
    kind: 'notEligible',
    why: ['notRanked', 'pointsBelow', 'gradeNotListed', 'late'],
  });
  const { chosen, notEligible } = shortlistFrom(ranked(1, 2, 3, 4), { ...rules, ...strict });
  expect([idsOf(chosen), notEligible.map(({ result, why }) => `${result.subjectId} ${why.join()}`)]).toEqual([
    's0 s2',
    ['s1 late', 's3 pointsBelow,gradeNotListed'],
  ]);
});

const award = (id: string, name: string, more: Partial<AwardFacts> = {}): AwardFacts => ({
  id,
  campaignId: 'c',
  track: 'exceptional',
  recipient: { kind: 'individual', name, position: '' },
  ground: { kind: 'nomination', by: '', reason: '' },
  achievement: 'Cứu người trong lũ',
  course: [{ to: 'submitted', at: 1 }],
  ...more,
});
const ended = (to: AwardState): Partial<AwardFacts> => ({ course: [{ to, at: 1 }] });

test('one achievement, one award: however it is spelled; what ended does not count; what was given above does', () => {
  const held = award('1', 'Bà Nguyễn Thị Hoa');
  const double = (other: AwardFacts) => doubleOf(other, [held])?.kind ?? null;
  expect(double(award('2', 'NGUYEN THI HOA', { achievement: 'cứu người, trong lũ!' }))).toBe('award');
  expect(double(award('2', 'Nguyễn Thị Hoa', { achievement: 'Mở lớp học' }))).toBeNull();
  expect(double(award('2', 'Nguyễn Thị Hòa Bình'))).toBeNull();
  expect(double(award('2', 'Nguyễn Thị Hoa', { campaignId: 'd' }))).toBeNull();
  expect(doubleOf(award('2', 'Nguyễn Thị Hoa'), [{ ...held, ...ended('revoked') }])).toBeNull();
  // A movement is one achievement, whatever words stand for it.
  const [a, b] = ['Mở lớp học', 'Giúp bà con'].map((achievement, at) =>
    award(String(at), 'Lê Văn Ba', { track: 'movement', achievement }),
  );
  expect(a && b && doubleOf(a, [b])).toEqual({ kind: 'award', awardId: '1', why: 'track' });
  const unit = { kind: 'individual' as const, name: 'Lê Văn Ba', position: '', subjectKind: 'unit' as const };
  expect(
    doubleOf(award('2', '', { recipient: { ...unit, subjectId: 'u1' } }), [
      award('3', '', { recipient: { ...unit, subjectId: 'u2' } }),
    ]),
  ).toBeNull();
  const above = { authority: 'Chủ tịch UBND tỉnh', form: 'Bằng khen', number: '1', date: '2025-11-01' };
  expect(doubleOf(award('2', 'Trần Văn Tư', { above }), [])).toEqual({ kind: 'above', above });
});

test('the quota counts who has a place; what is given at once takes none', () => {
  const movement: Partial<AwardFacts> = { track: 'movement' };
  const awards = [
    award('1', 'A', { ...movement, ...ended('verified') }),
    award('2', 'B', { ...movement, ...ended('shortlisted') }),
    award('3', 'C', { ...movement, ...ended('archived') }),
    award('4', 'D', { ...movement, ...ended('rejected') }),
    award('5', 'E', ended('decided')),
  ];
  expect(quotaLeft(awards, { quotas: { individual: 1 } })).toEqual({
    collective: { used: 0 },
    individual: { used: 2, quota: 1, left: -1 },
    household: { used: 0 },
  });
});

test('each kind has its way: hamlets vote on households, đột xuất goes short, and only what may is left out', () => {
  expect(pathOf({ track: 'movement', kind: 'household' })).toContain('villageVote');
  expect(pathOf({ track: 'movement', kind: 'collective' })).not.toContain('villageVote');
  expect(pathOf({ track: 'exceptional', kind: 'household' })).toEqual([
    'draft',
    'submitted',
    'verified',
    'proposed',
    'decided',
    'printed',
    'delivered',
    'archived',
  ]);
  expect([startsOf('ranking', 'movement'), startsOf('ranking', 'exceptional')]).toEqual([
    ['ranked', 'shortlisted'],
    [],
  ]);
  const from = (to: AwardState, track: 'movement' | 'exceptional' = 'movement') =>
    movesFrom(award('1', 'A', { ...ended(to), track })).map(
      ({ to: next, skipped, needsReason }) =>
        `${next}${skipped.length > 0 ? ` -${skipped.join()}` : ''}${needsReason ? ' !' : ''}`,
    );
  expect(from('verified')).toEqual([
    'ranked',
    'shortlisted -ranked !',
    'returned !',
    'withdrawn !',
    'rejected !',
  ]);
  expect(from('returned')).toEqual(['submitted', 'withdrawn !']);
  expect(from('decided')).toEqual([
    'printed',
    'delivered -printed !',
    'archived -printed,delivered !',
    'revoked !',
  ]);
  expect(from('archived')).toEqual(['revoked !']);
  expect(from('rejected')).toEqual([]);
});
