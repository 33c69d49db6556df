/**
 * From when families' requests have an effect by rule: one to restrict keeps its form from counting, one to erase takes two
 * officers. Null until this build has opened the database once.
 */
export const familyRules: readonly string[] = ['alter table commune add column family_from integer'];
