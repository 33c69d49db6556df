/** What the officer's list shows, one entry per submission, joined and made searchable once per change of the replica. */
import type { Sector, SubjectKind } from '#domain/criteria.ts';
import type { LeftReason } from '#domain/review/sound.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { Hamlet, Household, Unit } from '#protocol/entities.ts';
import type { AssessmentRow, Channel, SubmissionRow } from '#protocol/judged-rows.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import type { Workspace } from '#client/workspace.ts';
import { openAsks } from './family/read-family-asks.ts';
import { campaignFor, type Which } from './campaign-for.ts';
import { entryMarks, noMarks, type EntryMarks } from './review/list/entry-marks.ts';
import { refusedMoves } from './review/list/refused-moves.ts';

export interface Entry extends EntryMarks {
  id: string;
  assessmentId: string;
  kind: SubjectKind;
  channel: Channel;
  name: string;
  /** Human code of a household, where the commune has given one. */
  householdCode: string;
  /** Of a unit. */
  sector: Sector | null;
  hamletId: string;
  hamletName: string;
  /** The commune's traditional order of hamlets; 0 where there is none. */
  hamletOrder: number;
  state: AssessmentState;
  /** Normalised hundredths, as the sender's phone computed it. */
  selfScore: number;
  receivedAt: number;
  late: boolean;
  receiptCode: string;
  /** Why it is not verified together with others; null = it may be, absent = nobody is choosing. */
  left?: LeftReason | null;
  /** Objections and requests of the family that wait for an answer. */
  asks: number;
  /** Name, hamlet, household code and receipt without marks. */
  key: string;
}

export interface Joins {
  assessments: ReadonlyMap<string, AssessmentRow>;
  hamlets: ReadonlyMap<string, Hamlet>;
  households: ReadonlyMap<string, Household>;
  units: ReadonlyMap<string, Unit>;
  /** By assessment. */
  asks: ReadonlyMap<string, number>;
  /** By submission. */
  marks: ReadonlyMap<string, EntryMarks>;
}

/** Joins one submission; what has not reached this machine yet is left empty rather than guessed. */
export function entryOf(submission: SubmissionRow, joins: Joins): Entry {
  const { assessments, hamlets, households, units, asks, marks } = joins;
  const hamletId = submission.subjectKind === 'hamlet' ? submission.subjectId : (submission.hamletId ?? '');
  const hamlet = hamlets.get(hamletId);
  const hamletName = hamlet?.name ?? '';
  const householdCode = households.get(submission.subjectId)?.code ?? '';
  return {
    ...(marks.get(submission.id) ?? noMarks),
    id: submission.id,
    assessmentId: submission.assessmentId,
    kind: submission.subjectKind,
    // Sent by a family's slip from a phone that stands in for people: it stands with those that were typed for them.
    channel: submission.sharedPhone === undefined ? submission.channel : 'proxy',
    name: submission.subjectName,
    householdCode,
    sector: units.get(submission.subjectId)?.sector ?? null,
    hamletId,
    hamletName,
    hamletOrder: hamlet?.order ?? 0,
    // A submission is on the commune's server by definition, even where its assessment row comes a page later.
    state: assessments.get(submission.assessmentId)?.state ?? 'received',
    selfScore: submission.selfScore,
    receivedAt: submission.receivedAt,
    late: submission.late,
    receiptCode: submission.receiptCode,
    asks: asks.get(submission.assessmentId) ?? 0,
    key: searchKey(`${submission.subjectName} ${hamletName} ${householdCode} ${submission.receiptCode}`),
  };
}

/** In force, or the last of a form that was taken back and has none in force. */
const isShown = ({ id, current }: SubmissionRow, assessment: AssessmentRow | undefined): boolean =>
  current || (assessment?.state === 'withdrawn' && assessment.submissions.at(-1)?.id === id);

const byId = <Row extends { id: string }>(rows: readonly { value: Row }[]): Map<string, Row> =>
  new Map(rows.map(({ value }) => [value.id, value]));

/** Submissions of the campaign in force, one per assessment and channel; earlier rounds are on the submission's own page. */
export async function readEntries(workspace: Workspace, which: Which): Promise<Entry[]> {
  // One after another: together on a slow machine each would wait for all (`today/desk-rows.ts`).
  const campaigns = await workspace.rows('campaign');
  const submissions = await workspace.rows('submission');
  const assessments = await workspace.rows('assessment');
  const hamlets = await workspace.rows('hamlet');
  const households = await workspace.rows('household');
  const units = await workspace.rows('unit');
  const sets = await workspace.rows('criteriaSet');
  const scores = await workspace.rows('scores');
  const photos = await workspace.rows('photo');
  const assignments = await workspace.rows('scoringAssignment');
  const outbox = await workspace.outbox();
  const asks = await openAsks(workspace);
  const byAssessment = byId(assessments);
  const campaign = campaignFor(
    campaigns.map(({ value }) => value),
    which,
  );
  const shown = submissions
    .map(({ value }) => value)
    .filter((value) => {
      const assessment = byAssessment.get(value.assessmentId);
      // One whose assessment comes a page later is shown rather than held back.
      const isOfCampaign = !assessment || !campaign || assessment.campaignId === campaign.id;
      return isOfCampaign && isShown(value, assessment);
    });
  const joins: Joins = {
    assessments: byAssessment,
    hamlets: byId(hamlets),
    households: byId(households),
    units: byId(units),
    asks,
    marks: entryMarks({
      role: workspace.profile.role,
      submissions: shown,
      assessments: byAssessment,
      notDone: refusedMoves(outbox, assessments),
      sets: new Map(sets.map(({ id, value }) => [id, value])),
      scores: new Map(scores.map((row) => [row.id, row])),
      photos: photos.map(({ value }) => value),
      assignments,
      outbox,
    }),
  };
  return shown.map((value) => entryOf(value, joins));
}
