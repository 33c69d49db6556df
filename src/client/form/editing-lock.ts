/** Held, shared, by every tab with words that are not on disk yet; wanted alone by whoever reloads tabs. */
export const EDITING_LOCK = 'thidua-editing';
