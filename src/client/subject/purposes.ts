/** What a family is asked to agree to. Apart from what sends it: the first page knows its own order of screens. */
import type { DraftRow } from '#client/db/model.ts';

export type Purpose = keyof DraftRow['consent'];
/** In the order they are asked. */
export const purposes: readonly Purpose[] = ['process', 'publish', 'photo'];
