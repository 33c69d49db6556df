/** What a text document says of its paragraphs, in millimetres and points, with the cell each stands in. */
import { all, at, valueOf, type Element } from './xml-tree.ts';

export interface SeenParagraph {
  text: string;
  /** Of the first run with letters. */
  size: number;
  bold: boolean;
  italic: boolean;
  align: string;
  firstLine: number;
  /** Points. */
  before: number;
  after: number;
  /** 1 = single; null for an exact height. */
  lines: number | null;
  /** Length of a rule drawn above it, mm; null without one. */
  rule: number | null;
  /** From the left edge of the text, and how wide its room is, mm. */
  left: number;
  width: number;
  /** Which row of which table; null in running text. */
  row: Element | null;
  inData: boolean;
}

const mm = (twips: string | undefined): number => (Number(twips ?? 0) * 25.4) / 1440;
const isOn = (element: Element | undefined): boolean =>
  element !== undefined && valueOf(element) !== '0' && valueOf(element) !== 'false';

interface Place {
  left: number;
  width: number;
  row: Element | null;
  inData: boolean;
}

function seen(paragraph: Element, place: Place, size: number): SeenParagraph {
  const look = at(paragraph, 'w:pPr');
  const run = all(paragraph, 'w:r').find((each) => at(each, 'w:t') !== undefined);
  const spacing = at(look, 'w:spacing')?.attributes;
  const indent = at(look, 'w:ind')?.attributes;
  const border = at(look, 'w:pBdr', 'w:top');
  const points = Number(valueOf(at(run, 'w:rPr', 'w:sz')) ?? size * 2) / 2;
  return {
    text: all(paragraph, 'w:t')
      .map(({ text }) => text)
      .join(''),
    size: points,
    bold: isOn(at(run, 'w:rPr', 'w:b')),
    italic: isOn(at(run, 'w:rPr', 'w:i')),
    align: valueOf(at(look, 'w:jc')) ?? 'left',
    firstLine: mm(indent?.get('w:firstLine')),
    before: Number(spacing?.get('w:before') ?? 0) / 20,
    after: Number(spacing?.get('w:after') ?? 0) / 20,
    lines: spacing?.get('w:lineRule') === 'exact' ? null : Number(spacing?.get('w:line') ?? 240) / 240,
    rule: border === undefined ? null : place.width - mm(indent?.get('w:left')) - mm(indent?.get('w:right')),
    left: place.left + mm(indent?.get('w:left')),
    width: place.width,
    row: place.row,
    inData: place.inData,
  };
}

/** Paragraphs of a run of blocks that stand in a text `width` mm wide; `size`: letters where a run says none. */
export function paragraphsOf(blocks: readonly Element[], width: number, size: number): SeenParagraph[] {
  return blocks.flatMap((block) => {
    if (block.name === 'w:p') return [seen(block, { left: 0, width, row: null, inData: false }, size)];
    if (block.name !== 'w:tbl') return [];
    const borders = at(block, 'w:tblPr', 'w:tblBorders', 'w:top');
    const inData = valueOf(borders) === 'single';
    return all(block, 'w:tr').flatMap((row) => {
      let left = 0;
      return row.children
        .filter(({ name }) => name === 'w:tc')
        .flatMap((cell) => {
          const own = mm(valueOf(at(cell, 'w:tcPr', 'w:tcW'), 'w:w'));
          const place = { left, width: own, row, inData };
          left += own;
          return all(cell, 'w:p').map((paragraph) => seen(paragraph, place, size));
        });
    });
  });
}
