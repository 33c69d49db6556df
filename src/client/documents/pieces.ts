/** The small pieces a paper is written with: lengths, lines of text, cells without borders, drawn rules. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TableCell,
  TextRun,
  LineRuleType,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { measures } from './measures.ts';

/** Twentieths of a point, what a paper's own XML counts in. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
export const pointTwips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => Math.round(points * 2);

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

export interface Letters {
  size: number;
  bold?: boolean;
  italics?: boolean;
}

export const run = (text: string, { size, bold = false, italics = false }: Letters): TextRun =>
  new TextRun({ text, size: halfPoints(size), ...(bold && { bold }), ...(italics && { italics }) });

/** Lines by the letters' own height, times `lines`; readers differ on what a missing rule means, so it is said. */
export const spacing = (before: number, after: number, lines = 1) => ({
  before,
  after,
  line: Math.round(240 * lines),
  lineRule: LineRuleType.AUTO,
});
const NO_SPACING = spacing(0, 0);

/** One paragraph a line of the text, centred, close together: what heads, titles and signatures are made of. */
export const lines = (text: string, letters: Letters, options: IParagraphOptions = {}): Paragraph[] =>
  text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: NO_SPACING,
        ...options,
        children: [run(line, letters)],
      }),
  );

/**
 * A drawn line, `length` mm long, in the middle of `room` mm: the upper edge of an empty paragraph whose indents leave it
 * that long. Word draws it, it grows with nothing, and it is no underline.
 */
export function rule(length: number, room: number, after = 0): Paragraph {
  const side = twips(Math.max(0, (room - length) / 2));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: 60, after: pointTwips(after), line: 120, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: measures.head.rule, space: 1, color: '000000' } },
    children: [],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** A cell of a block without borders, `width` mm wide. */
export const place = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    verticalAlign: VerticalAlignTable.TOP,
    children: children.length > 0 ? children : [new Paragraph({ spacing: NO_SPACING, children: [] })],
  });
