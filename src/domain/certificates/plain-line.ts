/** What somebody wrote, as one line to be printed: its letters, and nothing that turns, hides or moves them. */
import { printable } from '../papers/words.ts';

const BREAKS = /\s+/gu;
/** Joiners, soft hyphens, letters of no alphabet: a printer draws nothing or a box for them. */
const UNSEEN = /[\p{Cf}\p{Co}]/gu;

export const plainLine = (text: string): string =>
  printable(text).replace(BREAKS, ' ').replace(UNSEEN, '').trim();
