/** Rows of the feed that speak of review, built from the tables: the last move of a form, and officers' points. */
import { meansTheSame } from '#domain/review/given-points.ts';
import {
  assessmentRowSchema,
  submissionRowSchema,
  type AssessmentRow,
  type SubmissionRow,
} from '#protocol/judged-rows.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import { scoresRowSchema, type ScoresRow } from '#protocol/scores-row.ts';
import { officeScope, scopesOfSubject, type Subject } from '../../identity/scopes.ts';
import type { AssessmentRecord, SubmissionRecord } from '../../store/tables/assessment.ts';
import type { MoveRecord, ScoreRecord } from '../../store/tables/review.ts';

/** In these states of its form, a submission's points are for its people to read as well. */
const publishedIn: ReadonlySet<string> = new Set<AssessmentState>(['returned', 'verified', 'final']);
export const isPublishedIn = (state: string): boolean => publishedIn.has(state);

/** Points of a submission show to its people by the last move that named it, and stay so when a newer one comes. */
export const isPublished = (moves: readonly MoveRecord[], submissionId: string): boolean =>
  isPublishedIn(moves.findLast((move) => move.submission_id === submissionId)?.to_state ?? 'draft');

/** The move that led to the present state; none where a submission did. `moves` in the order they took effect. */
export function lastMoveOf(
  { status_rev }: Pick<AssessmentRecord, 'status_rev'>,
  moves: readonly MoveRecord[],
): AssessmentRow['lastMove'] {
  const move = moves.at(-1);
  if (move === undefined || move.status_rev !== status_rev) return undefined;
  return assessmentRowSchema.shape.lastMove.parse({
    to: move.to_state,
    submission: move.submission_id,
    ...saidIn(move),
  });
}

const saidIn = ({ at, by_name, by_role, reason, items }: MoveRecord): Record<string, unknown> => ({
  at,
  byName: by_name,
  byRole: by_role,
  ...(reason === null ? {} : { reason }),
  ...(items === null ? {} : { items: JSON.parse(items) }),
});

/** The return that followed a submission: whoever reads the next one reads what was asked for. */
export function returnOf(moves: readonly MoveRecord[], submissionId: string): SubmissionRow['returned'] {
  const move = moves.findLast(
    ({ submission_id, to_state }) => submission_id === submissionId && to_state === 'returned',
  );
  return move === undefined ? undefined : submissionRowSchema.shape.returned.parse(saidIn(move));
}

/** `versions`: the living ones. */
export function scoresRow(
  submission: Pick<SubmissionRecord, 'submission_id' | 'assessment_id'>,
  versions: readonly ScoreRecord[],
): ScoresRow {
  const fields: Record<string, object[]> = {};
  for (const version of versions)
    (fields[version.criterion_id] ??= []).push({
      opId: version.op_id,
      points: version.points,
      reasonCode: version.reason_code,
      reason: version.reason,
      byName: version.by_name,
      byRole: version.by_role,
      at: version.at,
    });
  const { submission_id: submissionId, assessment_id: assessmentId } = submission;
  return scoresRowSchema.parse({ submissionId, assessmentId, fields });
}

/** More than one *distinct* meaning: an officer chooses. */
export function isDisputed(versions: readonly Pick<ScoreRecord, 'points' | 'reason_code'>[]): boolean {
  const [first, ...rest] = versions.map(({ points, reason_code }) => ({
    points: points ?? 0,
    reasonCode: reason_code,
  }));
  return first !== undefined && rest.some((other) => !meansTheSame(first, other));
}

/** Criteria for which two different numbers of points stand. */
export function disputedCriteria(versions: readonly ScoreRecord[]): string[] {
  const byCriterion = Map.groupBy(versions, ({ criterion_id }) => criterion_id);
  return [...byCriterion].filter(([, of]) => isDisputed(of)).map(([criterionId]) => criterionId);
}

/** Who reads a form in full. Never a household's scope: a slip found on the road must not read answers or points. */
export const readersOf = (subject: Subject): Scope[] =>
  scopesOfSubject(subject).filter((scope) => !scope.startsWith('household:'));

export const scopesOfScores = (subject: Subject, published: boolean): Scope[] =>
  published ? readersOf(subject) : [officeScope];
