/** What each step of an award rests on (`domain.md` §3.3): looked at in what the commune keeps, not in what is claimed. */
import type { AwardMistake } from './mistakes.ts';
import { isNoticeOver, objectionsTo } from './notice.ts';
import { quotaLeft } from './quota.ts';
import { eligibilityOf, kindOfGroup, resultsOf } from './rules.ts';
import type {
  AwardFacts,
  DecisionFacts,
  FreezeFacts,
  LetterFacts,
  MeetingFacts,
  NoticeFacts,
  RulesOfAwards,
} from './types.ts';
import { isPassed, quorumOf } from './votes.ts';
import type { AwardState } from './workflow.ts';

/** What is known of the campaign: a screen gives all it has, the commune what this award names. */
export type AwardContext = {
  /** `YYYY-MM-DD`. */
  today: string;
  rules: RulesOfAwards;
  /** Awards of the campaign; this one may be among them. */
  others: readonly AwardFacts[];
  /** Freezes of the campaign; `replaces` tells which are not the newest of their group. */
  freezes: readonly (FreezeFacts & { replaces?: string | undefined })[];
  notices: readonly NoticeFacts[];
  meetings: readonly MeetingFacts[];
  letters: readonly LetterFacts[];
  decisions: readonly DecisionFacts[];
};

const byIdIn = <Row extends { id: string }>(rows: readonly Row[], id: string | undefined): Row | undefined =>
  id === undefined ? undefined : rows.find((row) => row.id === id);

/** The frozen ranking it rests on still stands and says what the award says. */
function groundMistake({ ground, recipient }: AwardFacts, { freezes }: AwardContext): AwardMistake | null {
  if (ground.kind !== 'ranking') return null;
  const freeze = byIdIn(freezes, ground.freezeId);
  if (freeze === undefined) return { kind: 'freezeMissing' };
  if (freezes.some(({ replaces }) => replaces === freeze.id)) return { kind: 'freezeReplaced' };
  const result = freeze.results.find(({ subjectId }) => subjectId === recipient.subjectId);
  const isSame =
    result?.rank === ground.rank &&
    result.normalised === ground.normalised &&
    result.grade === ground.grade &&
    kindOfGroup(freeze.group) === recipient.kind;
  return isSame ? null : { kind: 'rankingDiffers' };
}

/** A place beyond the quota, or against the rules, is given only with a reason. */
function shortlistMistake(award: AwardFacts, context: AwardContext): AwardMistake | null {
  if (award.course.at(-1)?.reason !== undefined) return null;
  const { ground, recipient } = award;
  const others = context.others.filter(({ id }) => id !== award.id);
  const { left } = quotaLeft(others, context.rules)[recipient.kind];
  if (left !== undefined && left <= 0) return { kind: 'overQuota' };
  if (ground.kind !== 'ranking') return null;
  const freeze = byIdIn(context.freezes, ground.freezeId);
  const result = freeze && resultsOf(freeze).find(({ subjectId }) => subjectId === recipient.subjectId);
  const eligibility = result && eligibilityOf(result, context.rules);
  return eligibility?.kind === 'notEligible' ? { kind: 'notEligible', why: eligibility.why } : null;
}

function villageVoteMistake({ villageVote }: AwardFacts, { rules }: AwardContext): AwardMistake | null {
  if (villageVote === undefined) return { kind: 'voteMissing' };
  return isPassed(villageVote.votes, villageVote.households, rules) ? null : { kind: 'voteNotPassed' };
}

const noticeOf = ({ id, noticeId }: AwardFacts, { notices }: AwardContext): NoticeFacts | null => {
  const notice = byIdIn(notices, noticeId);
  return notice?.awards.includes(id) === true ? notice : null;
};

/** An award whose list hung out goes no further while somebody's word against it is open or was found right. */
function objectionMistake(award: AwardFacts, context: AwardContext): AwardMistake | null {
  const notice = noticeOf(award, context);
  if (notice === null) return award.noticeId === undefined ? null : { kind: 'noticeMissing' };
  const left = objectionsTo(notice, award.id);
  if (left === 'open') return { kind: 'objectionOpen' };
  return left === 'upheld' ? { kind: 'objectionUpheld' } : null;
}

function meetingMistake(award: AwardFacts, context: AwardContext): AwardMistake | null {
  const meeting = byIdIn(context.meetings, award.meetingId);
  if (meeting === undefined) return { kind: 'meetingMissing' };
  const { isMet, needed, present } = quorumOf(meeting, context.rules);
  if (!isMet) return { kind: 'noQuorum', needed, present };
  const votes = meeting.votes.find(({ awardId }) => awardId === award.id);
  if (votes === undefined) return { kind: 'notVoted' };
  if (!isPassed(votes, present, context.rules)) return { kind: 'notPassed' };
  const notice = noticeOf(award, context);
  return notice !== null && !isNoticeOver(notice, meeting.date)
    ? { kind: 'noticeRunning', until: notice.until }
    : null;
}

function councilMistake(award: AwardFacts, context: AwardContext): AwardMistake | null {
  const notice = noticeOf(award, context);
  if (notice !== null && !isNoticeOver(notice, context.today))
    return { kind: 'noticeRunning', until: notice.until };
  return objectionMistake(award, context) ?? meetingMistake(award, context);
}

function letterMistake(award: AwardFacts, { letters }: AwardContext): AwardMistake | null {
  const letter = byIdIn(letters, award.letterId);
  if (letter?.awards.includes(award.id) !== true) return { kind: 'letterMissing' };
  return award.ground.kind === 'ranking' && !letter.freezes.includes(award.ground.freezeId)
    ? { kind: 'letterWithoutFreeze' }
    : null;
}

const proposedMistake = (award: AwardFacts, context: AwardContext): AwardMistake | null =>
  groundMistake(award, context) ??
  objectionMistake(award, context) ??
  (award.track === 'movement' ? meetingMistake(award, context) : null) ??
  letterMistake(award, context);

function decidedMistake(award: AwardFacts, context: AwardContext): AwardMistake | null {
  const decision = byIdIn(context.decisions, award.decisionId);
  if (decision === undefined || !decision.awards.some(({ awardId }) => awardId === award.id))
    return { kind: 'decisionMissing' };
  if (decision.letterId !== award.letterId) return { kind: 'letterMissing' };
  if (decision.state !== 'approved') return { kind: 'decisionNotApproved' };
  return objectionMistake(award, context);
}

function deliveredMistake(award: AwardFacts, { decisions }: AwardContext): AwardMistake | null {
  if (award.delivery === undefined) return { kind: 'deliveryMissing' };
  const decision = byIdIn(decisions, award.decisionId);
  return decision !== undefined && award.delivery.date < decision.date ? { kind: 'deliveryTooEarly' } : null;
}

/** What an approved decision names does not leave the path behind its back. */
const exitMistake = ({ id }: AwardFacts, { decisions }: AwardContext): AwardMistake | null =>
  decisions.some(({ state, awards }) => state === 'approved' && awards.some(({ awardId }) => awardId === id))
    ? { kind: 'alreadyDecided' }
    : null;

/** What is missing for the step `to`, which is the last of the award's course; null = nothing. */
export function stepMistake(award: AwardFacts, to: AwardState, context: AwardContext): AwardMistake | null {
  switch (to) {
    case 'ranked':
      return groundMistake(award, context);
    case 'shortlisted':
      return groundMistake(award, context) ?? shortlistMistake(award, context);
    case 'villageVote':
      return villageVoteMistake(award, context);
    case 'publicNotice':
      return noticeOf(award, context) === null ? { kind: 'noticeMissing' } : null;
    case 'councilMeeting':
      return councilMistake(award, context);
    case 'proposed':
      return proposedMistake(award, context);
    case 'decided':
      return decidedMistake(award, context);
    case 'delivered':
      return deliveredMistake(award, context);
    case 'returned':
    case 'withdrawn':
    case 'rejected':
      return exitMistake(award, context);
    default:
      return null;
  }
}
