/** The list of households, and what leads from elsewhere too; apart from its screens, so that a link costs its words. */
export const HOUSEHOLDS_PATH = '/cac-ho';
/** Words for the hamlet's group. */
export const REMIND_PATH = '/cac-ho/nhac';
