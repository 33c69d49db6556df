/** A family whose data the commune has erased takes its own copy from this phone, too. Nothing of it can be got back. */
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { profileDbName } from '#client/db/profile-db.ts';
import type { Workspace } from '#client/workspace.ts';
import { forgetChosen } from './chosen-profile.ts';

const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('not deleted')));
    // Another window of the app has it open; it goes when that closes, and the person is told.
    request.addEventListener('blocked', () => reject(new Error('open elsewhere')));
  });

/** Rejects when it could not be done; then the profile stays, and the person may try again. */
export async function wipeProfile(pocket: Pocket, profile: ProfileRow, workspace: Workspace): Promise<void> {
  await workspace.close();
  await deleted(profileDbName(profile.id));
  for (const id of [profile.assessmentId, ...(profile.earlier ?? [])])
    if (id !== undefined) await pocket.removeDraft(id);
  await pocket.removeProfile(profile.id);
  forgetChosen();
}
