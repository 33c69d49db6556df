/** A unit's report: its sentences and its table say the same figures, its words stand as written, blanks are said. */
import { expect, test } from 'vitest';
import { textsOf, type Block, type TableRow } from '#domain/papers/document.ts';
import { printed } from '#domain/papers/lay-out.ts';
import type { DrawnUnitReport } from '#domain/papers/unit-report.ts';
import { parseNumber } from '#domain/vietnamese/format.ts';
import { drawnUnitReport, madeUnitFacts, unitHead } from '../../support/unit-report-sources.ts';

const blocksOf = ({ document }: DrawnUnitReport): readonly Block[] =>
  printed(document).sections.flatMap(({ blocks }) => blocks);
const sentence = (drawn: DrawnUnitReport, id: string): string =>
  blocksOf(drawn)
    .flatMap((block) => (block.kind === 'paragraph' && block.id === id ? [block.text] : []))
    .join('\n');
const rowsOf = (drawn: DrawnUnitReport, name: string): readonly TableRow[] =>
  blocksOf(drawn).flatMap((block) => (block.kind === 'table' && block.name === name ? block.rows : []));
const headingsOf = (drawn: DrawnUnitReport): string[] =>
  blocksOf(drawn).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const hundredths = (text = ''): number => Math.round((parseNumber(text) ?? Number.NaN) * 100);

test.each(
  ['CQ', 'DT', 'TH', 'YT', 'DN', 'KH'].flatMap((sector) =>
    [1, 2, 3].flatMap((seed) => [true, false].map((isVerified) => ({ sector, seed, isVerified }))),
  ),
)('lines, totals and sentences of the table of points agree %o', (options) => {
  const drawn = drawnUnitReport(madeUnitFacts(options));
  const rows = rowsOf(drawn, 'Điểm theo nhóm tiêu chí');
  const [sum, scaled] = rows.filter(({ kind }) => kind === 'total').map(({ cells }) => cells);
  const said = [sentence(drawn, 'self'), sentence(drawn, 'commune')];
  for (const column of options.isVerified ? [0, 1] : [0]) {
    for (const half of [0, 1]) {
      const lines = rows
        .filter(({ kind }) => kind === 'line')
        .map(({ cells }) => cells[2 + column] ?? '')
        .filter((cell) => cell !== '')
        .map((cell) => hundredths(cell.split('/')[half]));
      const total = sum?.[1 + column]?.split('/')[half];
      expect(hundredths(total)).toBe(lines.reduce((all, points) => all + points, 0));
    }
    const [earned = 0, most = 1] = (sum?.[1 + column] ?? '').split('/').map((text) => hundredths(text));
    expect(hundredths(scaled?.[1 + column])).toBe(Math.round((earned * 10_000) / most));
    expect(said[column]).toContain(`${sum?.[1 + column] ?? ''} điểm`);
    expect(said[column]).toContain(`quy đổi ${scaled?.[1 + column] ?? ''} điểm`);
  }
  expect(said[1] === '').toBe(!options.isVerified);
});

test('the unit’s paragraphs stand word for word in the part they speak of, numbered by the paper alone', () => {
  const drawn = drawnUnitReport();
  expect(headingsOf(drawn)).toEqual([
    'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN',
    '1. Lãnh đạo, trách nhiệm người đứng đầu',
    'II. KẾT QUẢ THỰC HIỆN',
    '1. Kết quả chung',
    '2. Điểm theo nhóm tiêu chí',
    'III. ĐÁNH GIÁ CHUNG',
    '1. Tồn tại, hạn chế',
    'IV. CÔNG TÁC KHEN THƯỞNG',
    'V. PHƯƠNG HƯỚNG, KIẾN NGHỊ',
    '1. Phương hướng năm tới',
  ]);
  const texts = textsOf(drawn.document);
  const { paragraphs } = madeUnitFacts();
  for (const { text } of paragraphs) expect(texts).toContain(text);
  // One without a heading goes on with the one before it.
  expect(texts.indexOf(paragraphs[2]?.text ?? '')).toBe(texts.indexOf(paragraphs[1]?.text ?? '') + 1);
});

test('head and foot are the unit’s: whose it is, number, place and day, to whom, who signs for whom', () => {
  const texts = textsOf(drawnUnitReport().document);
  expect(texts).toEqual(
    expect.arrayContaining([
      'ỦY BAN NHÂN DÂN\nXÃ BÌNH THUẬN',
      'TRƯỜNG TIỂU HỌC\nBÌNH THUẬN',
      'Số: 05/BC-THBT',
      'Bình Thuận, ngày 05 tháng 11 năm 2025',
      'Ủy ban nhân dân xã Bình Thuận (qua Công chức Văn phòng – Thống kê xã)',
      'KT. HIỆU TRƯỞNG',
      'PHÓ HIỆU TRƯỞNG',
      'Đỗ Thị Ước',
      '- Như trên;',
      '- Lưu: VT.',
    ]),
  );
  expect(texts.join('\n')).toContain('Thực hiện Kế hoạch số 28/KH-UBND ngày 06 tháng 5 năm 2025');
  expect(texts.join('\n')).toContain('đề nghị xét khen 01 cá nhân: Lê Thị Mai (Giáo viên).');
});

test('what the unit’s words already say of its plan is not said again', () => {
  const facts = madeUnitFacts();
  expect(rowsOf(drawnUnitReport(facts), 'Chỉ tiêu của đơn vị').map(({ cells }) => cells)).toEqual([
    ['1', 'Giáo viên dùng học bạ số', '100%'],
    ['2', 'Buổi tập huấn cho phụ huynh', '4 buổi'],
  ]);
  const { plan } = facts;
  const text = `Theo kế hoạch: ${plan?.extract ?? ''}\n${(plan?.targets ?? []).map((each) => each.text).join('\n')}`;
  const told = drawnUnitReport({ ...facts, paragraphs: [{ heading: '', text }] });
  expect(rowsOf(told, 'Chỉ tiêu của đơn vị')).toEqual([]);
  expect(sentence(told, 'plan')).toBe('');
});

test('what would print blank and what nobody has written is named; a whole report names nothing', () => {
  const facts = madeUnitFacts();
  const whole = drawnUnitReport(facts);
  expect([whole.blanks, whole.unwritten, whole.unanswered, whole.stale, whole.errors]).toEqual([
    [],
    [],
    0,
    [],
    [],
  ]);
  const empty = { parent: '', number: ' ', date: '', signerTitle: '', signerName: '', recipients: '\n' };
  const bare = drawnUnitReport(
    { ...facts, paragraphs: [], nominations: [], plan: undefined, answers: {}, commune: undefined },
    empty,
  );
  expect(bare.blanks).toEqual(['number', 'date', 'signerTitle', 'signerName', 'commune', 'recipients']);
  expect(bare.unwritten).toEqual(['leadership', 'results', 'assessment', 'plans']);
  expect(bare.unanswered).toBe(whole.figures.sheet.criteria.length);
  const texts = textsOf(printed(bare.document)).join('\n');
  expect(texts).toContain('Số: …/BC');
  expect(texts).toContain('ngày … tháng … năm …');
  expect(headingsOf(bare)).toEqual(['I. KẾT QUẢ THỰC HIỆN', '1. Điểm theo nhóm tiêu chí']);
});

test('points that the words say and the form does not are named, those it does say are not', () => {
  const facts = madeUnitFacts();
  const [group] = drawnUnitReport(facts).figures.groups;
  const { earned = 0, applicableMax = 1 } = group?.self ?? {};
  const say = (points: number) =>
    `Đạt ${(points / 100).toFixed(2).replace('.', ',')} trên ${(applicableMax / 100).toFixed(2).replace('.', ',')} điểm.`;
  const stale = (text: string) => drawnUnitReport({ ...facts, paragraphs: [{ heading: 'A', text }] }).stale;
  expect(stale(say(earned))).toEqual([]);
  expect(stale(say(earned + 1))).toMatchObject([{ heading: 'A' }]);
});

test('a known mistake in the unit’s words is said and left', () => {
  const wrong = 'Theo Quyết định số 479/QĐ-TTg.';
  const drawn = drawnUnitReport({ ...madeUnitFacts(), paragraphs: [{ heading: '', text: wrong }] });
  expect(drawn.errors.map(({ id }) => id)).toEqual(['decision479']);
  expect(textsOf(drawn.document)).toContain(wrong);
  expect(
    drawnUnitReport(madeUnitFacts(), { ...unitHead, recipients: 'Lưu: VT, VHKHTT' }).errors,
  ).toHaveLength(1);
});
