/** One submission as it stands for whoever scores it, criterion by criterion: three scores, flags, what changed. Pure. */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { officerSheet, type GivenScores, type OfficerSheet } from '#domain/review/officer-sheet.ts';
import { supportedSheet, type SupportedSheet } from '#domain/review/supported-sheet.ts';
import type { SupportedScore } from '#domain/review/supported-score.ts';
import { scoreCriterion, type CriterionScore } from '#domain/score-criterion.ts';
import { score, type ScoreSheet } from '#domain/score.ts';
import { textOf } from '#client/db/answer-text.ts';
import { claimState, type ClaimState } from '#client/form/group-form/claim.ts';
import type { SubmissionView } from '../../use-submission.ts';
import type { CrossCheck } from '../read/household-facts.ts';
import { groupsOf, heldOf, type ReviewRows } from '../read/review-rows.ts';
import { liveScores, standingOf, type Standing } from '../scores/live-scores.ts';

export interface CriterionView {
  criterion: Criterion;
  group: string;
  self: CriterionScore;
  supported: SupportedScore;
  claim: ClaimState;
  standing: Standing;
  /** This role scores it. */
  isMine: boolean;
  /** As the sending before answered it, where that differs. */
  before: Answers | null;
}

export interface ReviewView {
  set: CriteriaSet;
  criteria: readonly CriterionView[];
  self: ScoreSheet;
  supported: SupportedSheet;
  officer: OfficerSheet;
  /** Ids of criteria two officers score differently. */
  disputed: string[];
  /** Of those this role scores: not scored yet. */
  open: string[];
}

export interface ReviewSources {
  view: SubmissionView;
  set: CriteriaSet;
  rows: ReviewRows;
  cross: CrossCheck;
  role: string;
}

/** The sending before the one on screen, of the same channel. */
export const sendingBefore = ({ submission, history }: SubmissionView) =>
  history.find(({ channel, round }) => channel === submission.channel && round < submission.round) ?? null;

const supportedOf = ({ view, set, rows, cross }: ReviewSources): SupportedSheet =>
  supportedSheet(set, {
    answers: view.submission.snapshot,
    evidence: Object.fromEntries(criteriaOf(set).map(({ id }) => [id, heldOf(rows, id)])),
    bounds: cross.bounds,
    counts: rows.counts,
    official: Object.fromEntries([...rows.official].map(([id, { n, d }]) => [id, { n, d }])),
    onTime: !view.submission.late,
  });

export function reviewView(sources: ReviewSources): ReviewView {
  const { view, set, rows, cross, role } = sources;
  const { submission } = view;
  const { snapshot } = submission;
  const supported = supportedOf(sources);
  const supportedBy = new Map(supported.criteria.map((each) => [each.id, each]));
  const live = liveScores(
    rows.scores,
    rows.own.filter(({ args }) => args.submission === submission.id),
  );
  const groups = groupsOf(role, rows.assignments, submission.subjectKind);
  const before = sendingBefore(view);
  const criteria = set.groups.flatMap(({ code, criteria: items }) =>
    items.flatMap((criterion): CriterionView[] => {
      const self = scoreCriterion(criterion, snapshot);
      const ground = supportedBy.get(criterion.id);
      if (ground === undefined) return [];
      const changed =
        before !== null && textOf(before.snapshot[criterion.id]) !== textOf(snapshot[criterion.id]);
      return [
        {
          criterion,
          group: code,
          self,
          supported: ground,
          claim: claimState(criterion, self.why, undefined, cross),
          standing: standingOf(live[criterion.id]),
          isMine: groups === null || groups.has(code),
          before: changed ? before.snapshot : null,
        },
      ];
    }),
  );
  const given: GivenScores = Object.fromEntries(
    criteria.flatMap(({ criterion, standing }) =>
      standing.kind === 'given' ? [[criterion.id, standing.score]] : [],
    ),
  );
  const supportedPoints = Object.fromEntries(supported.criteria.map(({ id, points }) => [id, points]));
  return {
    set,
    criteria,
    self: score(set, snapshot),
    supported,
    officer: officerSheet(set, snapshot, given, supportedPoints),
    disputed: criteria.flatMap(({ criterion, standing }) =>
      standing.kind === 'disputed' ? [criterion.id] : [],
    ),
    open: criteria.flatMap(({ criterion, standing, isMine }) =>
      isMine && standing.kind === 'none' ? [criterion.id] : [],
    ),
  };
}
