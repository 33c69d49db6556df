export const RANKING_PATH = '/xep-hang';
/** `group` as the freeze names it: `hamlet`, `household:<id>`, `unit:<sector>`. */
export const rankingPath = (group: string): string => `${RANKING_PATH}?nhom=${encodeURIComponent(group)}`;
