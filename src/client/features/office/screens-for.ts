/** Which screens are whose. */
import type { Role } from '#protocol/policy-roles.ts';
import type { Screen } from './screens-shape.ts';

/** Does this person's rail name it? What is not theirs to act on is still found by the search. */
export const isNamedFor = ({ roles }: Pick<Screen, 'roles'>, role: Role): boolean =>
  roles?.some((each) => each === role) ?? true;
