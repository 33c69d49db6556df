/**
 * Certificates as one Word document, a page each: the whole page of `domain/certificates/full-page.ts`, its lines where
 * they stand on paper. Loaded when somebody asks for the file.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  LineRuleType,
  Packer,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx';
import type { WidthOf } from '#domain/certificates/fit.ts';
import { fullPage, paperSizes, type PaperSize } from '#domain/certificates/full-page.ts';
import { HALF_POINT, LEADING, placeTexts, type PlacedLine, type Texts } from '#domain/certificates/layout.ts';

/** A tenth of a millimetre in twips (1/1440 inch). */
const TWIP = 1440 / 254;
const twips = (tenths: number): number => Math.round(tenths * TWIP);
const RED = 'B3120C';
const FACE = 'Times New Roman';
/** How much of a line's height lies above its base line. */
const ABOVE = 0.78;
/** Tenths of a millimetre: where the first line may begin, and what is kept below the frame. */
const EDGE = 220;
const BELOW_FRAME = 120;

const heightOf = ({ halfPoints }: PlacedLine): number => halfPoints * HALF_POINT * LEADING;

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Lines below each other from `top` on, each at its own height. */
function paragraphs(lines: readonly PlacedLine[], top: number): { made: Paragraph[]; bottom: number } {
  let bottom = top;
  const made = lines.map((line) => {
    const height = heightOf(line);
    const before = Math.max(0, line.y - ABOVE * height - bottom);
    bottom += before + height;
    return new Paragraph({
      alignment: alignments[line.align],
      spacing: { before: twips(before), after: 0, line: twips(height), lineRule: LineRuleType.EXACT },
      children: [
        new TextRun({
          text: line.text,
          font: FACE,
          size: line.halfPoints,
          bold: line.look.bold,
          italics: line.look.italic,
          ...(line.look.red && { color: RED }),
        }),
      ],
    });
  });
  return { made, bottom };
}

const BELOW = new Set(['decision', 'register']);
const SIGNED = new Set(['placeDate', 'signerTitle', 'signerName']);
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE } as const;

const column = (lines: readonly PlacedLine[], top: number, width: number): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    borders: NO_LINES,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    children: lines.length === 0 ? [new Paragraph({})] : paragraphs(lines, top).made,
  });

function section(texts: Texts, size: PaperSize, widthOf: WidthOf): ISectionOptions {
  const { width, height } = paperSizes[size];
  const page = fullPage(size, false);
  const { lines } = placeTexts(page, texts, widthOf);
  const left = page.fields.decision?.x ?? EDGE;
  const room = (width - 2 * left) / 2;
  const above = paragraphs(
    lines.filter(({ field }) => !BELOW.has(field) && !SIGNED.has(field)),
    EDGE,
  );
  const frame = { style: BorderStyle.DOUBLE, size: 24, color: RED, space: 24 } as const;
  return {
    properties: {
      page: {
        // Named as the paper lies upright; the orientation turns it.
        size: { width: twips(height), height: twips(width), orientation: PageOrientation.LANDSCAPE },
        margin: {
          top: twips(EDGE),
          bottom: twips(BELOW_FRAME),
          left: twips(left),
          right: twips(left),
          header: 0,
          footer: 0,
        },
        borders: {
          pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE },
          pageBorderTop: frame,
          pageBorderBottom: frame,
          pageBorderLeft: frame,
          pageBorderRight: frame,
        },
      },
    },
    children: [
      ...above.made,
      new Table({
        layout: TableLayoutType.FIXED,
        width: { size: twips(2 * room), type: WidthType.DXA },
        columnWidths: [twips(room), twips(room)],
        borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
        rows: [
          new TableRow({
            children: [
              column(
                lines.filter(({ field }) => BELOW.has(field)),
                above.bottom,
                room,
              ),
              column(
                lines.filter(({ field }) => SIGNED.has(field)),
                above.bottom,
                room,
              ),
            ],
          }),
        ],
      }),
    ],
  };
}

/** @returns `application/vnd.openxmlformats-officedocument.wordprocessingml.document` */
export const certificatesDocx = (
  certificates: readonly Texts[],
  size: PaperSize,
  widthOf: WidthOf,
): Promise<Blob> =>
  Packer.toBlob(
    new Document({
      sections: certificates.map((texts) => section(texts, size, widthOf)),
    }),
  );
