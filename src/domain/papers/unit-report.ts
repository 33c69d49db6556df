/**
 * BÁO CÁO of a unit to the commune (`domain.md` §4.2: the commune's skeleton, issued by the unit, "Kính gửi: Ủy ban nhân
 * dân xã"). The unit's own paragraphs stand in it word for word; beside them its points by group of criteria, and the
 * commune's once they are given. Pure: the same facts and the same head give the same document.
 */
import { drafted, heading, textsOf, withEdits, type Block, type PaperDocument } from './document.ts';
import { placeOf } from './head.ts';
import { knownErrorsIn, type KnownError } from './known-errors.ts';
import { printed } from './lay-out.ts';
import { closed, headBlock, movementOf, planOf, signatureBlock } from './parts.ts';
import {
  staleFigures,
  unitFigures,
  type StaleFigure,
  type UnitFigures,
  type UnitParagraph,
  type UnitReportFacts,
} from './unit-report-facts.ts';
import { figureBlocks, nominationBlocks, planBlocks } from './unit-report-parts.ts';

/** What a person types for the paper alone. */
export interface UnitReportHead {
  /** Of whom the unit is a part; empty = none is printed. */
  parent: string;
  /** "5", or with its symbol "05/BC-THBT". */
  number: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG". */
  signerTitle: string;
  signerName: string;
  /** One a line. */
  recipients: string;
}

/** Parts of the report in their order. */
export const reportParts = ['leadership', 'results', 'assessment', 'awards', 'plans'] as const;
export type ReportPart = (typeof reportParts)[number];

const titles: Record<ReportPart, string> = {
  leadership: 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN',
  results: 'KẾT QUẢ THỰC HIỆN',
  assessment: 'ĐÁNH GIÁ CHUNG',
  awards: 'CÔNG TÁC KHEN THƯỞNG',
  plans: 'PHƯƠNG HƯỚNG, KIẾN NGHỊ',
};

/** By what a paragraph's heading speaks of; the first that fits. What fits none tells of results. */
const speaksOf: readonly (readonly [ReportPart, RegExp])[] = [
  ['plans', /phương hướng|kiến nghị|nhiệm vụ (?:năm|thời gian) tới|năm tới/],
  ['awards', /khen thưởng|đề nghị khen/],
  ['assessment', /ưu điểm|tồn tại|hạn chế|khó khăn|nguyên nhân|đánh giá chung/],
  ['leadership', /lãnh đạo|chỉ đạo|tuyên truyền/],
];

/** "C1. Lãnh đạo", "2) Tuyên truyền": the paper numbers its headings itself. */
const OWN_NUMBER = /^(?:\p{Lu}{1,3}\d{0,2}|\d{1,2})\s?[.)]\s+/u;

const partOf = (own: string): ReportPart => {
  const text = own.normalize('NFC').toLocaleLowerCase('vi');
  return speaksOf.find(([, words]) => words.test(text))?.[0] ?? 'results';
};

/** A paragraph without a heading goes on with what stands before it. */
function inParts(paragraphs: readonly UnitParagraph[]): Record<ReportPart, Block[]> {
  const parts: Record<ReportPart, Block[]> = {
    leadership: [],
    results: [],
    assessment: [],
    awards: [],
    plans: [],
  };
  let part: ReportPart = 'results';
  for (const [at, { heading: own, text }] of paragraphs.entries()) {
    const title = own.trim().replace(OWN_NUMBER, '');
    if (title !== '') {
      part = partOf(title);
      parts[part].push(heading(2, title));
    }
    parts[part].push(drafted(`own-${at}`, text));
  }
  return parts;
}

export type UnitBlank = 'number' | 'date' | 'signerTitle' | 'signerName' | 'commune' | 'recipients';

export interface DrawnUnitReport {
  document: PaperDocument;
  /** What it would print as dots, or not at all, and a person writes by hand. */
  blanks: readonly UnitBlank[];
  /** Parts nobody has written a word for; they are left out. */
  unwritten: readonly ReportPart[];
  /** Items of the form that are not answered. */
  unanswered: number;
  stale: readonly StaleFigure[];
  errors: readonly KnownError[];
  figures: UnitFigures;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const upper = (text: string): string => text.trim().toLocaleUpperCase('vi');

/** What the column of the head holds in one line, letters. */
const HEAD_LINE = 24;

/** A name in capitals; a long one is broken before the name of its place, where it reads well. */
function inHead(name: string, commune: UnitReportFacts['commune']): string {
  const text = upper(name);
  if (text.length <= HEAD_LINE || commune === undefined) return text;
  const place = [commune.name, placeOf(commune)].map(upper).find((end) => text.endsWith(` ${end}`));
  return place === undefined ? text : `${text.slice(0, -place.length - 1)}\n${place}`;
}

function blanksOf(facts: UnitReportFacts, head: UnitReportHead): UnitBlank[] {
  const lacks: Record<UnitBlank, boolean> = {
    number: head.number.trim() === '',
    date: head.date === '',
    signerTitle: head.signerTitle.trim() === '',
    signerName: head.signerName.trim() === '',
    commune: facts.commune === undefined,
    recipients: linesOf(head.recipients).length === 0,
  };
  return (['number', 'date', 'signerTitle', 'signerName', 'commune', 'recipients'] as const).filter(
    (blank) => lacks[blank],
  );
}

export function unitReport(facts: UnitReportFacts, head: UnitReportHead): DrawnUnitReport {
  const { unit, commune, paragraphs } = facts;
  const figures = unitFigures(facts);
  const people = commune === undefined ? 'Ủy ban nhân dân xã' : `Ủy ban nhân dân ${commune.name}`;
  const office = commune?.standingOffice.trim() ?? '';
  const movement = movementOf(facts);
  const own = inParts(paragraphs);
  const parts: Record<ReportPart, Block[]> = {
    ...own,
    leadership: [...planBlocks(facts), ...own.leadership],
    results: [...own.results, ...figureBlocks(facts, figures)],
    awards: [...own.awards, ...nominationBlocks(facts)],
  };
  const [title = '', ...before] = head.signerTitle.split('/').map(upper).reverse();
  const basis = {
    number: head.number,
    date: head.date,
    head: {
      parent: inHead(head.parent, commune),
      issuer: inHead(unit, commune),
      place: commune === undefined ? '' : placeOf(commune),
      symbol: 'BC',
      signer: { title, onBehalf: before.reverse().join(' / '), name: head.signerName.trim() },
      legalBases: [],
      recipients: linesOf(head.recipients),
    },
  };
  const document = withEdits(
    {
      kind: 'report',
      title: `Báo cáo của ${unit}`,
      sections: [
        {
          orientation: 'portrait',
          blocks: [
            headBlock(basis),
            { kind: 'title', type: 'BÁO CÁO', subject: `Kết quả thực hiện ${movement}` },
            { kind: 'letterTo', to: [office === '' ? people : `${people} (qua ${office})`] },
            drafted(
              'opening',
              `Thực hiện ${planOf(facts, people)} về ${movement}, ${unit} báo cáo kết quả như sau:`,
            ),
            ...reportParts.flatMap((part) => [heading(1, titles[part]), ...parts[part]]),
            drafted('closing', closed(`Trên đây là báo cáo kết quả thực hiện ${movement} của ${unit}`)),
            signatureBlock(basis),
          ],
        },
      ],
    },
    {},
  );
  return {
    document,
    blanks: blanksOf(facts, head),
    unwritten: reportParts.filter((part) => part !== 'awards' && own[part].length === 0),
    unanswered: figures.sheet.missing.length,
    stale: staleFigures(facts, figures),
    errors: knownErrorsIn(textsOf(printed(document)).join('\n')),
    figures,
  };
}
