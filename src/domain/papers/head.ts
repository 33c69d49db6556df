/**
 * The head and the foot of a paper on its day: who issues it, where, who signs and for whom (`domain.md` §4.1, §5.1). A
 * commune that was merged away keeps its name on papers of its own days.
 */
import { standsOn } from '../standing.ts';
import type { PaperKind, Signer } from './document.ts';
import type { PaperFacts } from './facts.ts';
import type { SourceCommune, SourceSigner } from './sources.ts';

/** As it is kept with the paper; later changes of commune or signer do not reach back. */
export interface PaperHead {
  parent: string;
  issuer: string;
  place: string;
  symbol: string;
  signer: SourceSigner;
  legalBases: readonly string[];
  recipients: readonly string[];
}

/** Which commune it was on that day. */
export function communeOn(
  { commune, handOvers, campaign }: Pick<PaperFacts, 'commune' | 'handOvers' | 'campaign'>,
  day: string,
): SourceCommune {
  const own = handOvers
    .filter(({ campaignId }) => campaignId === campaign.id)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const last = own.filter(({ date }) => day === '' || date <= day).at(-1);
  return last?.to ?? own[0]?.from ?? commune;
}

/** "xã Bình Thuận" → "Bình Thuận", as it stands before the day. */
export const placeOf = ({ name }: SourceCommune): string => name.replace(/^(xã|phường|thị trấn)\s+/i, '');

/** Those who may sign on that day, the campaign's own signer first where he holds the post. */
export function signersOn(
  { positions, campaign }: Pick<PaperFacts, 'positions' | 'campaign'>,
  day: string,
): SourceSigner[] {
  const own = positions
    .filter(({ subjectId, signsFor }) => subjectId === undefined && signsFor !== undefined)
    .sort((a, b) => (a.validFrom + a.personName < b.validFrom + b.personName ? -1 : 1));
  const held = own
    .filter((position) => day === '' || standsOn(position, day))
    .map(({ title, personName, signsFor = '' }): SourceSigner => ({
      title: title.toLocaleUpperCase('vi'),
      onBehalf: signsFor,
      name: personName,
    }));
  const { signer } = campaign;
  const known = own.filter(({ personName }) => personName === signer.name);
  // Nobody wrote his days down, or they hold this one.
  const isHeld = known.length === 0 || held.some(({ name }) => name === signer.name);
  const others = held.filter(({ name }) => name !== signer.name);
  return isHeld ? [signer, ...others] : others;
}

const noSigner: SourceSigner = { title: '', onBehalf: '', name: '' };

/** Broken where it reads well in the narrow column. */
const COUNCIL = 'HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG';
const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Who issues a letter, by what follows "TTr-" in its symbol. */
const issuers: Readonly<
  Record<string, { issuer: string; words: string; signer: (name: string) => SourceSigner }>
> = {
  HĐTĐKT: {
    issuer: COUNCIL,
    words: 'Hội đồng Thi đua - Khen thưởng xã',
    signer: (name) => ({ title: 'CHỦ TỊCH HỘI ĐỒNG', onBehalf: 'TM. HỘI ĐỒNG', name }),
  },
  VP: {
    issuer: 'VĂN PHÒNG HĐND VÀ UBND',
    words: 'Văn phòng HĐND và UBND xã',
    signer: (name) => ({ title: 'CHÁNH VĂN PHÒNG', onBehalf: '', name }),
  },
};

const types: Record<PaperKind, string> = {
  report: 'BC',
  submissionLetter: 'TTr',
  awardList: '',
  achievementReport: 'BC',
  minutes: 'BB',
  decision: 'QĐ',
};

export interface HeadWish {
  kind: PaperKind;
  day: string;
  /** What follows the type in the symbol: "UBND", "HĐTĐKT", "VP". */
  issuer?: string;
  /** Who signs, where the paper's own record says it. */
  signer?: SourceSigner;
  /** Who leads the council or the office that writes. */
  leads?: string;
}

/** Who wrote a letter, within a sentence: "Hội đồng Thi đua - Khen thưởng xã"; null = the commune's people's committee. */
export const issuerWords = (issuer: string): string | null => issuers[issuer.trim()]?.words ?? null;

/** The head a paper of that day begins with; its officer may change each part. */
export function headOn(
  facts: PaperFacts,
  { kind, day, issuer = 'UBND', signer, leads = '' }: HeadWish,
): PaperHead {
  const commune = communeOn(facts, day);
  const people = `ỦY BAN NHÂN DÂN\n${upper(commune.name)}`;
  const office = issuers[issuer.trim()];
  const [first = noSigner] = signersOn(facts, day);
  const { campaign } = facts;
  return {
    // A commune prints no name above its own, which takes two lines (`domain.md` §4.1).
    parent: office === undefined ? '' : people,
    issuer: office?.issuer ?? people,
    place: placeOf(commune),
    symbol: [types[kind], issuer.trim()].filter((part) => part !== '').join('-'),
    signer: signer ?? (office === undefined ? first : office.signer(leads)),
    legalBases: campaign.legalBases.map(({ text }) => text).filter((text) => text.trim() !== ''),
    recipients: campaign.recipients.filter((text) => text.trim() !== ''),
  };
}

/** Each line of "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH" by itself. */
export const signerLines = ({ onBehalf, title, name }: SourceSigner): Signer => ({
  onBehalf: onBehalf
    .split(/\s*[/\n]\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  title: title.trim(),
  name: name.trim(),
});

/** Of a decision the chairman takes himself: nobody is stood for, "TM." falls away, "KT." stays. */
export const personalSigner = (signer: SourceSigner): Signer => {
  const lines = signerLines(signer);
  return { ...lines, onBehalf: lines.onBehalf.filter((line) => !/^TM\./i.test(line)) };
};
