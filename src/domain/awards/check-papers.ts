/** Whether a notice, a meeting or a letter about awards may be written so: what awards rest on is not changed after. */
import type { PaperMistake } from './mistakes.ts';
import { noticeUntil } from './notice.ts';
import type {
  AwardFacts,
  DecisionFacts,
  LetterFacts,
  MeetingFacts,
  NoticeFacts,
  RulesOfAwards,
} from './types.ts';
import { quorumOf, votesCast } from './votes.ts';
import { awardSteps, stands, stateOf, type AwardStep } from './workflow.ts';

type Named = Pick<AwardFacts, 'id' | 'course' | 'noticeId' | 'meetingId' | 'letterId'>;

/** Standing awards that have come to this step or further by what `field` names. */
export const restingOn = (
  awards: readonly Named[],
  { field, id, from }: { field: 'noticeId' | 'meetingId' | 'letterId'; id: string; from: AwardStep },
): Named[] =>
  awards.filter((award) => {
    const state = stateOf(award);
    const at = awardSteps.findIndex((step) => step === state);
    return award[field] === id && stands(state) && at >= awardSteps.indexOf(from);
  });

const twice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** Names nobody knows, without those it named before: what was erased since is left as it is. */
const unknownIn = (
  ids: readonly string[],
  awards: readonly Named[],
  before: readonly string[],
): PaperMistake | null => {
  const known = new Set([...before, ...awards.map(({ id }) => id)]);
  const unknown = ids.find((id) => !known.has(id));
  return unknown === undefined ? null : { kind: 'unknownAward', awardId: unknown };
};

type Objection = NoticeFacts['objections'][number] & { id: string; text: string; answer: string };
export type NoticeWithWords = Omit<NoticeFacts, 'objections'> & { objections: readonly Objection[] };

function noticeFrozen(
  before: NoticeWithWords,
  after: NoticeWithWords,
  awards: readonly Named[],
): PaperMistake | null {
  const gone = before.objections.some(
    (old) =>
      !after.objections.some(
        ({ id, awardId, text }) => id === old.id && awardId === old.awardId && text === old.text,
      ),
  );
  if (gone) return { kind: 'objectionRemoved' };
  const hung = restingOn(awards, { field: 'noticeId', id: after.id, from: 'publicNotice' });
  if (hung.length === 0) return null;
  if (before.from !== after.from || after.until < before.until) return { kind: 'frozen', field: 'until' };
  return hung.some(({ id }) => !after.awards.includes(id)) ? { kind: 'frozen', field: 'awards' } : null;
}

/** `awards`: those of the campaign. A list once hung out grows or hangs longer; no objection is taken off it. */
export function checkNotice(
  before: NoticeWithWords | null,
  after: NoticeWithWords,
  { rules, awards }: { rules: Pick<RulesOfAwards, 'noticeDays'>; awards: readonly Named[] },
): PaperMistake | null {
  if (twice(after.awards)) return { kind: 'namedTwice' };
  // The rules of the day it was hung out hold for it, whatever they say later.
  const isNew = before?.from !== after.from || before.until !== after.until;
  const until = noticeUntil(after.from, rules.noticeDays);
  if (isNew && after.until < until) return { kind: 'noticeTooShort', until };
  const silent = after.objections.some(({ outcome, answer }) => outcome !== 'open' && answer.trim() === '');
  if (silent) return { kind: 'answerMissing' };
  return (
    unknownIn(after.awards, awards, before?.awards ?? []) ??
    (before === null ? null : noticeFrozen(before, after, awards))
  );
}

export type MeetingWithTimes = MeetingFacts & { begins: string; ends?: string | undefined };

/** Who was there and how they voted stays as it is once an award went further on it. */
export function checkMeeting(
  before: MeetingWithTimes | null,
  after: MeetingWithTimes,
  { awards }: { awards: readonly Named[] },
): PaperMistake | null {
  const { votes, begins, ends } = after;
  if (ends !== undefined && ends < begins) return { kind: 'meetingEndsBeforeItBegins' };
  const named = votes.map(({ awardId }) => awardId);
  if (twice(named)) return { kind: 'namedTwice' };
  const { present } = quorumOf(after, { quorum: 0 });
  const over = votes.find((each) => votesCast(each) > present);
  if (over !== undefined) return { kind: 'tooManyVotes', awardId: over.awardId };
  const unknown = unknownIn(
    named,
    awards,
    (before?.votes ?? []).map(({ awardId }) => awardId),
  );
  if (unknown !== null || before === null) return unknown;
  const resting = restingOn(awards, { field: 'meetingId', id: after.id, from: 'councilMeeting' });
  if (resting.length === 0) return null;
  if (before.date !== after.date) return { kind: 'frozen', field: 'date' };
  if (JSON.stringify(before.members) !== JSON.stringify(after.members))
    return { kind: 'frozen', field: 'members' };
  const voteOf = ({ votes: all }: MeetingFacts, id: string): string =>
    JSON.stringify(all.find(({ awardId }) => awardId === id));
  return resting.some(({ id }) => voteOf(before, id) !== voteOf(after, id))
    ? { kind: 'frozen', field: 'votes' }
    : null;
}

export type LetterWithNumber = LetterFacts & { number: string; issuer: string };

/** Names and scores of a letter stay once an award was proposed by it; all of it once a decision was approved on it. */
export function checkLetter(
  before: LetterWithNumber | null,
  after: LetterWithNumber,
  {
    awards,
    freezes,
    decisions,
  }: {
    awards: readonly Named[];
    /** Ids of the campaign's frozen rankings. */
    freezes: ReadonlySet<string>;
    decisions: readonly Pick<DecisionFacts, 'letterId' | 'state'>[];
  },
): PaperMistake | null {
  if (twice(after.awards)) return { kind: 'namedTwice' };
  const unknown = unknownIn(after.awards, awards, before?.awards ?? []);
  if (unknown !== null) return unknown;
  const freezeId = after.freezes.find((id) => !freezes.has(id));
  if (freezeId !== undefined) return { kind: 'unknownFreeze', freezeId };
  if (before === null) return null;
  const isDecided = decisions.some(({ letterId, state }) => letterId === after.id && state === 'approved');
  if (isDecided)
    return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))
      ? null
      : { kind: 'frozen', field: 'letter' };
  if (restingOn(awards, { field: 'letterId', id: after.id, from: 'proposed' }).length === 0) return null;
  if (before.awards.join() !== after.awards.join()) return { kind: 'frozen', field: 'awards' };
  return before.freezes.join() === after.freezes.join() ? null : { kind: 'frozen', field: 'freezes' };
}

const sorted = ({ number, date, issuer, awards, freezes }: LetterWithNumber): unknown[] => [
  number,
  date,
  issuer,
  awards,
  freezes,
];
