/** What several papers say in the same way. Pure. */
import { bonusOf } from '../awards/bonus.ts';
import type { RecipientKind } from '../awards/workflow.ts';
import { formatNumber, formatPercent } from '../vietnamese/format.ts';
import { totalAmount, type AwardCount, type AwardLine } from './award-lines.ts';
import type { Block, PaperDocument, Signer } from './document.ts';
import type { PaperFacts } from './facts.ts';
import { communeOn, signerLines, type PaperHead } from './head.ts';
import type { SourceCampaign } from './sources.ts';
import { BLANK, officialCount, officialDate, officialNumber } from './words.ts';

/** What a paper is drawn from: the facts, and its own head, number and day. */
export interface PaperBasis {
  facts: PaperFacts;
  head: PaperHead;
  number: string;
  /** `YYYY-MM-DD`; empty while nobody has set it. */
  date: string;
}

export const numberOf = ({ number, head }: Pick<PaperBasis, 'number' | 'head'>): string =>
  officialNumber(number, head.symbol);

export const headBlock = (basis: Pick<PaperBasis, 'head' | 'number' | 'date'>): Block => ({
  kind: 'head',
  parent: basis.head.parent,
  issuer: basis.head.issuer,
  number: `Số: ${numberOf(basis)}`,
  placeDate: `${basis.head.place || BLANK}, ${officialDate(basis.date)}`,
});

export const basesBlocks = ({ head }: Pick<PaperBasis, 'head'>): Block[] =>
  head.legalBases.map((base, at) => {
    const text = base.trim().replace(/[;.]+$/, '');
    const opening = /^căn cứ\b/i.test(text) ? text : `Căn cứ ${text}`;
    return { kind: 'basis', text: `${opening}${at === head.legalBases.length - 1 ? '.' : ';'}` };
  });

export const recipientsOf = ({ head }: Pick<PaperBasis, 'head'>): string[] => {
  const plain = head.recipients
    .map((line) =>
      line
        .trim()
        .replace(/^-\s*/, '')
        .replace(/[;.]+$/, ''),
    )
    .filter((line) => line !== '');
  return plain.map((line, at) => `- ${line}${at === plain.length - 1 ? '.' : ';'}`);
};

export const signatureBlock = (
  basis: Pick<PaperBasis, 'head'>,
  signer: Signer = signerLines(basis.head.signer),
): Block => ({
  kind: 'signature',
  recipients: recipientsOf(basis),
  signer,
});

/** "phong trào thi đua “…” năm 2025", as it stands within a sentence. */
export const movementOf = ({ campaign }: { campaign: Pick<SourceCampaign, 'title'> }): string =>
  campaign.title.replace(/^Phong trào/, 'phong trào');

/** "Kế hoạch số 28/KH-UBND ngày … của Ủy ban nhân dân xã …", which every report carries out. */
export const planOf = (
  { campaign }: { campaign: Pick<SourceCampaign, 'planNumber' | 'planDate'> },
  people: string,
): string =>
  campaign.planNumber === undefined || campaign.planDate === undefined
    ? `Kế hoạch của ${people}`
    : `Kế hoạch số ${officialNumber(campaign.planNumber, 'KH-UBND')} ${officialDate(campaign.planDate)} của ${people}`;

/** "Ủy ban nhân dân xã Bình Thuận". */
export const peopleOf = ({ facts, date }: Pick<PaperBasis, 'facts' | 'date'>): string =>
  `Ủy ban nhân dân ${communeOn(facts, date).name}`;

export const recipientWords: Record<RecipientKind, string> = {
  collective: 'tập thể',
  individual: 'cá nhân',
  household: 'hộ gia đình',
};

/** "12 tập thể, 08 cá nhân, 20 hộ gia đình"; kinds without anybody are left out. */
export const countsPhrase = (count: AwardCount): string =>
  (['collective', 'individual', 'household'] as const)
    .filter((kind) => count[kind] > 0)
    .map((kind) => `${officialCount(count[kind])} ${recipientWords[kind]}`)
    .join(', ');

/** "17/19 xóm (89,5%)"; a whole nobody knows is not divided by. */
export const shareOf = (n: number, d: number, word: string): string =>
  d === 0
    ? `${formatNumber(n)} ${word}`
    : `${formatNumber(n)}/${formatNumber(d)} ${word} (${formatPercent(n, d)})`;

/** What a name brings on that day: as decided, or as the rules of the day give it; null where no base salary is known. */
export const amountOn = ({ rules }: Pick<PaperFacts, 'rules'>, line: AwardLine, day: string): number | null =>
  line.amount ?? bonusOf(line.kind, rules, day);

export const totalOn = (
  facts: Pick<PaperFacts, 'rules'>,
  lines: readonly AwardLine[],
  day: string,
): number | null => totalAmount(lines.map((line) => amountOn(facts, line, day)));

/** The names a paper lists, also those who left the way afterwards: what was signed says the same for ever. */
export const linesOf = ({ awards }: Pick<PaperFacts, 'awards'>, ids: readonly string[]): AwardLine[] =>
  ids.flatMap((id) => awards.get(id) ?? []);

/** "nguồn kinh phí …", as it stands within a sentence. */
export const fundOf = (fund: string): string => fund.trim().replace(/^Nguồn\b/, 'nguồn');

/** The end of every body: "./." (Nghị định 30/2020). */
export const closed = (text: string): string => `${text.replace(/[.\s/]+$/, '')}./.`;

export type Maker = (basis: PaperBasis, aboutId: string) => PaperDocument | null;
