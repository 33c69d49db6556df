/** What a unit's own report is made from, out of what the office's machine holds of it. */
import type { UnitReportFacts } from '#domain/papers/unit-report-facts.ts';
import type { UnitReportHead } from '#domain/papers/unit-report.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { unitReportWords } from '#client/messages/unit-report.ts';
import { givenPoints } from '#client/subject/given-points.ts';
import type { Workspace } from '#client/workspace.ts';
import { readSubjectPapers } from '../papers/read-papers.ts';
import type { Desk, SubjectStanding } from '../today/desk.ts';

export const isVerified = ({ stage }: Pick<SubjectStanding, 'stage'>): boolean =>
  stage === 'verified' || stage === 'final';

/** The form that was verified, or the one that lies with the commune. */
function formOf(unit: SubjectStanding): SubmissionRow | undefined {
  const verified = isVerified(unit) ? unit.assessment?.lastMove?.submission : undefined;
  return unit.rounds.find(({ id }) => id === verified) ?? unit.submission;
}

export interface UnitPaper {
  facts: UnitReportFacts;
  /** Number, day and the signer's post are the unit's to write on the paper it signs. */
  head: UnitReportHead;
}

/** Null before its form, the criteria of it and the campaign are on this machine. */
export async function readUnitReport(
  workspace: Pick<Workspace, 'rows'>,
  { campaign, sets, rows }: Pick<Desk, 'campaign' | 'sets' | 'rows'>,
  unit: SubjectStanding,
): Promise<UnitPaper | null> {
  const form = formOf(unit);
  const set = form && sets.get(form.criteriaSet);
  if (campaign === undefined || form === undefined || set === undefined) return null;
  const [{ plan, narrative, nominations }, communes] = await Promise.all([
    readSubjectPapers(workspace, { campaignId: campaign.id, subjectId: unit.id }),
    workspace.rows('commune'),
  ]);
  const scores = rows.scores.find(({ submissionId }) => submissionId === form.id);
  return {
    facts: {
      unit: unit.name,
      campaign,
      commune: communes[0]?.value,
      plan: plan?.value,
      paragraphs: narrative?.value.paragraphs ?? [],
      nominations: nominations.map(({ value }) => value),
      set,
      answers: form.snapshot,
      ...(isVerified(unit) && { given: givenPoints(set, form, scores) }),
    },
    head: {
      parent: '',
      number: '',
      date: '',
      signerTitle: '',
      signerName: form.signedOffBy ?? '',
      recipients: unitReportWords.usualRecipients,
    },
  };
}
