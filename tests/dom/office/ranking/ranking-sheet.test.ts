/** What the officer takes away, and how rows say what is not sure yet. */
import { expect, test } from 'vitest';
import { officerSheet } from '#domain/review/officer-sheet.ts';
import { rankGroup } from '#domain/ranking/rank-group.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import type { GroupView, RankedForm } from '#client/features/office/ranking/group-view.ts';
import { gradeWords } from '#client/features/office/ranking/rank-words.ts';
import { rankingTable } from '#client/features/office/ranking/ranking-sheet.ts';
import { axisOf } from '#client/features/office/ranking/span-cell.tsx';
import { readPoints } from '#client/features/office/ranking/prior-form.tsx';
import { inChainOrder } from '#client/features/office/ranking/own-freezes.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { submissionRowSchema } from '#protocol/judged-rows.ts';
import { boast, hamletId, hamletSet, madeHamlet } from './made-hamlets.ts';

const form = (index: number, name: string, isOpen: boolean): RankedForm => {
  const found = madeHamlet({ index, name }).find(({ entity }) => entity === 'submission');
  const given = isOpen
    ? {}
    : Object.fromEntries(
        hamletSet.groups.flatMap(({ criteria }) =>
          criteria.map(({ id, maxPoints }) => [
            id,
            { points: id === 'A1.1' ? 0 : maxPoints, reasonCode: 'evidence' },
          ]),
        ),
      );
  return {
    subjectId: hamletId(index),
    name,
    submission: submissionRowSchema.parse(found?.value),
    set: hamletSet,
    state: isOpen ? 'underReview' : 'verified',
    isVerified: !isOpen,
    sheet: officerSheet(hamletSet, boast, given),
    onTime: true,
    prior: isOpen ? null : 8215,
    knockOut: undefined,
    families: { sent: 61, total: 97 },
  };
};

const viewOf = (forms: readonly RankedForm[]): GroupView => ({
  group: { id: 'hamlet', kind: 'hamlet' },
  forms: new Map(forms.map((each) => [each.subjectId, each])),
  ranking: rankGroup(forms.map((each) => ({ ...each, knockOut: null }))),
  notSent: [],
  notSentCount: 0,
  verified: forms.filter(({ isVerified }) => isVerified).length,
  decisions: [],
  freezes: [],
  notTaken: [],
});

test('the table taken away has sure ranks as numbers, spans as text, and says that it is provisional', () => {
  const view = viewOf([form(1, '=Đình 7', true), form(2, 'Bình Xuân', false)]);
  const about = {
    title: 'Xếp hạng xóm',
    commune: 'xã Bình Thuận',
    year: 2025,
    now: Date.UTC(2025, 10, 5, 1, 12),
  };
  const { title, columns, rows } = rankingTable(view, about);
  expect(title).toEqual([
    'Xếp hạng xóm, xã Bình Thuận',
    'Lập lúc 08:12 ngày 05/11/2025 trên máy của văn phòng xã. Hạng tạm tính, chưa công bố.',
  ]);
  expect(rows.map((row) => row.length)).toEqual([columns.length, columns.length]);
  const [open = [], sure = []] = rows;
  expect(open.slice(0, 2)).toEqual([
    { kind: 'text', value: '1–2' },
    { kind: 'text', value: '=Đình 7' },
  ]);
  expect(sure.slice(0, 4)).toEqual([
    { kind: 'text', value: '1–2' },
    { kind: 'text', value: 'Bình Xuân' },
    { kind: 'points', value: 9600 },
    { kind: 'points', value: 9600 },
  ]);
  const alone = rankingTable(viewOf([form(2, 'Bình Xuân', false)]), about);
  expect(alone.rows[0]?.[0]).toEqual({ kind: 'number', value: 1 });
  expect(alone.title[1]).toBe('Lập lúc 08:12 ngày 05/11/2025 trên máy của văn phòng xã');
});

test('a family’s lowest grade is nobody’s to read', () => {
  const set = defaultHouseholdSet();
  const graded = (share: boolean) =>
    gradeWords({ set, sheet: officerSheet(set, share ? { 'B1.1': true } : {}, {}) });
  expect([graded(true), graded(false)]).toEqual(['', '']);
  expect(gradeWords({ set: hamletSet, sheet: officerSheet(hamletSet, {}, {}) })).toBe('Cần cố gắng');
});

test('the axis spans whole tens around what is shown, with six marks at most', () => {
  expect(axisOf([6340, 9124])).toEqual({ min: 6000, max: 10_000, ticks: [6000, 7000, 8000, 9000, 10_000] });
  expect(axisOf([10_000])).toMatchObject({ min: 9000, max: 10_000 });
  expect(axisOf([0, 10_000]).ticks.length).toBeLessThanOrEqual(6);
  expect(axisOf([]).ticks.length).toBeGreaterThan(1);
});

test('last year’s points are read with comma or dot, two decimals at most, up to 100', () => {
  expect(['82,15', '82.15', '100', '0', '7'].map(readPoints)).toEqual([8215, 8215, 10_000, 0, 700]);
  expect(['', 'x', '100,01', '-1', '1,234'].map(readPoints)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('freezes stand in the order in which each replaces another, whatever the clocks said', () => {
  const freeze = (id: string, frozenAt: number, replaces?: string) => {
    const value: RankingFreeze = {
      id,
      campaignId: '',
      group: 'hamlet',
      frozenAt,
      ties: [],
      inputs: [],
      results: [],
      sha256: '',
      ...(replaces !== undefined && { replaces }),
    };
    return { id, value };
  };
  const rows = [freeze('a', 9), freeze('c', 5, 'b'), freeze('b', 1, 'a')];
  expect(inChainOrder(rows).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
