/** What this subject answered in an earlier campaign, as far as it still fits this one's questions. */
import type { Answer, Answers } from '#domain/answers.ts';
import { answersSchemaFor } from '#domain/answers-schema.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import { readSheet } from '#client/subject/read-sheet.ts';
import type { Workspace } from '#client/workspace.ts';

export interface LastAnswer {
  id: string;
  value: Answer;
}
export interface LastYear {
  year: number;
  /** As it was sent then. */
  snapshot: Answers;
  /** In the order of this year's sheet: shared numbers first. */
  answers: LastAnswer[];
  /** Answered then, and no longer asked, or asked otherwise. */
  skipped: number;
}

/** The answers of `snapshot` that `set` takes; what the machine answers by itself is not brought over. Pure. */
export function fitting(
  set: CriteriaSet,
  snapshot: Answers,
): Pick<LastYear, 'answers' | 'skipped' | 'snapshot'> {
  const { shape } = answersSchemaFor(set);
  const auto = new Set(criteriaOf(set).flatMap(({ id, auto: by }) => (by === undefined ? [] : [id])));
  const asked = [...set.sharedQuestions, ...criteriaOf(set)].map(({ id }) => id);
  const brought = asked.filter((id) => !auto.has(id) && snapshot[id] !== undefined);
  const answers = brought.flatMap((id): LastAnswer[] => {
    const value = snapshot[id];
    return value !== undefined && shape[id]?.safeParse(value).success === true ? [{ id, value }] : [];
  });
  const typed = Object.keys(snapshot).filter((id) => !auto.has(id));
  return { snapshot, answers, skipped: typed.length - answers.length };
}

interface Earlier {
  campaigns: readonly Campaign[];
  assessments: readonly AssessmentRow[];
  submissions: readonly SubmissionRow[];
  current: Campaign;
  subjectId: string;
}

/** The submission in force of the newest campaign before this one. Pure. */
export function lastSubmission({
  campaigns,
  assessments,
  submissions,
  current,
  subjectId,
}: Earlier): { year: number; submission: SubmissionRow } | null {
  const years = new Map(campaigns.map(({ id, year }) => [id, year]));
  const campaignOf = new Map(assessments.map(({ id, campaignId }) => [id, campaignId]));
  const found = submissions.flatMap((submission) => {
    const year = years.get(campaignOf.get(submission.assessmentId) ?? '');
    const isOurs = submission.subjectId === subjectId && submission.current;
    return isOurs && year !== undefined && year < current.year ? [{ year, submission }] : [];
  });
  return (
    found.sort((a, b) => b.year - a.year || b.submission.receivedAt - a.submission.receivedAt)[0] ?? null
  );
}

/** null: nothing to bring over. */
export async function readLastYear(workspace: Workspace): Promise<LastYear | null> {
  const { profile, campaign, set } = await readSheet(workspace);
  const { binding } = profile;
  if (campaign === undefined || set === undefined || binding === undefined || binding.kind === 'office')
    return null;
  const [campaigns, assessments, submissions] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('assessment'),
    workspace.rows('submission'),
  ]);
  const last = lastSubmission({
    campaigns: campaigns.map(({ value }) => value),
    assessments: assessments.map(({ value }) => value),
    submissions: submissions.map(({ value }) => value),
    current: campaign,
    subjectId: binding.id,
  });
  return last && { year: last.year, ...fitting(set, last.submission.snapshot) };
}
