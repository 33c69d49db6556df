/**
 * One paper of a campaign, drawn: its head of the day, its text with the officer's own words, what it lacks and what in
 * it is known to be wrong. Pure: the same facts and the same kept paper give the same document.
 */
import { achievementHead, achievementReport } from './achievement-report.ts';
import { awardList } from './award-list.ts';
import { decision } from './decision.ts';
import { textsOf, withEdits, type PaperDocument, type PaperKind } from './document.ts';
import type { PaperFacts } from './facts.ts';
import { communeOn, headOn, type PaperHead } from './head.ts';
import { knownErrorsIn, type KnownError } from './known-errors.ts';
import { printed } from './lay-out.ts';
import { DECISION_SYMBOL, letterSymbol } from './listed.ts';
import { minutes } from './minutes.ts';
import { missingIn, type Missing } from './missing.ts';
import { linesOf, type Maker, type PaperBasis } from './parts.ts';
import { report } from './report.ts';
import type { SourceSigner } from './sources.ts';
import { submissionLetter } from './submission-letter.ts';
import { villageMeetingOf, villageMeetings } from './village-meetings.ts';

/**
 * Which paper of a campaign. `aboutId`: letter, decision, meeting or award; empty for the report. Minutes about an award
 * are those of the hamlet's meeting that voted on it.
 */
export interface PaperName {
  kind: PaperKind;
  aboutId: string;
}

/** What is kept of a paper once somebody changed something in it. */
export interface KeptPaper {
  number: string;
  date: string;
  head: PaperHead;
  edits: Readonly<Record<string, string>>;
}

export interface DrawnPaper {
  name: PaperName;
  document: PaperDocument;
  head: PaperHead;
  number: string;
  date: string;
  missing: readonly Missing[];
  errors: readonly KnownError[];
  /** How many paragraphs say an officer's own words. */
  ownWords: number;
}

const makers: Record<PaperKind, Maker> = {
  report,
  submissionLetter,
  awardList,
  achievementReport,
  minutes,
  decision,
};

interface Own {
  number: string;
  date: string;
  issuer: string;
  signer?: SourceSigner;
  symbol?: string;
  leads?: string;
  fixedIssuer?: string;
}

/** What the paper's own record says of its head; null where there is no such record. */
function ownOf(facts: PaperFacts, { kind, aboutId }: PaperName, today: string): Own | null {
  const letter = facts.letters.find(({ id }) => id === aboutId);
  const kept = facts.decisions.find(({ id }) => id === aboutId);
  const meeting = facts.meetings.find(({ id }) => id === aboutId);
  switch (kind) {
    case 'report':
      return { number: '', date: today, issuer: 'UBND' };
    case 'submissionLetter':
      return letter === undefined ? null : letterOwn(facts, letter);
    case 'decision':
      return kept === undefined ? null : { ...kept, issuer: 'UBND', symbol: DECISION_SYMBOL };
    case 'awardList':
      if (letter !== undefined) return letterOwn(facts, letter);
      return kept === undefined ? null : { ...kept, issuer: 'UBND', symbol: DECISION_SYMBOL };
    case 'minutes': {
      const village = villageMeetingOf(facts, aboutId);
      if (village !== undefined)
        return {
          number: '',
          date: village.date,
          issuer: '',
          fixedIssuer: [communeOn(facts, village.date).name, village.hamlet]
            .join('\n')
            .toLocaleUpperCase('vi'),
        };
      return meeting === undefined
        ? null
        : { number: '', date: meeting.date, issuer: 'HĐTĐKT', leads: meeting.chair };
    }
    case 'achievementReport': {
      const [line] = linesOf(facts, [aboutId]);
      if (line === undefined) return null;
      const { issuer, signer } = achievementHead(facts, line);
      return {
        number: '',
        date: today,
        issuer: '',
        fixedIssuer: issuer,
        signer: { title: signer.title, onBehalf: '', name: signer.name },
      };
    }
  }
}

/** The council's letter is signed by whoever led its session. */
const letterOwn = (facts: PaperFacts, letter: PaperFacts['letters'][number]): Own => {
  const meeting = facts.meetings.find(({ votes }) =>
    votes.some(({ awardId }) => letter.awards.includes(awardId)),
  );
  return {
    number: letter.number,
    date: letter.date,
    issuer: letter.issuer === '' ? 'UBND' : letter.issuer,
    symbol: letterSymbol(letter),
    leads: letter.issuer === 'HĐTĐKT' ? (meeting?.chair ?? '') : '',
  };
};

/** Kinds whose number and day stand in their own record, so that no second place can say another one. */
const fromRecord = (kind: PaperKind): boolean => kind !== 'report' && kind !== 'achievementReport';

/** Null where the record the paper is about is not there (any more). `today`: for a paper nobody dated yet. */
export function paperOf(
  facts: PaperFacts,
  name: PaperName,
  { kept, today }: { kept?: KeptPaper | undefined; today: string },
): DrawnPaper | null {
  const own = ownOf(facts, name, today);
  if (own === null) return null;
  const date = fromRecord(name.kind) ? own.date : (kept?.date ?? own.date);
  const number = fromRecord(name.kind) && name.kind !== 'minutes' ? own.number : (kept?.number ?? own.number);
  const first = headOn(facts, {
    kind: name.kind,
    day: date,
    issuer: own.issuer,
    ...(own.signer !== undefined && { signer: own.signer }),
    ...(own.leads !== undefined && { leads: own.leads }),
  });
  const begun: PaperHead = {
    ...first,
    ...(own.symbol !== undefined && { symbol: own.symbol }),
    ...(own.fixedIssuer !== undefined && { issuer: own.fixedIssuer, legalBases: [] }),
  };
  // What the record itself says is said nowhere else: its list, its letter and its certificates name the same.
  const head: PaperHead = {
    ...(kept?.head ?? begun),
    ...(own.symbol !== undefined && { symbol: own.symbol }),
    ...(name.kind === 'decision' && { signer: begun.signer }),
  };
  const basis: PaperBasis = { facts, head, number, date };
  const made = makers[name.kind](basis, name.aboutId);
  if (made === null) return null;
  const document = withEdits(made, kept?.edits ?? {});
  const texts = textsOf(printed(document)).join('\n');
  return {
    name,
    document,
    head,
    number,
    date,
    missing: missingIn(document, basis, name.aboutId),
    errors: knownErrorsIn(texts),
    ownWords: document.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === 'paragraph' && block.isOwn).length,
  };
}

/** The one name of a paper: minutes of a hamlet may be asked for by any award they voted on. */
export const namedAs = (facts: PaperFacts, name: PaperName): PaperName =>
  name.kind === 'minutes'
    ? { ...name, aboutId: villageMeetingOf(facts, name.aboutId)?.id ?? name.aboutId }
    : name;

/** The papers a campaign has, in the order it needs them (`domain.md` §3.2). */
export function papersOf(facts: PaperFacts): PaperName[] {
  const byDate = <T extends { id: string; date: string }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => (a.date + a.id < b.date + b.id ? -1 : 1));
  const decisions = byDate(facts.decisions.filter(({ state }) => state !== 'withdrawn'));
  return [
    { kind: 'report', aboutId: '' },
    ...[...facts.awards.values()]
      .filter(({ isOut }) => !isOut)
      .map(({ id }): PaperName => ({ kind: 'achievementReport', aboutId: id })),
    ...villageMeetings(facts).map(({ id }): PaperName => ({ kind: 'minutes', aboutId: id })),
    ...byDate(facts.meetings).map(({ id }): PaperName => ({ kind: 'minutes', aboutId: id })),
    ...byDate(facts.letters).flatMap(({ id }): PaperName[] => [
      { kind: 'submissionLetter', aboutId: id },
      { kind: 'awardList', aboutId: id },
    ]),
    ...decisions.flatMap(({ id }): PaperName[] => [
      { kind: 'decision', aboutId: id },
      { kind: 'awardList', aboutId: id },
    ]),
  ];
}
