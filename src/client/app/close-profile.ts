/**
 * "Xong, đưa máy cho nhà khác": nothing of this family opens on this phone again without its slip, neither by the
 * chooser nor by the browser's way back.
 */
import { closed } from '#client/db/begin-slip.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { forgetChosen } from './chosen-profile.ts';
import { clock } from './platform.ts';

/** Rejects when it could not be kept; then nothing is closed. What waits to be sent goes on being sent. */
export async function closeProfile(pocket: Pick<Pocket, 'changeProfiles'>, id: string): Promise<void> {
  await pocket.changeProfiles((profiles) =>
    profiles.map((profile) => (profile.id === id ? closed(profile, clock.now()) : profile)),
  );
  forgetChosen();
}
