/**
 * What the rules of awards need to know of a record. Records of `protocol/award-records.ts` fit these shapes as they
 * are; days are `YYYY-MM-DD`, points normalised hundredths, money whole đồng, rates parts of a thousand.
 */
import type { AwardState, AwardStep, AwardTrack, RecipientKind } from './workflow.ts';

export type StepDone = {
  to: AwardState;
  /** Epoch milliseconds by the clock of whoever did it: a claim, never an order. */
  at: number;
  skipped?: AwardStep[] | undefined;
  reason?: string | undefined;
  /** The device it was done from, as the server saw it; absent while it is on its way there. */
  by?: string | undefined;
};

export type Recipient = {
  kind: RecipientKind;
  name: string;
  position: string;
  subjectKind?: 'hamlet' | 'household' | 'unit' | undefined;
  subjectId?: string | undefined;
};

export type AwardGround =
  | {
      kind: 'ranking';
      freezeId: string;
      rank: number;
      normalised: number;
      grade?: string | undefined;
    }
  | { kind: 'nomination'; nominationId?: string | undefined; by: string; reason: string };

export type Votes = { agree: number; disagree: number; abstain: number };

export type VillageVote = {
  date: string;
  /** Households represented at the meeting. */
  households: number;
  votes: Votes;
};

/** Already honoured for the same achievement by an authority above. */
export type AwardAbove = { authority: string; form: string; number: string; date: string };

export type AwardFacts = {
  id: string;
  campaignId: string;
  track: AwardTrack;
  recipient: Recipient;
  ground: AwardGround;
  achievement: string;
  above?: AwardAbove | undefined;
  course: StepDone[];
  villageVote?: VillageVote | undefined;
  noticeId?: string | undefined;
  meetingId?: string | undefined;
  letterId?: string | undefined;
  decisionId?: string | undefined;
  delivery?: { date: string; number: string; receivedBy: string; place: string } | undefined;
};

export type Quotas = { [Kind in RecipientKind]?: number | undefined };

export type BaseSalary = { from: string; amount: number; source: string };

/** The rules of one campaign, whatever record they come from. */
export type RulesOfAwards = {
  quotas: Quotas;
  leastPoints?: number | undefined;
  grades: readonly string[];
  onTimeOnly: boolean;
  noticeDays: number;
  quorum: number;
  passRate: number;
  decisionDays: number;
  bonus: Record<RecipientKind, number>;
  baseSalaries: readonly BaseSalary[];
  fund: string;
};

export type NoticeFacts = {
  id: string;
  from: string;
  until: string;
  awards: readonly string[];
  objections: readonly { awardId: string; outcome: 'open' | 'upheld' | 'dismissed' }[];
};

export type MeetingFacts = {
  id: string;
  date: string;
  members: readonly { present: boolean }[];
  votes: readonly ({ awardId: string } & Votes)[];
};

export type LetterFacts = {
  id: string;
  date: string;
  awards: readonly string[];
  freezes: readonly string[];
};

export type DecisionFacts = {
  id: string;
  letterId?: string | undefined;
  state: 'prepared' | 'approved' | 'withdrawn';
  number: string;
  date: string;
  baseSalary: number;
  awards: readonly { awardId: string; amount: number }[];
  total: number;
  reason?: string | undefined;
};

/** What a frozen ranking says, as far as awards rest on it. */
export type FreezeFacts = {
  id: string;
  group: string;
  inputs: readonly { subjectId: string; onTime: boolean }[];
  results: readonly {
    subjectId: string;
    rank?: number | undefined;
    normalised: number;
    grade?: string | undefined;
  }[];
};
