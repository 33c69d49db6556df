/**
 * An official paper as blocks, whatever it is drawn with: a page on the screen, a file for a word processor. What stands
 * here is final text; sizes and places are the writer's (`documents/measures.ts`). Pure.
 */
import { printable } from './words.ts';

/** How the papers this program makes are called; a result slip is made with the certificates. */
export const paperKinds = [
  'report',
  'submissionLetter',
  'awardList',
  'achievementReport',
  'minutes',
  'decision',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export type Align = 'left' | 'center' | 'right';

export interface Column {
  head: string;
  /** Share of the table's width; the shares of a table need not add up to anything. */
  share: number;
  align: Align;
}

/** `part`: a heading across the table · `total`: its first cell takes what the others leave free. */
export interface TableRow {
  kind: 'line' | 'part' | 'total';
  cells: readonly string[];
}

export interface Signer {
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": one line each. */
  onBehalf: readonly string[];
  title: string;
  name: string;
}

export type Block =
  /** Quốc hiệu, tiêu ngữ, issuer, number, place and day; without `placeDate` where the text itself says when. */
  | {
      kind: 'head';
      parent: string;
      issuer: string;
      number: string;
      placeDate: string;
    }
  | { kind: 'title'; type: string; subject: string }
  /** Who decides, above the legal bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …", or "QUYẾT ĐỊNH:". */
  | { kind: 'authority'; text: string }
  | { kind: 'letterTo'; to: readonly string[] }
  | { kind: 'basis'; text: string }
  /** Without its number, which depends on what is printed: I. II. at level 1, 1. 2. at level 2. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  /**
   * `lead` stands bold before it ("Điều 1."). `drafted`: what the facts give; `isOwn`: an officer's words instead.
   * `wanted`: what somebody is to write here, because no figure says it. Without a text it is not printed.
   */
  | {
      kind: 'paragraph';
      id: string;
      lead?: string;
      text: string;
      drafted: string;
      isOwn: boolean;
      wanted?: string;
    }
  | { kind: 'table'; name: string; columns: readonly Column[]; rows: readonly TableRow[] }
  | { kind: 'signature'; recipients: readonly string[]; signer: Signer }
  /** Two who sign side by side: secretary and chair, head of the family and of the hamlet. */
  | { kind: 'signatures'; left: Signer; right: Signer }
  | { kind: 'annexTitle'; number: string; title: string; attachedTo: string };

export interface Section {
  orientation: 'portrait' | 'landscape';
  blocks: readonly Block[];
}

export interface PaperDocument {
  kind: PaperKind;
  /** For the file's name and its properties. */
  title: string;
  /** The paper itself, then its annexes, each on a page of its own and numbered anew. */
  sections: readonly Section[];
}

export type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** A paragraph as the facts give it. */
export const drafted = (id: string, text: string, lead?: string): Paragraph => ({
  kind: 'paragraph',
  id,
  ...(lead !== undefined && { lead }),
  text,
  drafted: text,
  isOwn: false,
});

/** A place for words that only a person has: causes, plans, what was special. */
export const wanted = (id: string, what: string): Paragraph => ({ ...drafted(id, ''), wanted: what });

export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });

const cleanSigner = ({ onBehalf, title, name }: Signer): Signer => ({
  onBehalf: onBehalf.map(printable),
  title: printable(title),
  name: printable(name),
});

const cleanBlock = (block: Block): Block => {
  switch (block.kind) {
    case 'head':
      return {
        kind: 'head',
        parent: printable(block.parent),
        issuer: printable(block.issuer),
        number: printable(block.number),
        placeDate: printable(block.placeDate),
      };
    case 'title':
      return { ...block, type: printable(block.type), subject: printable(block.subject) };
    case 'authority':
    case 'basis':
    case 'heading':
      return { ...block, text: printable(block.text) };
    case 'paragraph':
      return { ...block, text: printable(block.text), drafted: printable(block.drafted) };
    case 'letterTo':
      return { ...block, to: block.to.map(printable) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, head: printable(column.head) })),
        rows: block.rows.map(({ kind, cells }) => ({ kind, cells: cells.map(printable) })),
      };
    case 'signature':
      return {
        ...block,
        recipients: block.recipients.map(printable),
        signer: cleanSigner(block.signer),
      };
    case 'signatures':
      return { ...block, left: cleanSigner(block.left), right: cleanSigner(block.right) };
    case 'annexTitle':
      return { ...block, title: printable(block.title), attachedTo: printable(block.attachedTo) };
  }
};

/**
 * The document with an officer's own words instead of drafted ones (an empty text leaves the paragraph out), and with
 * nothing in it that a file could not hold.
 */
export function withEdits(document: PaperDocument, edits: Readonly<Record<string, string>>): PaperDocument {
  const edited = (block: Block): Block => {
    if (block.kind !== 'paragraph' || !Object.hasOwn(edits, block.id)) return block;
    return { ...block, text: edits[block.id] ?? '', isOwn: true };
  };
  return {
    ...document,
    title: printable(document.title),
    sections: document.sections.map(({ orientation, blocks }) => ({
      orientation,
      blocks: blocks.map((block) => cleanBlock(edited(block))),
    })),
  };
}

/** Every text of a document in reading order, for searching and comparing. */
export function textsOf(document: PaperDocument): string[] {
  const signer = ({ onBehalf, title, name }: Signer): string[] => [...onBehalf, title, name];
  const of = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'head':
        return [block.parent, block.issuer, block.number, block.placeDate];
      case 'title':
        return [block.type, block.subject];
      case 'letterTo':
        return block.to;
      case 'paragraph':
        return [block.lead === undefined ? block.text : `${block.lead} ${block.text}`];
      case 'table':
        return [...block.columns.map(({ head }) => head), ...block.rows.flatMap(({ cells }) => cells)];
      case 'signature':
        return [...signer(block.signer), ...block.recipients];
      case 'signatures':
        return [...signer(block.left), ...signer(block.right)];
      case 'annexTitle':
        return [block.number, block.title, block.attachedTo];
      default:
        return [block.text];
    }
  };
  return document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => [...of(block)]));
}
