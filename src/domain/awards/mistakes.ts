/** What may be wrong with a write about awards; a screen has a sentence for each, the commune refuses it. */
import type { Double } from './double.ts';
import type { WhyNotEligible } from './rules.ts';
import type { AwardStep } from './workflow.ts';

export type AwardMistake =
  /** Its past was changed, or more than one step was added. */
  | { kind: 'courseRewritten' }
  /** No such step from where it stands. */
  | { kind: 'notAllowed' }
  /** The steps it says it leaves out are not those it leaves out. */
  | { kind: 'skipDiffers'; skipped: AwardStep[] }
  /** A step or the path is left without a word why. */
  | { kind: 'reasonMissing' }
  /** Who, what for or what it rests on was changed after the step that rests on it. */
  | { kind: 'frozen'; field: string }
  /** Kind of recipient and what it names do not belong together. */
  | { kind: 'recipientUnclear' }
  | { kind: 'double'; double: Double }
  | { kind: 'freezeMissing' }
  | { kind: 'freezeReplaced' }
  | { kind: 'rankingDiffers' }
  /** Beyond the quota: all of one rank may be, with a reason. */
  | { kind: 'overQuota' }
  /** Against the campaign's own rules: may be, with a reason. */
  | { kind: 'notEligible'; why: WhyNotEligible[] }
  | { kind: 'voteMissing' }
  | { kind: 'voteNotPassed' }
  | { kind: 'noticeMissing' }
  | { kind: 'noticeRunning'; until: string }
  | { kind: 'objectionOpen' }
  | { kind: 'objectionUpheld' }
  | { kind: 'meetingMissing' }
  | { kind: 'noQuorum'; needed: number; present: number }
  | { kind: 'notVoted' }
  | { kind: 'notPassed' }
  | { kind: 'letterMissing' }
  | { kind: 'letterWithoutFreeze' }
  | { kind: 'decisionMissing' }
  | { kind: 'decisionNotApproved' }
  /** An approved decision names it: it is decided, and then revoked if it must be. */
  | { kind: 'alreadyDecided' }
  | { kind: 'deliveryMissing' }
  | { kind: 'deliveryTooEarly' };

export type PaperMistake =
  /** A notice shorter than the rules ask; `until`: the first last day that is long enough. */
  | { kind: 'noticeTooShort'; until: string }
  | { kind: 'objectionRemoved' }
  /** An objection was closed without a word why. */
  | { kind: 'answerMissing' }
  | { kind: 'namedTwice' }
  | { kind: 'unknownAward'; awardId: string }
  | { kind: 'unknownFreeze'; freezeId: string }
  | { kind: 'tooManyVotes'; awardId: string }
  | { kind: 'meetingEndsBeforeItBegins' }
  /** What awards already rest on is not changed any more. */
  | { kind: 'frozen'; field: string }
  | { kind: 'rulesTwice' }
  | { kind: 'notAllowed' }
  | { kind: 'reasonMissing' }
  | { kind: 'numberMissing' }
  | { kind: 'letterMissing' }
  | { kind: 'notInLetter'; awardId: string }
  | { kind: 'notProposed'; awardId: string }
  | { kind: 'decidedElsewhere'; awardId: string }
  | { kind: 'baseSalaryDiffers'; amount: number | null }
  | { kind: 'amountDiffers'; awardId: string; amount: number }
  | { kind: 'totalDiffers'; total: number }
  /** Awards it gave still stand: each is revoked first, with its reason. */
  | { kind: 'awardsStand'; awardIds: string[] };
