/** Addresses of the commune's lists. */
export const PLACES_PATH = '/xom-don-vi';
export const HOUSEHOLDS_TAB = `${PLACES_PATH}/ho`;
export const UNITS_TAB = `${PLACES_PATH}/don-vi`;
export const PEOPLE_TAB = `${PLACES_PATH}/nguoi`;
export const BATCHES_TAB = `${PLACES_PATH}/lan-nhap`;
export const IMPORT_PATH = `${PLACES_PATH}/nhap`;
export const MERGE_PATH = `${PLACES_PATH}/sap-nhap`;
export const SLIPS_DESK_PATH = `${PLACES_PATH}/phieu-moi`;

export const importPathOf = (kind: string): string => `${IMPORT_PATH}?loai=${kind}`;
export const householdsOf = (hamletId: string): string => `${HOUSEHOLDS_TAB}?xom=${hamletId}`;
export const slipsOf = (hamletId: string, householdId?: string): string =>
  `${SLIPS_DESK_PATH}?xom=${hamletId}${householdId === undefined ? '' : `&ho=${householdId}`}`;
