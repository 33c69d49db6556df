/** What a paper would print blank, found before anybody exports it. Pure. */
import { quorumOf } from '../awards/votes.ts';
import type { PaperKind, PaperDocument } from './document.ts';
import type { PaperFacts } from './facts.ts';
import { numberOf, totalOn, type PaperBasis } from './parts.ts';
import { linesOfPaper } from './listed.ts';
import { villageMeetingOf } from './village-meetings.ts';
import { BLANK } from './words.ts';

export type MissingWhat =
  | 'number'
  | 'date'
  | 'issuer'
  | 'place'
  | 'signer'
  | 'signerTitle'
  | 'villagePlace'
  | 'villageLeaders'
  | 'legalBases'
  | 'recipients'
  | 'names'
  | 'amounts'
  | 'planNumber'
  | 'freeze'
  | 'votes'
  | 'quorum'
  | 'words';

/** Where it is entered: in the paper itself, or on another screen. */
export type MissingWhere = 'paper' | 'awards' | 'campaign' | 'ranking';

export interface Missing {
  what: MissingWhat;
  where: MissingWhere;
  /** `blank`: the paper would print a gap · `advice`: it reads whole without. */
  weight: 'blank' | 'advice';
  /** For `words`: which paragraphs. */
  wanted?: readonly string[];
}

/** The letter, decision and minutes have their number, day and signer in their own records. */
const recordKinds: readonly PaperKind[] = ['submissionLetter', 'decision', 'minutes', 'awardList'];

const headMissing = (kind: PaperKind, basis: PaperBasis): Missing[] => {
  const { head, number, date } = basis;
  const own: MissingWhere = recordKinds.includes(kind) ? 'awards' : 'paper';
  const blank = (what: MissingWhat, isMissing: boolean, where: MissingWhere = 'paper'): Missing[] =>
    isMissing ? [{ what, where, weight: 'blank' }] : [];
  // The subject writes its own report of achievements: no number, and its name by hand.
  if (kind === 'achievementReport')
    return [...blank('date', date === ''), ...blank('place', head.place.trim() === '')];
  return [
    ...blank('number', numberOf({ number, head }).includes(BLANK), kind === 'minutes' ? 'paper' : own),
    ...blank('date', date === '', own),
    ...(kind === 'awardList'
      ? []
      : [
          ...blank('issuer', head.issuer.trim() === ''),
          ...blank('place', head.place.trim() === '' && kind !== 'minutes'),
        ]),
    ...(kind === 'awardList' || kind === 'minutes'
      ? []
      : [
          ...blank('signer', head.signer.name.trim() === '', kind === 'decision' ? 'awards' : 'paper'),
          ...blank('signerTitle', head.signer.title.trim() === '', kind === 'decision' ? 'awards' : 'paper'),
          ...blank('recipients', head.recipients.length === 0),
        ]),
    ...(kind === 'submissionLetter' || kind === 'decision'
      ? blank('legalBases', head.legalBases.length === 0)
      : []),
  ];
};

/** A hamlet's minutes carry no number and are signed by who led and who wrote. */
const villageMissing = (facts: PaperFacts, aboutId: string): Missing[] | null => {
  const meeting = villageMeetingOf(facts, aboutId);
  if (meeting === undefined) return null;
  const blank = (what: MissingWhat, isMissing: boolean): Missing[] =>
    isMissing ? [{ what, where: 'awards', weight: 'blank' }] : [];
  return [
    ...blank('villagePlace', meeting.place.trim() === ''),
    ...blank('villageLeaders', meeting.chair.trim() === '' || meeting.secretary.trim() === ''),
  ];
};

const ownMissing = (kind: PaperKind, facts: PaperFacts, aboutId: string): Missing[] => {
  const missing: Missing[] = [];
  const listed = linesOfPaper(facts, aboutId);
  if (listed !== null) {
    if (listed.lines.length === 0) missing.push({ what: 'names', where: 'awards', weight: 'blank' });
    else if (totalOn(facts, listed.lines, listed.date) === null)
      missing.push({ what: 'amounts', where: 'awards', weight: 'blank' });
  }
  if (kind === 'report') {
    const { campaign } = facts;
    if (campaign.planNumber === undefined || campaign.planDate === undefined)
      missing.push({ what: 'planNumber', where: 'campaign', weight: 'advice' });
    if (facts.hamlets === null) missing.push({ what: 'freeze', where: 'ranking', weight: 'advice' });
  }
  if (kind === 'minutes') {
    const meeting = facts.meetings.find(({ id }) => id === aboutId);
    if (meeting !== undefined && meeting.votes.length === 0)
      missing.push({ what: 'votes', where: 'awards', weight: 'blank' });
    if (meeting !== undefined && !quorumOf({ members: [...meeting.members] }, facts.rules).isMet)
      missing.push({ what: 'quorum', where: 'awards', weight: 'advice' });
  }
  return missing;
};

/** Places for words nobody has written yet. */
const wantedIn = ({ sections }: PaperDocument): string[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.wanted !== undefined && block.text.trim() === ''
        ? [block.wanted]
        : [],
    ),
  );

export function missingIn(document: PaperDocument, basis: PaperBasis, aboutId: string): Missing[] {
  const words = wantedIn(document);
  return [
    ...((document.kind === 'minutes' ? villageMissing(basis.facts, aboutId) : null) ?? [
      ...headMissing(document.kind, basis),
      ...ownMissing(document.kind, basis.facts, aboutId),
    ]),
    ...(words.length === 0
      ? []
      : [{ what: 'words', where: 'paper', weight: 'advice', wanted: words } as const]),
  ];
}
