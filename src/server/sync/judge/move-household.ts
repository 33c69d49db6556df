/** A family moves to another hamlet: everything of it leaves the old hamlet's scope in the same transaction. */
import { hamletScope, scopesOfSubject } from '../../identity/scopes.ts';
import { bury, project } from '../project.ts';
import { assessmentRow, submissionRow, submittedBody } from './submission-rows.ts';
import type { ShowBench } from './show-record.ts';

export async function moveHousehold(
  { transaction, ledger }: ShowBench,
  { householdId, from, to }: { householdId: string; from: string; to: string },
): Promise<void> {
  const gone = hamletScope(from);
  for (const { commune_id: _, ...old } of await transaction.assessment.ofSubject(householdId)) {
    const assessment = { ...old, hamlet_id: to };
    await transaction.assessment.put(assessment);
    await transaction.householdAnswer.move(assessment.assessment_id, to);
    const submissions = await transaction.submission.of(assessment.assessment_id);
    if (submissions.length === 0) continue;

    const scopes = scopesOfSubject({ kind: 'household', id: householdId, hamletId: to });
    const readers = scopes.filter((scope) => !scope.startsWith('household:'));
    for (const submission of submissions) {
      const body = await submittedBody(transaction, submission.submission_id);
      const row = { entity: 'submission', id: submission.submission_id, rev: ledger.nextRev() } as const;
      if (body === null) await bury(transaction, { ...row, scopes: [gone] });
      else
        await project(transaction, {
          ...row,
          value: submissionRow(assessment, submission, body),
          scopes: readers,
          scopesBefore: [gone],
        });
    }
    for (const comment of await transaction.comment.of(assessment.assessment_id)) {
      const row = { entity: 'comment', id: comment.comment_id, rev: ledger.nextRev() } as const;
      await bury(transaction, { ...row, scopes: [gone] });
      const shown = await transaction.feed.find('office', 'comment', comment.comment_id);
      if (shown !== undefined)
        await transaction.feed.put({ scope: hamletScope(to), ...row, value: shown.value });
    }
    await project(transaction, {
      entity: 'assessment',
      id: assessment.assessment_id,
      rev: ledger.nextRev(),
      value: assessmentRow(assessment, submissions),
      scopes,
      scopesBefore: [gone],
    });
  }
}
