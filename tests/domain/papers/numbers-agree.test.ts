/** Sentences, annexes and totals of a paper say the same figures: read back from the drawn text, not from the facts. */
import { expect, test } from 'vitest';
import { parseNumber } from '#domain/vietnamese/format.ts';
import type { Block, PaperDocument, TableRow } from '#domain/papers/document.ts';
import { paperFacts } from '#domain/papers/facts.ts';
import { numbersIn, otherNumbers } from '#domain/papers/numbers-in.ts';
import { paperOf, type DrawnPaper, type PaperName } from '#domain/papers/paper-of.ts';
import { moneyInWords } from '#domain/papers/words.ts';
import { idOf, madeSources, type MadeOptions } from '../../support/paper-sources.ts';

const blocksOf = ({ sections }: PaperDocument): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const sentence = ({ document }: DrawnPaper, id: string): string => {
  const found = blocksOf(document).find((block) => block.kind === 'paragraph' && block.id === id);
  return found?.kind === 'paragraph' ? found.text : '';
};
const tables = ({ document }: DrawnPaper): (readonly TableRow[])[] =>
  blocksOf(document).flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
const number = (text: string | undefined): number => parseNumber(text ?? '') ?? Number.NaN;
const lines = (rows: readonly TableRow[]) => rows.filter(({ kind }) => kind === 'line');
const total = (rows: readonly TableRow[]) => rows.find(({ kind }) => kind === 'total')?.cells ?? [];

const draw = (options: MadeOptions, name: PaperName): DrawnPaper => {
  const drawn = paperOf(paperFacts(madeSources(options)), name, { today: '2025-12-05' });
  if (drawn === null) throw new Error(name.kind);
  return drawn;
};
const SEEDS = [1, 2, 3, 4, 5, 6].map((seed) => ({
  seed,
  collectives: seed * 2,
  individuals: seed % 3,
  households: seed * 7,
}));

test.each(SEEDS)('a letter and a decision promise what their lists add up to %o', (options) => {
  for (const [kind, id, people, money] of [
    ['submissionLetter', idOf(9, 1), 'proposal', 'money'],
    ['decision', idOf(10, 1), 'article1', 'article2'],
  ] as const) {
    const paper = draw(options, { kind, aboutId: id });
    const [list = []] = tables(paper);
    const listed = lines(list);
    const sum = listed.reduce((all, { cells }) => all + number(cells[7]), 0);
    expect(number(total(list)[1])).toBe(sum);
    const said = sentence(paper, money);
    const amounts = [...said.matchAll(/([\d.]+) đồng/g)].map(([, text]) => number(text));
    expect(amounts.at(-1)).toBe(sum);
    expect(said).toContain(moneyInWords(sum));
    const counts = [...sentence(paper, people).matchAll(/([\d.]+) (?:tập thể|cá nhân|hộ gia đình)/g)];
    expect(counts.reduce((all, [, text]) => all + number(text), 0)).toBe(listed.length);
    expect(numbersIn(total(list)[0] ?? '').reduce((all, text) => all + number(text), 0)).toBe(listed.length);
  }
});

test.each(SEEDS)('the report says in its sentences what its annexes say %o', (options) => {
  const report = draw(options, { kind: 'report', aboutId: '' });
  const [hamlets = [], units = [], figures = []] = tables(report);
  const rows = new Map(lines(figures).map(({ cells }) => [cells[0], cells]));
  const took = sentence(report, 'participation');
  for (const [row, word] of [
    ['Xóm gửi phiếu tự đánh giá', 'xóm'],
    ['Hộ gia đình gửi phiếu tự đánh giá', 'hộ gia đình'],
    ['Cơ quan, đơn vị gửi phiếu tự đánh giá', 'cơ quan, đơn vị'],
  ] as const) {
    const [, n = '', d = '', percent = ''] = rows.get(row) ?? [];
    expect(took).toContain(`${n}/${d} ${word} (${percent})`);
  }
  // The average of the table's own lines, by the reader's arithmetic.
  const points = lines(hamlets).map(({ cells }) => Math.round(number(cells[2]) * 100));
  const mean = Math.round(points.reduce((sum, each) => sum + each, 0) / points.length) / 100;
  expect(number(total(hamlets)[1])).toBeCloseTo(mean, 2);
  expect(took).toContain(`${total(hamlets)[1] ?? ''} điểm`);
  for (const [id, column] of [
    ['nenTang', 5],
    ['chinhQuyenSo', 6],
    ['kinhTeSo', 7],
    ['xaHoiSo', 8],
  ] as const) {
    const earned = lines(hamlets).reduce(
      (sum, { cells }) => sum + Math.round(number(cells[column]?.split('/')[0]) * 100),
      0,
    );
    expect(sentence(report, id)).toContain(`các xóm đạt ${total(hamlets)[column - 1] ?? ''} điểm`);
    expect(Math.round(number(total(hamlets)[column - 1]?.split('/')[0]) * 100)).toBe(earned);
  }
  expect(lines(units)).toHaveLength(3);
  const grades = [...sentence(report, 'strengths').matchAll(/(\d+)\/(\d+) xóm xếp loại ([^,.]+)/g)];
  for (const [, n, d, grade] of grades) {
    expect(number(n)).toBe(lines(hamlets).filter(({ cells }) => cells[4] === grade).length);
    expect(number(d)).toBe(points.length);
  }
});

test('a list goes by rank, then by given name, and numbers each part by itself', () => {
  const list = draw({ households: 12 }, { kind: 'awardList', aboutId: idOf(9, 1) });
  const [rows = []] = tables(list);
  const parts = rows.filter(({ kind }) => kind === 'part').map(({ cells }) => cells[0]);
  expect(parts).toEqual(['I. TẬP THỂ', 'II. CÁ NHÂN', 'III. HỘ GIA ĐÌNH']);
  const ranks = lines(rows)
    .slice(0, 12)
    .map(({ cells }) => number(cells[4]));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  const given = lines(rows)
    .slice(20)
    .map(({ cells }) => cells[1]?.split(' ').at(-1));
  expect(given).toEqual(['An', 'An', 'Ánh', 'Ân', 'Dung', 'Dũng', 'Đạt', 'Hải', 'Hùng', 'Minh', 'Uy', 'Ước']);
});

test('control: a figure that is not in the drafted text is named', () => {
  expect(otherNumbers('Có 17/19 xóm (89,5%) gửi phiếu.', 'Có 18/19 xóm (89,5%) gửi phiếu.')).toEqual([
    '18/19',
  ]);
  expect(otherNumbers('1.404.000 đồng', '1.404.000 đồng')).toEqual([]);
});
