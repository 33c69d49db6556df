/** A table of an annex: fixed columns, a head that comes again on each page, rows that stay whole. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Align, Block, Column, TableRow as Row } from '#domain/papers/document.ts';
import { measures } from './measures.ts';
import { alignments, run, spacing, twips } from './pieces.ts';

const { size, border, padding } = measures.table;
const line = { style: BorderStyle.SINGLE, size: border, color: '000000' };
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

interface CellLook {
  width: number;
  align: Align;
  bold?: boolean;
  span?: number;
}

const cell = (text: string, { width, align, bold = false, span = 1 }: CellLook): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 && { columnSpan: span }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          alignment: alignments[align],
          spacing: spacing(30, 30),
          children: [run(part, { size, bold })],
        }),
    ),
  });

/** Widths in twips; together exactly the room there is. */
const widthsOf = (columns: readonly Column[], room: number): number[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const all = twips(room);
  const widths = columns.map(({ share }) => Math.floor((all * share) / shares));
  const left = all - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + left : width));
};

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

function rowOf({ kind, cells }: Row, columns: readonly Column[], widths: readonly number[]): TableRow {
  const alignOf = (at: number): Align => columns[at]?.align ?? 'left';
  const [first = '', ...others] = cells;
  if (kind === 'line')
    return new TableRow({
      cantSplit: true,
      children: columns.map((column, at) =>
        cell(cells[at] ?? '', { width: widths[at] ?? 0, align: column.align }),
      ),
    });
  const span = columns.length - others.length;
  return new TableRow({
    cantSplit: true,
    // The name of a part does not stand alone at the foot of a page.
    ...(kind === 'part' && { keepNext: true }),
    children: [
      cell(first, { width: sum(widths.slice(0, span)), align: 'left', bold: true, span }),
      ...others.map((text, at) =>
        cell(text, { width: widths[span + at] ?? 0, align: alignOf(span + at), bold: true }),
      ),
    ],
  });
}

export function dataTable({ columns, rows }: Extract<Block, { kind: 'table' }>, room: number): Table {
  const widths = widthsOf(columns, room);
  const side = twips(padding);
  return new Table({
    width: { size: twips(room), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: side, right: side },
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, at) =>
          cell(head, { width: widths[at] ?? 0, align: 'center', bold: true }),
        ),
      }),
      ...rows.map((row) => rowOf(row, columns, widths)),
    ],
  });
}
