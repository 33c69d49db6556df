/** What lies beside one submission for whoever scores it, read from this machine in one go. */
import { activityCounts, type ActivityCount } from '#domain/activity-counts.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { EvidenceHeld } from '#domain/review/supported-score.ts';
import type { Inspection, ScoringAssignment } from '#protocol/office-records.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import type { Evidence, OfficialCount } from '#protocol/subject-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import type { SubmissionView } from '../../use-submission.ts';
import { ownScores, type OwnScore } from '../scores/live-scores.ts';

export interface ReviewRows {
  scores: StoredRow<'scores'> | undefined;
  /** Officers' points of the earlier sendings, newest first. */
  earlier: StoredRow<'scores'>[];
  /** This machine's scores of any sending of the form, in order of seq. */
  own: OwnScore[];
  photos: ReadonlyMap<string, readonly PhotoRow[]>;
  papers: ReadonlyMap<string, readonly StoredRow<'evidence'>[]>;
  reasons: ReadonlyMap<string, string>;
  official: ReadonlyMap<string, OfficialCount>;
  counts: Readonly<Record<string, ActivityCount>>;
  activities: StoredRow<'activity'>[];
  narrative: boolean;
  inspections: Inspection[];
  assignments: StoredRow<'scoringAssignment'>[];
}

function grouped<Row, Value>(rows: readonly Row[], keyOf: (row: Row) => string, of: (row: Row) => Value) {
  const map = new Map<string, Value[]>();
  for (const row of rows) map.set(keyOf(row), [...(map.get(keyOf(row)) ?? []), of(row)]);
  return map;
}

async function readScores(workspace: Workspace, { submission, history }: SubmissionView) {
  const others = history.filter(({ id }) => id !== submission.id);
  const [scores, outbox, ...earlier] = await Promise.all([
    workspace.row('scores', submission.id),
    workspace.outbox(),
    ...others.map(({ id }) => workspace.row('scores', id)),
  ]);
  const ids = new Set(history.map(({ id }) => id));
  return {
    scores,
    earlier: earlier.filter((row) => row !== undefined),
    own: ownScores(outbox).filter(({ args }) => ids.has(args.submission)),
  };
}

/** The newest by its own date stands. */
function officialOf(rows: readonly StoredRow<'officialCount'>[], subjectId: string) {
  const own = rows.map(({ value }) => value).filter((value) => value.subjectId === subjectId);
  own.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  return new Map(own.map((value) => [value.criterionId, value]));
}

export async function readReview(workspace: Workspace, view: SubmissionView): Promise<ReviewRows> {
  const { submission, assessment, set } = view;
  const { subjectId, assessmentId } = submission;
  const campaignId = assessment?.value.campaignId ?? '';
  const [scored, photos, evidence, reasons, official, activities, narratives, inspections, assignments] =
    await Promise.all([
      readScores(workspace, view),
      workspace.rows('photo'),
      workspace.rows('evidence'),
      workspace.rows('claimReason'),
      workspace.rows('officialCount'),
      workspace.rows('activity'),
      workspace.rows('narrative'),
      workspace.rows('inspection'),
      workspace.rows('scoringAssignment'),
    ]);
  const campaign = (await workspace.row('campaign', campaignId))?.value;
  const isOwn = ({ value }: { value: { campaignId: string; subjectId: string } }): boolean =>
    value.campaignId === campaignId && value.subjectId === subjectId;
  const ownActivities = activities.filter(isOwn).sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
  const ownPhotos = photos
    .map(({ value }) => value)
    .filter((photo) => photo.assessmentId === assessmentId)
    .sort((a, b) => a.at - b.at);
  return {
    ...scored,
    photos: grouped(
      ownPhotos,
      ({ criterionId }) => criterionId,
      (photo) => photo,
    ),
    papers: grouped(
      evidence.filter(isOwn),
      ({ value }) => value.criterionId,
      (row) => row,
    ),
    reasons: new Map(reasons.filter(isOwn).map(({ value }) => [value.criterionId, value.text])),
    official: officialOf(
      official.filter(({ value }) => value.campaignId === campaignId),
      subjectId,
    ),
    activities: ownActivities,
    counts: countsOf(set, ownActivities, campaign?.year),
    narrative: narratives.some((row) => isOwn(row) && row.value.paragraphs.some(({ text }) => text !== '')),
    inspections: inspections.filter(isOwn).map(({ value }) => value),
    assignments: assignments.filter(({ value }) => value.campaignId === campaignId),
  };
}

const countsOf = (
  set: CriteriaSet | null,
  activities: readonly StoredRow<'activity'>[],
  year: number | undefined,
): Record<string, ActivityCount> =>
  set === null || year === undefined
    ? {}
    : activityCounts(
        set,
        activities.map(({ value }) => value),
        year,
      );

const papersOf = (rows: readonly StoredRow<'evidence'>[] | undefined, kind: Evidence['kind']): number =>
  rows?.filter(({ value }) => value.kind === kind).length ?? 0;

/** What the commune keeps under one criterion. */
export const heldOf = (rows: ReviewRows, criterionId: string): EvidenceHeld => ({
  photos: rows.photos.get(criterionId)?.filter(({ state }) => state === 'stored').length ?? 0,
  documents: papersOf(rows.papers.get(criterionId), 'document'),
  links: papersOf(rows.papers.get(criterionId), 'link'),
  statement: rows.narrative,
  confirmed: rows.inspections.some(({ findings }) =>
    findings.some((finding) => finding.criterionId === criterionId && finding.result === 'confirmed'),
  ),
});

/** Groups this role scores; null = all of them. */
export function groupsOf(
  role: string,
  assignments: readonly { value: ScoringAssignment }[],
  subjectKind: ScoringAssignment['subjectKind'],
): ReadonlySet<string> | null {
  if (role !== 'cultureOfficer') return null;
  const own = assignments.filter(({ value }) => value.role === role && value.subjectKind === subjectKind);
  return new Set(own.flatMap(({ value }) => value.groups));
}
