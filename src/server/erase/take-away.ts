/**
 * Takes an operation's words away (`protocol.md` §10): body and salt go, and every row made of them; hash and place in
 * each chain stay. For one transaction; who asked, and the line in the log, are the caller's.
 */
import { operationSchema, type Operation, type OperationOf } from '#protocol/operation.ts';
import { scopesOfSubject, type Subject } from '../identity/scopes.ts';
import type { Transaction } from '../store/store.ts';
import { withoutCommune } from '../store/without-commune.ts';
import type { AssessmentRecord, SubmissionRecord } from '../store/tables/assessment.ts';
import type { PhotoRecord } from '../store/tables/photo.ts';
import { forgetLook } from '../photos/photo-look.ts';
import { readFields } from '../sync/judge/registers.ts';
import { lastMoveOf, readersOf } from '../sync/judge/review-rows.ts';
import { assessmentRow } from '../sync/judge/submission-rows.ts';
import type { Ledger } from '../sync/ledger.ts';
import { buryQuarantined } from '../sync/office-rows.ts';
import { bury, project } from '../sync/project.ts';

type SubmitOperation = OperationOf<'assessment.submit'>;

export interface EraseBench {
  transaction: Transaction;
  ledger: Ledger;
}

/** What went, for the journal: a restore has to take it away again. */
export interface Erased {
  operations: { op_id: string; op_hash: string }[];
  photos: { photo_id: string; owner: string }[];
  /** Stored files that are nobody's any more: to be removed from the disk after the commit. */
  files: string[];
  /** Forms of which the log no longer says everything. */
  assessments: string[];
}

const nothing = (): Erased => ({ operations: [], photos: [], files: [], assessments: [] });
/** Both, for the journal. */
export const join = (a: Erased, b: Erased): Erased => ({
  operations: [...a.operations, ...b.operations],
  photos: [...a.photos, ...b.photos],
  files: [...a.files, ...b.files],
  assessments: [...new Set([...a.assessments, ...b.assessments])],
});

const subjectOf = ({ subject_kind, subject_id, hamlet_id }: AssessmentRecord): Subject => ({
  kind: subject_kind,
  id: subject_id,
  hamletId: hamlet_id,
});

/** The picture goes with the last photo that shows it. */
export async function eraseBlob(
  { transaction, ledger }: EraseBench,
  { photo_id, owner }: Pick<PhotoRecord, 'photo_id' | 'owner'>,
): Promise<Erased> {
  const others = (await transaction.photo.ofPicture(photo_id)).some((photo) => photo.owner === owner);
  const blob = await transaction.blob.find(photo_id, owner);
  if (others || blob === undefined) return nothing();
  await transaction.erasure.blob(photo_id, owner);
  // Another's picture of the same hash keeps its own.
  if ((await transaction.photo.ofPicture(photo_id)).length === 0)
    await forgetLook({ transaction, ledger }, photo_id);
  const files: string[] = [];
  for (const file of [blob.stored_sha256, blob.thumb_sha256])
    if (file !== '' && !(await transaction.erasure.holdsFile(file))) files.push(file);
  return { ...nothing(), photos: [{ photo_id, owner }], files };
}

async function erasePhoto(
  bench: EraseBench,
  assessment: AssessmentRecord,
  photo: PhotoRecord,
): Promise<Erased> {
  const { transaction, ledger } = bench;
  await transaction.erasure.photo(photo.op_id);
  await bury(transaction, {
    entity: 'photo',
    id: photo.op_id,
    rev: ledger.nextRev(),
    scopes: readersOf(subjectOf(assessment)),
  });
  return eraseBlob(bench, photo);
}

/** Draft and sent answers of a hamlet or unit, without those this operation wrote. */
async function eraseVersions(
  { transaction, ledger }: EraseBench,
  assessment: AssessmentRecord,
  opId: string,
) {
  const { assessment_id: assessmentId, subject_kind } = assessment;
  if (subject_kind === 'household' || (await transaction.erasure.versions(assessmentId, opId)) === 0) return;
  await project(transaction, {
    entity: 'answers',
    id: assessmentId,
    rev: ledger.nextRev(),
    value: { assessmentId, fields: await readFields(transaction, assessmentId) },
    scopes: readersOf(subjectOf(assessment)).filter((scope) => scope !== 'office'),
  });
}

async function eraseSubmission(
  bench: EraseBench,
  assessment: AssessmentRecord,
  submission: SubmissionRecord,
): Promise<void> {
  const { transaction, ledger } = bench;
  const { submission_id: id, assessment_id: assessmentId, channel, current } = submission;
  await transaction.erasure.submission(id);
  await transaction.erasure.scores(id);
  await transaction.erasure.moveWords(assessmentId, id);
  if (current === 1 && assessment.subject_kind === 'household')
    await transaction.householdAnswer.clear(assessmentId, channel);
  await eraseVersions(bench, assessment, id);
  const subject = subjectOf(assessment);
  for (const entity of ['submission', 'scores'] as const)
    await bury(transaction, { entity, id, rev: ledger.nextRev(), scopes: readersOf(subject) });

  const left = (await transaction.submission.of(assessmentId)).map(withoutCommune);
  // Nothing stands any more: the subject may send again, and nobody reviews what is gone.
  const empty = current === 1 && !left.some((other) => other.current === 1);
  const standing: AssessmentRecord = empty
    ? { ...assessment, state: 'withdrawn', status_rev: assessment.status_rev + 1 }
    : assessment;
  if (empty) await transaction.assessment.put(standing);
  const moves = (await transaction.move.of(assessmentId)).map(withoutCommune);
  await project(transaction, {
    entity: 'assessment',
    id: assessmentId,
    rev: ledger.nextRev(),
    value: assessmentRow(standing, left, lastMoveOf(standing, moves)),
    scopes: scopesOfSubject(subject),
  });
}

async function eraseRows(bench: EraseBench, operation: Operation): Promise<Erased> {
  const { transaction, ledger } = bench;
  const assessmentId = 'assessmentId' in operation.args ? operation.args.assessmentId : undefined;
  const found = assessmentId === undefined ? undefined : await transaction.assessment.find(assessmentId);
  if (found === undefined) return nothing();
  const assessment = withoutCommune(found);
  const here: Erased = { ...nothing(), assessments: [assessment.assessment_id] };
  switch (operation.kind) {
    case 'assessment.submit': {
      const submission = await transaction.submission.find(operation.opId);
      if (submission !== undefined) await eraseSubmission(bench, assessment, withoutCommune(submission));
      return here;
    }
    case 'answers.save':
      await eraseVersions(bench, assessment, operation.opId);
      return here;
    case 'comment.add': {
      await transaction.erasure.comment(operation.opId);
      const scopes = scopesOfSubject(subjectOf(assessment));
      await bury(transaction, { entity: 'comment', id: operation.opId, rev: ledger.nextRev(), scopes });
      return here;
    }
    case 'photo.add': {
      const photo = (await transaction.photo.of(assessment.assessment_id)).find(
        ({ op_id }) => op_id === operation.opId,
      );
      return photo === undefined
        ? here
        : join(here, await erasePhoto(bench, assessment, withoutCommune(photo)));
    }
    case 'photo.remove':
    case 'assessment.move':
    case 'score.set':
    case 'record.put':
      return nothing();
  }
}

/** One operation; those that are not here, and those without words, are left as they are. */
export async function takeAway(bench: EraseBench, opId: string): Promise<Erased> {
  const { transaction } = bench;
  const entry = await transaction.operation.find(opId);
  if (entry === undefined) return nothing();
  const { op_id, op_hash, body, kind } = entry;
  if (kind === 'server.setAside' && body === null) {
    const held = await transaction.quarantine.remove(op_hash);
    if (held === 0) return nothing();
    await buryQuarantined(bench, op_id);
    return { ...nothing(), operations: [{ op_id, op_hash }] };
  }
  if (body === null) return nothing();
  if (kind === 'server.record') {
    await transaction.operation.erase(op_id);
    return { ...nothing(), operations: [{ op_id, op_hash }] };
  }
  if (kind.startsWith('server.') && kind !== 'server.setAside') return nothing();
  const rows = await eraseRows(bench, operationSchema.parse(JSON.parse(body)));
  await transaction.operation.erase(op_id);
  return join({ ...nothing(), operations: [{ op_id, op_hash }] }, rows);
}

/** A submission as it was sent; null when it is not here, or has no words any more. */
export async function readSubmit({ operation }: Transaction, id: string): Promise<SubmitOperation | null> {
  const entry = await operation.find(id);
  if (entry === undefined || entry.body === null || entry.kind !== 'assessment.submit') return null;
  const parsed = operationSchema.parse(JSON.parse(entry.body));
  return parsed.kind === 'assessment.submit' ? parsed : null;
}

/** The photos a submission names and no other submission of its form does; ids of their `photo.add`. */
export async function photosOf(transaction: Transaction, submissionId: string): Promise<string[]> {
  const submitted = await readSubmit(transaction, submissionId);
  if (submitted === null) return [];
  const { assessmentId, photos } = submitted.args;
  const named = new Set(photos.map(({ photoId }) => photoId));
  for (const { submission_id: other } of await transaction.submission.of(assessmentId))
    if (other !== submissionId)
      for (const { photoId } of (await readSubmit(transaction, other))?.args.photos ?? [])
        named.delete(photoId);
  return (await transaction.photo.of(assessmentId))
    .filter(({ photo_id }) => named.has(photo_id))
    .map(({ op_id }) => op_id);
}

export const allOf = async (bench: EraseBench, opIds: readonly string[]): Promise<Erased> => {
  let erased = nothing();
  for (const opId of opIds) erased = join(erased, await takeAway(bench, opId));
  return erased;
};
