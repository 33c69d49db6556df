/**
 * An official paper held against the measures of Nghị định 30/2020/NĐ-CP, Phụ lục I, from its own XML: page, margins,
 * letters, places of the blocks, page numbers, heads of tables. The numbers here are the decree's, written down a second
 * time; the product's own table is not read.
 */
import { paragraphsOf, type SeenParagraph } from './decree-paragraphs.ts';
import { all, at, valueOf, xmlTree, type Element } from './xml-tree.ts';

const TOLERANCE = 0.2;
type Range = readonly [number, number];
const upright = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
/** The sheet turned: what was at the left is above. */
const lying = { top: [30, 35], bottom: [15, 20], left: [20, 25], right: [20, 25] } as const;
const DATE = /^[\p{Lu}…][^,]*, ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$/u;
const NUMBER = /^Số: (?:\d{2,}|…)\/[\p{Lu}r]+(?:-[\p{Lu}]+)*$/u;
/** Of "Độc lập - Tự do - Hạnh phúc" in bold Times, mm for each point of size. */
const MOTTO_PER_POINT = 4.3;

/** `members`: the parts of the file by name. What it finds, in words; nothing = it keeps the decree. */
export function decreeFaults(members: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(text);
  const within = (what: string, value: number, [low, high]: Range): void => {
    if (value < low - TOLERANCE || value > high + TOLERANCE)
      fault(`${what}: ${value.toFixed(1)}, not ${low}–${high}`);
  };
  const member = (name: string): Element => xmlTree(members.get(name) ?? '');
  const mm = (element: Element | undefined, name: string): number =>
    (Number(valueOf(element, name) ?? 0) * 25.4) / 1440;

  const styles = member('word/styles.xml');
  const letters = at(styles, 'w:styles', 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
  if (valueOf(at(letters, 'w:rFonts'), 'w:ascii') !== 'Times New Roman')
    fault('the font is not Times New Roman');
  const size = Number(valueOf(at(letters, 'w:sz'))) / 2;
  const body = at(member('word/document.xml'), 'w:document', 'w:body');
  if (body === undefined) return ['no body'];
  const fonts = all(body, 'w:rFonts').map((each) => valueOf(each, 'w:ascii'));
  if (fonts.some((font) => font !== 'Times New Roman')) fault('another font stands in the text');
  if (all(body, 'w:color').some((each) => !['000000', 'auto'].includes(valueOf(each) ?? '')))
    fault('letters are not black');

  const relations = new Map(
    all(member('word/_rels/document.xml.rels'), 'Relationship').map((each) => [
      valueOf(each, 'Id') ?? '',
      `word/${valueOf(each, 'Target') ?? ''}`,
    ]),
  );
  const checkPage = (section: Element): number => {
    const page = at(section, 'w:pgSz');
    const isLying = valueOf(page, 'w:orient') === 'landscape';
    within('page width', mm(page, 'w:w'), isLying ? [297, 297] : [210, 210]);
    within('page height', mm(page, 'w:h'), isLying ? [210, 210] : [297, 297]);
    const margins = at(section, 'w:pgMar');
    const wanted = isLying ? lying : upright;
    for (const side of ['top', 'bottom', 'left', 'right'] as const)
      within(`margin ${side}`, mm(margins, `w:${side}`), wanted[side]);
    within('page number from the edge', mm(margins, 'w:header'), [5, wanted.top[0] - 8]);
    const numberIn = (type: string): Element | undefined => {
      const reference = all(section, 'w:headerReference').find((each) => valueOf(each, 'w:type') === type);
      return member(relations.get(valueOf(reference, 'r:id') ?? '') ?? '');
    };
    const [usual, first] = [numberIn('default'), numberIn('first')];
    const hasNumber = (header: Element | undefined): boolean =>
      header !== undefined && all(header, 'w:instrText').some(({ text }) => text.includes('PAGE'));
    if (!hasNumber(usual)) fault('no page number');
    if (at(section, 'w:titlePg') === undefined || hasNumber(first)) fault('the first page shows its number');
    if (usual !== undefined) {
      const sizes = all(usual, 'w:sz').map((each) => Number(valueOf(each)) / 2);
      for (const each of sizes) within('size of the page number', each, [13, 14]);
      if (valueOf(all(usual, 'w:jc')[0]) !== 'center') fault('the page number is not in the middle');
    }
    return mm(page, 'w:w') - mm(margins, 'w:left') - mm(margins, 'w:right');
  };

  const checkSize = (what: string, { size: own, text }: SeenParagraph, range: Range): void =>
    within(`size of ${what} "${text.slice(0, 30)}"`, own, range);
  const expectLook = (
    what: string,
    seen: SeenParagraph,
    look: { bold?: boolean; italic?: boolean; align?: string },
  ): void => {
    if (look.bold !== undefined && seen.bold !== look.bold)
      fault(`${what} ${look.bold ? 'is not' : 'is'} bold: ${seen.text}`);
    if (look.italic !== undefined && seen.italic !== look.italic)
      fault(`${what} ${look.italic ? 'is not' : 'is'} italic: ${seen.text}`);
    if (look.align !== undefined && seen.align !== look.align)
      fault(`${what} is ${seen.align}: ${seen.text}`);
  };

  function checkHead(paragraphs: readonly SeenParagraph[], room: number): void {
    const at_ = paragraphs.findIndex(({ text }) => text === 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    const [nation, motto, rule] = paragraphs.slice(at_, at_ + 3);
    if (at_ < 0 || nation === undefined || motto === undefined || rule === undefined)
      return fault('no Quốc hiệu');
    checkSize('Quốc hiệu', nation, [12, 13]);
    expectLook('Quốc hiệu', nation, { bold: true, italic: false, align: 'center' });
    if (motto.text !== 'Độc lập - Tự do - Hạnh phúc') fault('no Tiêu ngữ under Quốc hiệu');
    checkSize('Tiêu ngữ', motto, [13, 14]);
    if (motto.size !== nation.size + 1) fault('Tiêu ngữ is not one point above Quốc hiệu');
    expectLook('Tiêu ngữ', motto, { bold: true, italic: false, align: 'center' });
    within('rule under Tiêu ngữ', rule.rule ?? 0, [
      motto.size * MOTTO_PER_POINT - 2,
      motto.size * MOTTO_PER_POINT + 2,
    ]);
    within('left edge of Quốc hiệu', nation.left, [room * 0.36, room * 0.45]);
    within('right edge of Quốc hiệu', nation.left + nation.width, [room, room]);
    for (const seen of paragraphs.slice(0, at_)) {
      within('left edge of the issuer', seen.rule === null ? seen.left : 0, [0, 0]);
      if (seen.text === '') continue;
      checkSize('issuer', seen, [12, 13]);
      expectLook('issuer', seen, { italic: false, align: 'center' });
    }
    const number = paragraphs.find(({ text }) => text.startsWith('Số:'));
    if (number !== undefined) {
      checkSize('number', number, [13, 13]);
      expectLook('number', number, { bold: false, italic: false, align: 'center' });
      if (!NUMBER.test(number.text)) fault(`the number is written ${number.text}`);
    }
    const date = paragraphs.find(({ text }) => / ngày .* tháng .* năm /.test(text) && text.includes(','));
    if (date !== undefined && date.row !== null && date.row !== nation.row) {
      checkSize('place and day', date, [13, 14]);
      expectLook('place and day', date, { bold: false, italic: true, align: 'center' });
      if (!DATE.test(date.text)) fault(`place and day are written ${date.text}`);
    }
  }

  function checkText(paragraphs: readonly SeenParagraph[], room: number): void {
    const plain = paragraphs.filter(({ row, text }) => row === null && text !== '');
    for (const seen of plain) {
      if (seen.align === 'both') {
        checkSize('text', seen, [13, 14]);
        within(`first line of "${seen.text.slice(0, 30)}"`, seen.firstLine, [10, 12.7]);
        within(`gap after "${seen.text.slice(0, 30)}"`, seen.after, [6, 12]);
        within(`line spacing of "${seen.text.slice(0, 30)}"`, seen.lines ?? 0, [1, 1.5]);
        if (seen.text.startsWith('Căn cứ ') && /[;.]$/.test(seen.text) && !seen.text.includes('như sau'))
          expectLook('legal basis', seen, { italic: true });
      } else checkSize('heading', seen, [13, 14]);
      if (/^[IVX]+\. /.test(seen.text) && seen.text !== seen.text.toLocaleUpperCase('vi'))
        fault(`a heading is not in capitals: ${seen.text}`);
    }
    const last = plain.filter(({ align }) => align === 'both').at(-1);
    if (last !== undefined && !last.text.endsWith('./.'))
      fault(`the text does not end with "./.": ${last.text}`);
    const label = paragraphs.find(({ text }) => text === 'Nơi nhận:');
    if (label !== undefined) {
      checkSize('"Nơi nhận"', label, [12, 12]);
      expectLook('"Nơi nhận"', label, { bold: true, italic: true, align: 'left' });
      const own = paragraphs.filter(({ row, left }) => row === label.row && left === label.left);
      for (const seen of own.slice(1)) checkSize('recipient', seen, [11, 11]);
      if (!own.at(-1)?.text.endsWith('.')) fault('the last recipient has no full stop');
    }
    const signed = paragraphs.filter(({ row, before }) => row !== null && before > 60);
    for (const seen of signed) {
      within('room to sign, mm', (seen.before * 25.4) / 72, [30, 35]);
      checkSize('signer', seen, [13, 14]);
      expectLook('signer', seen, { bold: true, italic: false, align: 'center' });
    }
    const signer = signed.at(-1);
    if (signer !== undefined) within('left edge of the signature', signer.left, [room * 0.4, room * 0.55]);
  }

  let from = 0;
  const blocks = body.children;
  for (const [index, block] of blocks.entries()) {
    const section = block.name === 'w:sectPr' ? block : at(block, 'w:pPr', 'w:sectPr');
    if (section === undefined) continue;
    const room = checkPage(section);
    const paragraphs = paragraphsOf(blocks.slice(from, index + 1), room, size);
    if (from === 0 && !paragraphs.some(({ text }) => text.startsWith('Phụ lục'))) checkHead(paragraphs, room);
    checkText(paragraphs, room);
    for (const table of blocks.slice(from, index).filter(({ name }) => name === 'w:tbl')) {
      const isData = valueOf(at(table, 'w:tblPr', 'w:tblBorders', 'w:top')) === 'single';
      const [head] = all(table, 'w:tr');
      if (isData && at(head, 'w:trPr', 'w:tblHeader') === undefined)
        fault('the head of a table does not come again');
    }
    for (const seen of paragraphs.filter(({ inData, text }) => inData && text !== ''))
      checkSize('table', seen, [12, 13]);
    from = index + 1;
  }
  return faults;
}
