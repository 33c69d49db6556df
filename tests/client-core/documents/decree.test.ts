/** Papers held against Nghị định 30/2020/NĐ-CP from their own XML, and what is planted is found. */
import { expect, test } from 'vitest';
import { decreeFaults } from '../../support/decree-check.ts';
import { membersOf, onePaperEach } from '../../support/paper-files.ts';
import { madeSources } from '../../support/paper-sources.ts';

const few = { collectives: 2, individuals: 1, households: 2 };
const papers = onePaperEach(madeSources(few));
const letter = papers.get('submissionLetter');
if (letter === undefined) throw new Error('no letter');
const whole = await membersOf(letter);

test('every paper keeps the measures of the decree: page, margins, letters, places, page numbers, heads of tables', async () => {
  expect([...papers.keys()]).toEqual([
    'report',
    'achievementReport collective',
    'achievementReport individual',
    'achievementReport household',
    'minutes household',
    'minutes',
    'submissionLetter',
    'awardList',
    'decision',
  ]);
  for (const [kind, paper] of papers)
    expect([kind, decreeFaults(await membersOf(paper))]).toEqual([kind, []]);
});

/** The letter with one member changed; the change must have happened. */
const planted = (name: string, change: (xml: string) => string): Map<string, string> => {
  const before = whole.get(name) ?? '';
  const after = change(before);
  if (after === before) throw new Error('nothing was planted');
  return new Map([...whole, [name, after]]);
};
const DOCUMENT = 'word/document.xml';
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const moved = (from: number, to: number, name: string) => (xml: string) =>
  xml.replace(`${name}="${twips(from)}"`, `${name}="${twips(to)}"`);

test.each([
  ['a left margin of 5 mm less', DOCUMENT, moved(30, 25, 'w:left')],
  ['a right margin of 5 mm more', DOCUMENT, moved(15, 20.5, 'w:right')],
  ['an upper margin of 5 mm less', DOCUMENT, moved(20, 15, 'w:top')],
  [
    'Quốc hiệu 10 mm to the left',
    DOCUMENT,
    (xml: string) => xml.replaceAll(`w:w="${twips(65)}"`, `w:w="${twips(55)}"`),
  ],
  ['5 mm less room to sign', DOCUMENT, moved(32, 27, 'w:before')],
  ['a first line 5 mm further in', DOCUMENT, moved(12.7, 17.7, 'w:firstLine')],
  [
    'letters of the text a point larger',
    DOCUMENT,
    (xml: string) =>
      xml.replace(/(w:jc w:val="both"\/><\/w:pPr><w:r><w:rPr>(?:<w:i\/><w:iCs\/>)?<w:sz w:val=")28/, '$130'),
  ],
  [
    'Quốc hiệu a point larger',
    DOCUMENT,
    (xml: string) =>
      xml.replace(/26("\/><w:szCs w:val="26"\/><\/w:rPr><w:t xml:space="preserve">CỘNG)/, '28$1'),
  ],
  [
    'Tiêu ngữ not bold',
    DOCUMENT,
    (xml: string) =>
      xml.replace(
        /<w:b\/><w:bCs\/>(<w:sz w:val="28"\/><w:szCs w:val="28"\/><\/w:rPr><w:t xml:space="preserve">Độc)/,
        '$1',
      ),
  ],
  [
    'a rule of half the length under Tiêu ngữ',
    DOCUMENT,
    (xml: string) =>
      xml.replace(
        /(w:ind )w:left="\d+" w:right="\d+"(\/><w:jc[^>]*><\/w:pPr><\/w:p><\/w:tc><\/w:tr>)/,
        '$1w:left="2000" w:right="2000"$2',
      ),
  ],
  [
    'a day without its leading zero',
    DOCUMENT,
    (xml: string) => xml.replace('Bình Thuận, ngày 21 tháng 11', 'Bình Thuận, ngày 1 tháng 11'),
  ],
  ['a number without its leading zero', DOCUMENT, (xml: string) => xml.replace('Số: 05/', 'Số: 5/')],
  ['no end mark', DOCUMENT, (xml: string) => xml.replace('./.', '.')],
  ['a table whose head does not come again', DOCUMENT, (xml: string) => xml.replace('<w:tblHeader/>', '')],
  ['a page number on the first page', DOCUMENT, (xml: string) => xml.replace('<w:titlePg/>', '')],
  [
    'a page number at the side',
    'word/header1.xml',
    (xml: string) => xml.replace('w:jc w:val="center"', 'w:jc w:val="right"'),
  ],
  [
    'recipients a point larger',
    DOCUMENT,
    (xml: string) =>
      xml.replace(/22("\/><w:szCs w:val="22"\/><\/w:rPr><w:t xml:space="preserve">- )/, '24$1'),
  ],
  ['another font', 'word/styles.xml', (xml: string) => xml.replaceAll('Times New Roman', 'Arial')],
])('control: %s is found', (_what, member, change) => {
  expect(decreeFaults(planted(member, change))).not.toEqual([]);
});
