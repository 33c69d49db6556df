/** On which screen a record is written: there a refused writing of it waits, with its words. */
import type { RecordEntity } from '#protocol/entities.ts';
import { AWARDS_PATH } from '../awards/paths.ts';
import { CERTIFICATES_PATH } from '../certificates/paths.ts';
import { CAMPAIGN_PATH, CRITERIA_PATH } from '../criteria/paths.ts';
import { DEADLINES_PATH } from '../deadlines/paths.ts';
import { DOCUMENTS_PATH } from '../documents/paths.ts';
import { EXEMPLARS_PATH } from '../exemplars/paths.ts';
import { NOMINATIONS_PATH } from '../papers/paths.ts';
import { LIST_PATH } from '../paths.ts';
import { PLACES_PATH } from '../places/paths.ts';
import { RANKING_PATH } from '../ranking/paths.ts';
import { SERIES_PATH } from '../series/paths.ts';
import { TRUST_PATH } from '../trust/paths.ts';

/** Null: shown where it was written by that screen itself, whatever the reason, or written by the machine alone. */
export const placeOf: Record<RecordEntity, string | null> = {
  commune: CAMPAIGN_PATH,
  campaign: CAMPAIGN_PATH,
  deadline: CAMPAIGN_PATH,
  criteriaSet: CRITERIA_PATH,
  criteriaDraft: CRITERIA_PATH,
  hamlet: PLACES_PATH,
  unit: PLACES_PATH,
  household: PLACES_PATH,
  person: PLACES_PATH,
  position: PLACES_PATH,
  populationCount: PLACES_PATH,
  officialCount: PLACES_PATH,
  savedView: LIST_PATH,
  scoringAssignment: LIST_PATH,
  claimReason: LIST_PATH,
  activity: LIST_PATH,
  evidence: LIST_PATH,
  plan: LIST_PATH,
  narrative: LIST_PATH,
  inspection: TRUST_PATH,
  recheckSample: TRUST_PATH,
  registerEntry: '/so-theo-doi',
  feedbackReply: '/y-kien',
  tieDecision: RANKING_PATH,
  knockOut: RANKING_PATH,
  priorResult: RANKING_PATH,
  nomination: NOMINATIONS_PATH,
  nominationJudgement: NOMINATIONS_PATH,
  awardRules: AWARDS_PATH,
  award: AWARDS_PATH,
  awardNotice: AWARDS_PATH,
  councilMeeting: AWARDS_PATH,
  submissionLetter: AWARDS_PATH,
  awardDecision: AWARDS_PATH,
  paper: DOCUMENTS_PATH,
  certificateBlank: CERTIFICATES_PATH,
  exemplar: EXEMPLARS_PATH,
  bulletin: EXEMPLARS_PATH,
  openRelease: '/so-lieu-mo',
  campaignSeries: SERIES_PATH,
  handOver: SERIES_PATH,
  reportDeadline: DEADLINES_PATH,
  reminder: DEADLINES_PATH,
  batch: null,
  objection: null,
  dataRequest: null,
  rankingFreeze: null,
  scoreSnapshot: null,
};

/** Two versions of these stand side by side where they are written, until one is chosen (`stale-notices.tsx` and its like). */
export const hasChoice: ReadonlySet<RecordEntity> = new Set<RecordEntity>([
  'activity',
  'campaign',
  'deadline',
  'criteriaDraft',
  'hamlet',
  'unit',
  'household',
  'position',
  'savedView',
  'scoringAssignment',
  'inspection',
  'registerEntry',
  'feedbackReply',
  'nominationJudgement',
  'awardRules',
  'awardNotice',
  'awardDecision',
  'paper',
  'certificateBlank',
  'exemplar',
  'bulletin',
  'campaignSeries',
  'reportDeadline',
]);

export const isAt = (at: string, path: string): boolean => at === path || at.startsWith(`${path}/`);
