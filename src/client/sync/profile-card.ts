/** The profile an engine works for: kept in the pocket, and in hand for the screens. */
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { ProfileCard } from './cycle.ts';

export function createProfileCard(
  pocket: Pick<Pocket, 'profile' | 'changeProfiles'>,
  profile: ProfileRow,
): ProfileCard {
  let current = profile;
  return {
    current: () => current,
    async reload() {
      current = (await pocket.profile(profile.id)) ?? current;
    },
    async change(next) {
      // A profile the person removed meanwhile stays removed.
      await pocket.changeProfiles((profiles) => profiles.map((kept) => (kept.id === next.id ? next : kept)));
      current = next;
    },
  };
}
