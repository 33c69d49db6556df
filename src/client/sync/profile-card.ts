/** The profile an engine works for: kept in the pocket, and in hand for the screens. */
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { ProfileCard } from './cycle-context.ts';

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
      // Whether it is closed is the person's word, and what waits is counted elsewhere: both may be newer than what an
      // engine has in hand.
      await pocket.changeProfiles((profiles) =>
        profiles.map((kept) =>
          kept.id === next.id ? { ...next, closedAt: kept.closedAt, waiting: kept.waiting } : kept,
        ),
      );
      current = next;
    },
  };
}
