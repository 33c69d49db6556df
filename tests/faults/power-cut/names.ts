/** Files of one recording. */
export const DATABASE = 'thidua.sqlite';
export const ACKNOWLEDGED = 'acknowledged.log';
