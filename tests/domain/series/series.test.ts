import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { score } from '#domain/score.ts';
import { compareYears, narrowedTo, type YearForm } from '#domain/series/compare-years.ts';
import { checkHandOver, renamed, renamedTexts } from '#domain/series/hand-over.ts';
import { checkSeries, seriesCampaigns } from '#domain/series/series.ts';

const found = defaultCriteriaSets().find(({ id }) => id === 'hamlet');
if (found === undefined) throw new Error('no such set');
const set: CriteriaSet = found;
const [gone, ...kept] = criteriaOf(set).map(({ id }) => id);
/** Next year's: the first question is asked no more. */
const newer: CriteriaSet = {
  ...set,
  version: 2,
  groups: set.groups.map((group) => ({ ...group, criteria: group.criteria.filter(({ id }) => id !== gone) })),
};
const verifiedAt = (share: number, ids: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    criteriaOf(set).flatMap(({ id, maxPoints }) =>
      ids.includes(id) ? [[id, Math.round(maxPoints * share)] as const] : [],
    ),
  );
const form = (subjectId: string, over: Partial<YearForm> = {}): YearForm => ({
  subjectId,
  group: 'hamlet',
  set,
  answers: {},
  verified: null,
  ...over,
});
const yes = Object.fromEntries(
  criteriaOf(set).flatMap(({ id, type }) => (type === 'yesno' ? [[id, true]] : [])),
);

test('each year by its own result: the officer’s where the review is over, else the sender’s, else what was written down', () => {
  const { subjects, groups } = compareYears(
    [
      { campaignId: 'y1', forms: [], priors: new Map([['a', { normalised: 6000, group: 'hamlet' }]]) },
      {
        campaignId: 'y2',
        forms: [form('a', { verified: verifiedAt(0.5, [gone ?? '', ...kept]) }), form('b', { answers: yes })],
      },
      { campaignId: 'y3', forms: [form('b', { answers: yes }), form('c')] },
    ],
    null,
  );
  expect(subjects.map(({ subjectId }) => subjectId)).toEqual(['a', 'b', 'c']);
  const own = score(set, yes).normalised;
  expect(subjects[0]?.cells).toEqual([
    { normalised: 6000, basis: 'prior', rank: 1, of: 1 },
    { normalised: 5000, basis: 'verified', rank: own > 5000 ? 2 : 1, of: 2 },
    null,
  ]);
  expect(subjects[0]?.change).toBe(-1000);
  expect(subjects[1]?.cells[0]).toBeNull();
  expect(subjects[1]?.change).toBe(0);
  expect(subjects[2]).toMatchObject({ change: null, cells: [null, null, { rank: 2, of: 2 }] });
  expect(groups).toEqual([
    {
      group: 'hamlet',
      cells: [
        { average: 6000, of: 1 },
        { average: Math.round((5000 + own) / 2), of: 2 },
        { average: Math.round(own / 2), of: 2 },
      ],
    },
  ]);
});

test('under one version nobody loses points for a question that year’s form did not ask', () => {
  const years = [
    { campaignId: 'y1', forms: [form('a', { set: newer, answers: yes })] },
    { campaignId: 'y2', forms: [form('a', { answers: yes })] },
  ];
  const all = criteriaOf(set).length;
  const { subjects } = compareYears(years, set);
  expect(subjects[0]?.cells.map((cell) => cell?.asked)).toEqual([
    { common: all - 1, all },
    { common: all, all },
  ]);
  expect(subjects[0]?.cells[0]).toMatchObject({
    basis: 'reckoned',
    normalised: score(newer, yes).normalised,
  });
  // Counting what was never asked as not answered would have said less.
  const harsh = score(set, Object.fromEntries(Object.entries(yes).filter(([id]) => id !== gone))).normalised;
  expect(subjects[0]?.cells[0]?.normalised).toBeGreaterThan(harsh);
});

test('under the version it was filled in a form comes to its own score, and the officer’s points play no part', () => {
  const filled = form('a', { answers: yes, verified: verifiedAt(1, kept) });
  const [row] = compareYears([{ campaignId: 'y', forms: [filled] }], set).subjects;
  expect(row?.cells[0]?.normalised).toBe(score(set, yes).normalised);
  expect(criteriaOf(narrowedTo(set, newer)).map(({ id }) => id)).toEqual(kept);
});

const head = (name: string) => ({ name, parent: 'tỉnh Thái Nguyên', address: '' });

test('a commune’s name is changed in every writing of it, and a longer name that only contains it too, once', () => {
  const to = 'xã Đại Từ';
  expect(renamed('UBND xã Bình Thuận; XÃ BÌNH THUẬN. Xã Bình Thuận', 'xã Bình Thuận', to)).toBe(
    'UBND xã Đại Từ; XÃ ĐẠI TỪ. Xã Đại Từ',
  );
  expect(renamed('xã A', 'xã A', 'xã A B')).toBe('xã A B');
  expect(renamed('không nêu tên', '', to)).toBe('không nêu tên');
  const texts = {
    title: 'Xã Bình Thuận đẩy mạnh',
    shortTitle: '',
    theme: '',
    recipients: ['Đảng ủy xã Bình Thuận'],
  };
  expect(renamedTexts(texts, 'xã Bình Thuận', to)).toMatchObject({
    title: 'Xã Đại Từ đẩy mạnh',
    recipients: ['Đảng ủy xã Đại Từ'],
  });
});

test('a hand-over says a new name, on what it rests, and the name the commune has by then', () => {
  const whole = { date: '2025-07-01', from: head('xã Bình Thuận'), to: head('xã Đại Từ'), source: 'NQ 1683' };
  expect(checkHandOver(whole, head('xã Đại Từ'))).toBeNull();
  expect(checkHandOver(whole, head('xã Bình Thuận'))).toBe('notNow');
  expect(checkHandOver({ ...whole, to: head(' ') }, head(' '))).toBe('noName');
  expect(checkHandOver({ ...whole, to: whole.from }, whole.from)).toBe('sameName');
  expect(checkHandOver({ ...whole, source: '' }, head('xã Đại Từ'))).toBe('noSource');
});

test('a campaign is one of one series, once; without a series all are shown by year', () => {
  const known = new Set(['a', 'b']);
  expect(checkSeries({ id: 's', campaigns: ['a', 'b'] }, [{ id: 's', campaigns: ['a'] }], known)).toBeNull();
  expect(checkSeries({ id: 's', campaigns: ['a', 'a'] }, [], known)).toBe('twice');
  expect(checkSeries({ id: 's', campaigns: ['z'] }, [], known)).toBe('unknown');
  expect(checkSeries({ id: 's', campaigns: ['a'] }, [{ id: 't', campaigns: ['a'] }], known)).toBe(
    'elsewhere',
  );
  const all = [
    { id: 'b', year: 2026 },
    { id: 'a', year: 2025 },
  ];
  expect(seriesCampaigns(all, undefined).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(seriesCampaigns(all, { id: 's', campaigns: ['b'] }).map(({ id }) => id)).toEqual(['b']);
});
