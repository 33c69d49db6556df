/** Eligibility, ties side by side, and the picture's own example. */
import { expect, test } from 'vitest';
import { rankGroup, type RankInput } from '#domain/ranking/rank-group.ts';

const MAX = 10_000;
const sheet = (ratio: number, other: number, open: { ratio?: number; other?: number } = {}) => ({
  rankable: true,
  applicableMax: MAX,
  reach: {
    applicableMax: MAX,
    ratio: { min: ratio, max: ratio + (open.ratio ?? 0) },
    other: { min: other, max: other + (open.other ?? 0) },
  },
});
const input = (
  subjectId: string,
  of: ReturnType<typeof sheet>,
  more: Partial<RankInput> = {},
): RankInput => ({
  subjectId,
  sheet: of,
  prior: null,
  onTime: true,
  knockOut: null,
  ...more,
});
/** A sure score, or the ends of one that is open. */
const between = (subjectId: string, low: number, high = low, ratio = 0) =>
  input(subjectId, sheet(ratio, low - ratio, { other: high - low }));

const spans = (inputs: readonly RankInput[], placings: string[][] = []): Record<string, string> =>
  Object.fromEntries(
    rankGroup(inputs, placings).ranked.map(({ subjectId, ranks }) => {
      const [first = 0, last = 0] = [ranks[0], ranks.at(-1)];
      return [subjectId, first === last ? `${first}` : `${first}–${last}`];
    }),
  );

/** The fourteen hamlets of the picture `l-xep-hang`, with its figures. */
const picture = [
  between('Bình Xuân', 8860),
  between('Đình 7', 7695, 9124),
  between('Thuận Phong 12', 8695),
  between('Đình 6', 8540, 8540, 5810),
  between('Văn Khúc 10', 8540, 8540, 5685),
  between('Đầm Mụ', 8215),
  between('Tiến Thành 1', 8215),
  between('Chùa 8', 7460, 8235),
  between('Thuận Phong 14', 7965),
  between('Tiến Thành 2', 7360, 8145),
  between('Tiến Thành 3', 6480, 7930),
  between('Trại 4', 7025, 7890),
  between('Văn Khúc 11', 6615, 7785),
  between('Bình Khang', 6340, 7610),
];

test('the spans of the picture, with sure figures and open ones mixed', () => {
  expect(spans(picture)).toMatchObject({
    'Bình Xuân': '1–2',
    'Đình 7': '1–13',
    'Thuận Phong 12': '2–3',
    'Đình 6': '3–4',
    'Văn Khúc 10': '4–5',
    'Đầm Mụ': '5–7',
    'Tiến Thành 1': '5–7',
    'Chùa 8': '5–14',
    'Thuận Phong 14': '7–10',
    'Tiến Thành 2': '7–14',
    'Tiến Thành 3': '8–14',
    'Trại 4': '8–14',
    'Văn Khúc 11': '8–14',
    'Bình Khang': '9–14',
  });
});

test('ties say which step decided, and which are the council’s', () => {
  const { ties } = rankGroup(picture);
  expect(ties).toEqual([
    expect.objectContaining({ normalised: 8540, between: ['ratio'], undecided: [] }),
    expect.objectContaining({ normalised: 8215, between: [null], undecided: [['Tiến Thành 1', 'Đầm Mụ']] }),
  ]);
  expect(ties[0]?.members.map(({ subjectId }) => subjectId)).toEqual(['Đình 6', 'Văn Khúc 10']);
});

test('the council places equals, until another one may join them', () => {
  const equals = [between('a', 8000), between('b', 8000), between('c', 7000)];
  expect(spans(equals)).toEqual({ a: '1', b: '1', c: '3' });
  expect(spans(equals, [['b', 'a']])).toEqual({ b: '1', a: '2', c: '3' });
  // A decision about others, or about more than are equal, is no decision here.
  expect(
    spans(equals, [
      ['b', 'c'],
      ['c', 'b', 'a'],
    ]),
  ).toEqual({ a: '1', b: '1', c: '3' });
  // 7.000 … 8.000: the third may become their equal, and then it is for the council again.
  const joined = [between('a', 8000), between('b', 8000), between('c', 7000, 8000)];
  expect(spans(joined, [['b', 'a']])).toEqual({ b: '1', a: '1–2', c: '1–3' });
});

test('a later step counts only where the earlier ones are equal', () => {
  const steps = rankGroup([
    input('grew', sheet(1000, 7000), { prior: 7000 }),
    input('grewLate', sheet(1000, 7000), { prior: 7000, onTime: false }),
    input('new', sheet(1000, 7000)),
    input('fell', sheet(1000, 7000), { prior: 8100 }),
    input('fewerRatio', sheet(999, 7001), { prior: 0 }),
  ]);
  expect(steps.ranked.map(({ subjectId }) => subjectId)).toEqual([
    'grew',
    'grewLate',
    'new',
    'fell',
    'fewerRatio',
  ]);
  expect(steps.ties[0]?.between).toEqual(['onTime', 'improvement', 'improvement', 'ratio']);
});

test('knocked out, above the N/A cap or nothing that applies: not ranked, with the reason, and nobody moves for it', () => {
  const { ranked, excluded } = rankGroup([
    between('a', 9000),
    input('cap', { ...sheet(0, 9500), rankable: false }),
    input('empty', { ...sheet(0, 0), rankable: false, applicableMax: 0 }),
    input('out', sheet(0, 9900), { knockOut: 'decision' }),
  ]);
  expect(ranked.map(({ subjectId, ranks }) => [subjectId, ranks])).toEqual([['a', [1]]]);
  expect(excluded).toEqual([
    { subjectId: 'cap', why: 'naCap' },
    { subjectId: 'empty', why: 'nothingApplies' },
    { subjectId: 'out', why: 'knockOut' },
  ]);
});
