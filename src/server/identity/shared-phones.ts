/**
 * Phones that stand in for people (`protocol.md` §6): an installation that holds a hamlet head's profile, or more than
 * three families'. What a family's slip sends from there counts as typed on its behalf: nothing is refused, families do
 * share phones, and the office sees which forms came by one. Who clears the browser between two families is not seen.
 */
import type { Role } from '#protocol/policy-roles.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { AssessmentRecord, SubmissionRecord } from '../store/tables/assessment.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import { project } from '../sync/project.ts';
import { showDeviceAgain, type ShowingBench } from '../sync/office-rows.ts';
import { readersOf, returnOf } from '../sync/judge/review-rows.ts';
import { submissionRow, submittedBody } from '../sync/judge/submission-rows.ts';

/** A household, its parents' and a neighbour's: more on one phone is somebody going from house to house. */
export const FAMILIES_OF_ONE_PHONE = 3;

const headed: readonly Role[] = ['hamletHead', 'hamletHelper'];

function standsIn(all: readonly DeviceRow[]): boolean {
  const families = new Set(all.flatMap(({ role, binding_id }) => (role === 'household' ? [binding_id] : [])));
  if (families.size === 0) return false;
  return (
    families.size > FAMILIES_OF_ONE_PHONE || all.some(({ role }) => headed.some((head) => head === role))
  );
}

/** One form, as it is shown from now on; its rounds and their returns stay as they are. */
async function shareForm(
  { transaction, ledger }: ShowingBench,
  assessment: AssessmentRecord,
  submission: SubmissionRecord,
  name: string,
): Promise<void> {
  const { submission_id: id } = submission;
  await transaction.submission.share(id, name);
  const body = await submittedBody(transaction, id);
  if (body === null) return;
  const [moves, all] = [
    await transaction.move.of(assessment.assessment_id),
    await transaction.submission.of(assessment.assessment_id),
  ];
  const isAnswered = all.some(({ round }) => round > submission.round);
  const shared = { ...submission, shared_phone: name };
  await project(transaction, {
    entity: 'submission',
    id,
    rev: ledger.nextRev(),
    value: submissionRow(assessment, shared, body, isAnswered ? returnOf(moves, id) : undefined),
    scopes: readersOf({ kind: 'household', id: assessment.subject_id, hamletId: assessment.hamlet_id }),
  });
}

/** What it sent before anybody could know. */
async function shareForms(bench: ShowingBench, device: DeviceRow, name: string): Promise<void> {
  const { assessment, submission, operation } = bench.transaction;
  for (const form of await assessment.ofSubject(device.binding_id))
    for (const sent of await submission.of(form.assessment_id))
      if ((await operation.find(sent.submission_id))?.device_id === device.device_id)
        await shareForm(bench, form, sent, name);
}

/**
 * Looks at all its installation enrolled, now that this one is among them, and marks the families' devices there with one
 * name. Returns it as it stands; its own row is the caller's to show.
 */
export async function noteSharedPhone(bench: ShowingBench, enrolled: DeviceRow): Promise<DeviceRow> {
  const { device } = bench.transaction;
  const all = await device.ofInstallation(enrolled.installation_id);
  if (!standsIn(all)) return enrolled;
  const name = hashTextNow(`installation ${enrolled.installation_id}`).slice(0, 8);
  for (const { commune_id: _, ...family } of all) {
    if (family.role !== 'household' || family.shared_phone !== null) continue;
    await device.share(family.device_id, name);
    if (family.device_id === enrolled.device_id) continue;
    await shareForms(bench, family, name);
    await showDeviceAgain(bench, family.device_id);
  }
  return enrolled.role === 'household' ? { ...enrolled, shared_phone: name } : enrolled;
}
