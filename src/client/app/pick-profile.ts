/** Who is meant by a path, on a phone that several people may share. Pure. */
import type { ProfileRow } from '#client/db/model.ts';
import { partAt, partOf } from './role-home.ts';

export type Picked =
  | { kind: 'profile'; profile: ProfileRow }
  /** Several people could be meant: names only, and one is chosen. */
  | { kind: 'choose'; profiles: ProfileRow[] }
  | { kind: 'none' };

export function pickProfile(path: string, profiles: readonly ProfileRow[], chosenId: string | null): Picked {
  const part = partAt(path);
  const fitting = profiles.filter(
    ({ role, closedAt }) => closedAt === undefined && (part === null || partOf(role) === part),
  );
  const [first] = fitting;
  if (first === undefined) return { kind: 'none' };
  const profile = fitting.find(({ id }) => id === chosenId) ?? (fitting.length === 1 ? first : undefined);
  return profile === undefined ? { kind: 'choose', profiles: fitting } : { kind: 'profile', profile };
}
