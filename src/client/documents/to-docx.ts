/**
 * A paper as a text document (.docx) in the layout of Nghị định 30/2020/NĐ-CP. Fetched when a paper is first exported.
 * The same paper gives the same bytes of text: no clock and no chance goes into it but the file's own date.
 */
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { PaperDocument, Section } from '#domain/papers/document.ts';
import { printed } from '#domain/papers/lay-out.ts';
import { blockOf } from './blocks.ts';
import { measures } from './measures.ts';
import { spacing, twips } from './pieces.ts';

const { page, pageNumber, font } = measures;

const pageHeader = (children: TextRun[]): Header =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: spacing(0, 0), children })],
  });

function sectionOf({ orientation, blocks }: Section): ISectionOptions {
  const { top, bottom, left, right } = measures[orientation];
  const children: FileChild[] = blocks.flatMap((block) => blockOf(block, { orientation }));
  return {
    properties: {
      titlePage: true,
      page: {
        // Given upright; the orientation turns it.
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(pageNumber.fromEdge),
          footer: twips(pageNumber.fromEdge),
        },
        // Each annex is numbered by itself.
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: pageHeader([new TextRun({ children: [PageNumber.CURRENT], size: pageNumber.size * 2 })]),
      // The first page carries none.
      first: pageHeader([]),
    },
    children,
  };
}

/** `application/vnd.openxmlformats-officedocument.wordprocessingml.document`. */
export async function toDocx(paper: PaperDocument): Promise<Blob> {
  const { title, sections } = printed(paper);
  const file = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font, size: measures.body.size * 2, language: { value: 'vi-VN' }, color: '000000' },
        },
      },
    },
    sections: sections.map(sectionOf),
  });
  return Packer.toBlob(file);
}
