/** The page on which a head gets slips; with a household's id it begins with that one. */
export const SLIPS_PATH = '/cac-ho/phieu-moi';
export const slipsPathOf = (householdId: string): string => `${SLIPS_PATH}?ho=${householdId}`;
