/** A head's page of the phones that help the hamlet. */
export const HELPERS_PATH = '/xom/may';
