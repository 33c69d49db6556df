/** A family moves to another hamlet: everything of it leaves the old hamlet's scope in the same transaction. */
import { hamletScope } from '../../identity/scopes.ts';
import { withoutCommune } from '../../store/without-commune.ts';
import { showAssessment } from './assessment-shown.ts';
import { moveFamilyRecords } from './family-record.ts';
import type { ShowBench } from './judge.ts';

export async function moveHousehold(
  bench: ShowBench,
  { householdId, from, to }: { householdId: string; from: string; to: string },
): Promise<void> {
  const { transaction } = bench;
  for (const old of await transaction.assessment.ofSubject(householdId)) {
    const assessment = { ...withoutCommune(old), hamlet_id: to };
    await transaction.assessment.put(assessment);
    await transaction.householdAnswer.move(assessment.assessment_id, to);
    await showAssessment(bench, assessment, {
      subject: { kind: 'household', id: householdId, hamletId: to },
      before: [hamletScope(from)],
    });
  }
  await moveFamilyRecords(bench, { householdId, from, to });
}
