/** Rows of the feed that speak of photos, built from the tables. */
import type { PhotoRow } from '#protocol/photo-row.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { Binding } from '#protocol/policy-roles.ts';
import { ownScope, scopesOfSubject, type Subject } from '../../identity/scopes.ts';
import type { Transaction } from '../../store/store.ts';
import type { BlobRecord, PhotoRecord } from '../../store/tables/photo.ts';
import type { Ledger } from '../ledger.ts';
import { bury, project } from '../project.ts';

/**
 * Whose picture it is: of who sends it, not of the form. What one hamlet uploaded is no picture of another's, though
 * both name the same hash.
 */
export const ownerOf = (binding: Binding): Scope => ownScope(binding);

/** Never a household's scope: a slip found on the road reads receipt states and nothing else. */
export const photoScopes = (subject: Subject): Scope[] =>
  scopesOfSubject(subject).filter((scope) => !scope.startsWith('household:'));

export const photoRow = (
  photo: PhotoRecord,
  blob: Pick<BlobRecord, 'state' | 'received_at'> | undefined,
): PhotoRow => ({
  id: photo.op_id,
  assessmentId: photo.assessment_id,
  criterionId: photo.criterion_id,
  photoId: photo.photo_id,
  state: blob === undefined ? 'awaited' : blob.state === 'stored' ? 'stored' : 'refused',
  bytes: photo.bytes,
  w: photo.w,
  h: photo.h,
  byName: photo.by_name,
  at: photo.at,
  ...(blob?.state === 'stored' ? { storedAt: blob.received_at } : {}),
});

/** Shows a photo as it stands now to those who may see its form, or takes it from their sight once it is removed. */
export async function showPhoto(
  { transaction, ledger }: { transaction: Transaction; ledger: Ledger },
  photo: PhotoRecord,
  { subject, scopesBefore = [] }: { subject: Subject; scopesBefore?: readonly Scope[] },
): Promise<void> {
  const row = { entity: 'photo', id: photo.op_id, rev: ledger.nextRev() } as const;
  const scopes = photoScopes(subject);
  if (photo.removed === 1) return bury(transaction, { ...row, scopes: [...scopes, ...scopesBefore] });
  const blob = await transaction.blob.find(photo.photo_id, photo.owner);
  await project(transaction, { ...row, value: photoRow(photo, blob), scopes, scopesBefore });
}
