/** What stands on one family's slip. Pure. */
import { spellCode } from '#protocol/code.ts';
import type { Deadline } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import { slipGaps, slipTexts } from '#client/messages/slips.ts';

export interface SlipFacts {
  /** "xã Bình Thuận". */
  commune: string;
  /** Without the word "xóm". */
  hamlet: string;
  deadline: Deadline | undefined;
  headName: string | undefined;
  headPhone: string | undefined;
  /** Questions of a family's form. */
  questions: number;
  /** Where this app is, "https://…". */
  origin: string;
}

/** One paper: whose it is and what opens it. */
export interface PaperSlip {
  householdId: string;
  householder: string;
  /** Human code of the household; names the picture's file. */
  householdCode: string;
  /** Ten characters. */
  code: string;
  fragment: string;
}

export interface SlipWords {
  header: string;
  title: string;
  to: string;
  body: string;
  stepsTitle: string;
  steps: readonly string[];
  codeLine: string;
  /** K3QF-72MA-7B. */
  code: string;
  help: string;
  warning: string;
  privacy: string;
  /** What the QR says. */
  link: string;
}

/** Opening it starts the form at once; what is after `#` reaches no server. */
export const slipLink = (origin: string, { fragment }: Pick<PaperSlip, 'fragment'>): string =>
  `${origin}/p#${fragment}`;

const host = (origin: string): string => origin.replace(/^https?:\/\//, '');

export function slipWords(slip: PaperSlip, facts: SlipFacts): SlipWords {
  const { commune, hamlet, deadline, headName, headPhone, questions, origin } = facts;
  const values: Record<string, string | number> = {
    XA: commune.toLocaleUpperCase('vi'),
    chuHo: slip.householder,
    xom: hamlet,
    soCau: questions,
    diaChiTrang: host(origin),
    ...(deadline && { hanGui: deadline.phrase }),
    ...(headName !== undefined && { truongXom: headName }),
    ...(headPhone !== undefined && { dienThoaiXom: headPhone }),
  };
  const said = (template: string): string =>
    fill(
      Object.entries(slipGaps).reduce(
        (text, [fact, [from, to]]) => (Object.hasOwn(values, fact) ? text : text.replaceAll(from, to)),
        template,
      ),
      values,
    );
  return {
    header: said(slipTexts.header),
    title: slipTexts.title,
    to: said(slipTexts.to),
    body: said(slipTexts.body),
    stepsTitle: slipTexts.stepsTitle,
    steps: slipTexts.steps,
    codeLine: said(slipTexts.code),
    code: spellCode(slip.code),
    help: said(slipTexts.help),
    warning: slipTexts.warning,
    privacy: slipTexts.privacy,
    link: slipLink(origin, slip),
  };
}

export const SLIPS_A_SHEET = 4;

/** Papers by sheet of A4, in order. */
export function inSheets<Paper>(papers: readonly Paper[]): Paper[][] {
  const sheets: Paper[][] = [];
  for (let from = 0; from < papers.length; from += SLIPS_A_SHEET)
    sheets.push(papers.slice(from, from + SLIPS_A_SHEET));
  return sheets;
}
