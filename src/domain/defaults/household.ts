/** The household's questions, alone: the phone bundles them so that a slip scanned without a network starts the form. */
import type { CriteriaSet } from '../criteria.ts';
import household from './household.json' with { type: 'json' };
import { loadCriteriaSet } from './load.ts';

/** `household@1`, made anew on each call. */
export const defaultHouseholdSet = (): CriteriaSet => loadCriteriaSet(household);
