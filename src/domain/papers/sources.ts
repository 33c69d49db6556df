/**
 * What the papers are gathered from: the records as they are kept, named by the parts a paper needs. Anything wider fits
 * (`protocol/award-records.ts`, `paper-records.ts`, `office-records.ts`).
 */
import type { RulesOfAwards } from '../awards/types.ts';
import type { AwardState, AwardTrack, RecipientKind } from '../awards/workflow.ts';
import type { CriteriaSet, SubjectKind } from '../criteria.ts';
import type { KindSum } from '../report/kind-sums.ts';
import type { InspectionSum, RegisterSum } from '../report/register-sums.ts';

export interface SourceSigner {
  title: string;
  onBehalf: string;
  name: string;
}

export interface SourceCampaign {
  id: string;
  year: number;
  title: string;
  theme: string;
  planNumber?: string | undefined;
  planDate?: string | undefined;
  legalBases: readonly { text: string; warning?: string | undefined }[];
  signer: SourceSigner;
  recipients: readonly string[];
}

/** "xã Bình Thuận", "huyện Đại Từ, tỉnh Thái Nguyên". */
export interface SourceCommune {
  name: string;
  parent: string;
}

export interface SourceHandOver {
  campaignId: string;
  date: string;
  from: SourceCommune;
  to: SourceCommune;
}

export interface SourcePosition {
  title: string;
  personName: string;
  subjectId?: string | undefined;
  signsFor?: string | undefined;
  validFrom: string;
  validTo?: string | undefined;
}

export interface SourceFreeze {
  id: string;
  group: string;
  frozenAt: number;
  replaces?: string | undefined;
  inputs: readonly {
    subjectId: string;
    criteriaSet: string;
    points: Readonly<Record<string, number>>;
  }[];
  results: readonly {
    subjectId: string;
    rank?: number | undefined;
    normalised: number;
    grade?: string | undefined;
  }[];
}

export interface SourceVotes {
  agree: number;
  disagree: number;
  abstain: number;
}

/** The vote of a hamlet's families on one name; what is the same for several was one meeting. */
export interface SourceVillageVote {
  date: string;
  place: string;
  chair: string;
  secretary: string;
  /** Families present. */
  households: number;
  votes: SourceVotes;
}

export interface SourceAward {
  id: string;
  track: AwardTrack;
  recipient: {
    kind: RecipientKind;
    name: string;
    position: string;
    subjectKind?: SubjectKind | undefined;
    subjectId?: string | undefined;
  };
  ground:
    | { kind: 'ranking'; freezeId: string; rank: number; normalised: number; grade?: string | undefined }
    | { kind: 'nomination'; by: string; reason: string };
  achievement: string;
  summary: string;
  upward: boolean;
  course: readonly { to: AwardState }[];
  villageVote?: SourceVillageVote | undefined;
}

export interface SourceMeeting {
  id: string;
  date: string;
  begins: string;
  ends?: string | undefined;
  place: string;
  chair: string;
  secretary: string;
  members: readonly { name: string; title: string; present: boolean }[];
  votes: readonly (SourceVotes & { awardId: string })[];
  conclusion: string;
}

export interface SourceLetter {
  id: string;
  number: string;
  date: string;
  issuer: string;
  awards: readonly string[];
}

export interface SourceDecision {
  id: string;
  letterId?: string | undefined;
  state: 'prepared' | 'approved' | 'withdrawn';
  number: string;
  date: string;
  signer: SourceSigner;
  baseSalary: number;
  fund: string;
  awards: readonly { awardId: string; amount: number }[];
  total: number;
}

/** How much of it there was in the year. */
export interface YearWork {
  hamlets: number;
  training: RegisterSum;
  event: RegisterSum;
  proposal: RegisterSum;
  inspections: InspectionSum;
  broadcasts: { times: number; minutes: number };
  exemplars: { exemplar: number; goodPractice: number; published: number; replications: number };
}

export interface PaperSources {
  campaign: SourceCampaign;
  /** `standingOffice`: who receives reports and carries decisions out. */
  commune: SourceCommune & { standingOffice: string };
  handOvers: readonly SourceHandOver[];
  positions: readonly SourcePosition[];
  /** Forms in force as the report counts them (`report/kind-sums.ts`). */
  sums: Record<SubjectKind, KindSum>;
  work: YearWork;
  sets: ReadonlyMap<string, CriteriaSet>;
  /** Hamlets, units and families by id. */
  names: ReadonlyMap<string, string>;
  freezes: readonly SourceFreeze[];
  awards: readonly SourceAward[];
  rules: RulesOfAwards;
  meetings: readonly SourceMeeting[];
  letters: readonly SourceLetter[];
  decisions: readonly SourceDecision[];
}
