/** Each block of a paper as paragraphs and tables of a text document. Sizes and places come from `measures.ts` alone. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  WidthType,
  type FileChild,
} from 'docx';
import type { Block, Section, Signer } from '#domain/papers/document.ts';
import { measures, textWidth } from './measures.ts';
import { dataTable } from './data-table.ts';
import { lines, noBorders, place, pointTwips, rule, run, spacing, twips } from './pieces.ts';
import { longestOf, widthOf } from './width-of.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const { head, body, title, signature, annex } = measures;

const pair = (widths: readonly [number, number], rows: (readonly [Paragraph[], Paragraph[]])[]): Table =>
  new Table({
    width: { size: twips(widths[0] + widths[1]), type: WidthType.DXA },
    columnWidths: [twips(widths[0]), twips(widths[1])],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      ([left, right]) =>
        new TableRow({ cantSplit: true, children: [place(widths[0], left), place(widths[1], right)] }),
    ),
  });

/** Columns of the head, of the width there is. */
const headColumns = (room: number): [number, number] => {
  const left = (head.left * room) / (head.left + head.right);
  return [left, room - left];
};

function headOf(block: Extract<Block, { kind: 'head' }>, room: number): FileChild[] {
  const [left, right] = headColumns(room);
  const issuer = block.issuer.split('\n');
  const longest = Math.min(left, longestOf(issuer, head.issuer));
  return [
    pair(
      [left, right],
      [
        [
          [
            ...(block.parent === '' ? [] : lines(block.parent, { size: head.parent })),
            ...(block.issuer === '' ? [] : lines(block.issuer, { size: head.issuer, bold: true })),
            ...(block.issuer === '' ? [] : [rule(longest * head.ruleShare, left)]),
          ],
          [
            ...lines(NATION, { size: head.nation, bold: true }),
            ...lines(MOTTO, { size: head.motto, bold: true }),
            rule(widthOf(MOTTO, head.motto), right),
          ],
        ],
        [
          block.number === '' ? [] : lines(block.number, { size: head.number }),
          block.placeDate === '' ? [] : lines(block.placeDate, { size: head.placeDate, italics: true }),
        ],
      ],
    ),
  ];
}

function titleOf({ type, subject }: Extract<Block, { kind: 'title' }>, room: number): Paragraph[] {
  const longest = Math.min(room, longestOf(subject.split('\n'), title.subject));
  return [
    ...lines(type, { size: title.type, bold: true }, { spacing: spacing(pointTwips(18), 0), keepNext: true }),
    ...lines(subject, { size: title.subject, bold: true }, { keepNext: true }),
    rule(longest * title.ruleShare, room, 12),
  ];
}

const bodySpacing = spacing(0, pointTwips(body.after), body.lines);

const bodyLines = (text: string, letters: { bold?: boolean; italics?: boolean }, lead = ''): Paragraph[] =>
  text.split('\n').map(
    (line, at) =>
      new Paragraph({
        alignment: AlignmentType.JUSTIFIED,
        spacing: bodySpacing,
        indent: { firstLine: twips(body.firstLine) },
        children: [
          ...(lead !== '' && at === 0 ? [run(`${lead} `, { size: body.size, bold: true })] : []),
          run(line, { size: body.size, ...letters }),
        ],
      }),
  );

function letterTo(to: readonly string[]): Paragraph[] {
  const [only = ''] = to;
  if (to.length === 1)
    return lines(`Kính gửi: ${only}`, { size: body.size }, { spacing: { ...bodySpacing, before: 120 } });
  return [
    ...lines(
      'Kính gửi:',
      { size: body.size },
      {
        alignment: AlignmentType.LEFT,
        indent: { left: twips(40) },
        spacing: { ...bodySpacing, before: 120, after: 0 },
      },
    ),
    ...to.flatMap((name, at) =>
      lines(
        `- ${name}${at === to.length - 1 ? '.' : ';'}`,
        { size: body.size },
        {
          alignment: AlignmentType.LEFT,
          indent: { left: twips(62) },
          spacing: { ...bodySpacing, after: at === to.length - 1 ? pointTwips(body.after) : 0 },
        },
      ),
    ),
  ];
}

const signed = ({ onBehalf, title: post, name }: Signer): Paragraph[] => [
  ...[...onBehalf, ...(post === '' ? [] : [post])].flatMap((line) =>
    lines(line, { size: signature.size, bold: true }, { keepNext: true }),
  ),
  ...lines(
    name,
    { size: signature.size, bold: true },
    {
      spacing: spacing(twips(signature.gap), 0),
    },
  ),
];

function signatureOf(block: Extract<Block, { kind: 'signature' }>, room: number): FileChild[] {
  const left = (signature.left * room) / (signature.left + signature.right);
  const recipients =
    block.recipients.length === 0
      ? []
      : [
          ...lines(
            'Nơi nhận:',
            { size: signature.label, bold: true, italics: true },
            {
              alignment: AlignmentType.LEFT,
            },
          ),
          ...block.recipients.flatMap((line) =>
            lines(line, { size: signature.recipients }, { alignment: AlignmentType.LEFT }),
          ),
        ];
  return [gap(), pair([left, room - left], [[recipients, signed(block.signer)]])];
}

/** Between the body and the signatures; kept with them. */
const gap = (): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT },
    keepNext: true,
    children: [],
  });

function annexTitle(block: Extract<Block, { kind: 'annexTitle' }>): Paragraph[] {
  return [
    ...lines(block.number, { size: annex.number, bold: true }, { keepNext: true }),
    ...lines(block.title, { size: annex.title, bold: true }, { keepNext: true }),
    ...lines(
      block.attachedTo,
      { size: annex.attachedTo, italics: true },
      {
        spacing: spacing(0, 160),
        keepNext: true,
      },
    ),
  ];
}

export function blockOf(block: Block, { orientation }: Pick<Section, 'orientation'>): FileChild[] {
  const room = textWidth(orientation);
  switch (block.kind) {
    case 'head':
      return headOf(block, room);
    case 'title':
      return titleOf(block, room);
    case 'authority':
      return lines(
        block.text,
        { size: body.size, bold: true },
        {
          spacing: spacing(120, 120),
          keepNext: true,
        },
      );
    case 'letterTo':
      return letterTo(block.to);
    case 'basis':
      return bodyLines(block.text, { italics: true });
    case 'heading':
      return [
        new Paragraph({
          alignment: AlignmentType.LEFT,
          spacing: bodySpacing,
          indent: { firstLine: twips(body.firstLine) },
          keepNext: true,
          children: [run(block.text, { size: body.size, bold: true })],
        }),
      ];
    case 'paragraph':
      return bodyLines(block.text, {}, block.lead);
    case 'table':
      return [dataTable(block, room), gap()];
    case 'signature':
      return signatureOf(block, room);
    case 'signatures':
      return [gap(), pair([room / 2, room / 2], [[signed(block.left), signed(block.right)]])];
    case 'annexTitle':
      return annexTitle(block);
  }
}
