/** All default sets: what a new commune starts with. For the server; the phone's form needs `household.ts` alone. */
import type { CriteriaSet } from '../criteria.ts';
import { withActivities } from './activities.ts';
import hamlet from './hamlet.json' with { type: 'json' };
import { defaultHouseholdSet } from './household.ts';
import { composeUnitSet, loadCriteriaSet } from './load.ts';
import unitCore from './unit-core.json' with { type: 'json' };
import unitSectors from './unit-sectors.json' with { type: 'json' };

/** `hamlet`, `household`, then a unit set per sector: `unit-CQ`, `-DT`, `-TH`, `-YT`, `-DN`, `-KH`; all version 1. */
export const defaultCriteriaSets = (): CriteriaSet[] => [
  withActivities(loadCriteriaSet(hamlet)),
  defaultHouseholdSet(),
  ...unitSectors.map((sector) => withActivities(composeUnitSet(unitCore, sector))),
];
