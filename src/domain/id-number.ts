/**
 * Numbers of identity papers in what a person types: nothing here asks for them, so whoever writes one is told
 * (`domain.md` §5.3). Twelve digits are a căn cước; nine are an old chứng minh where the words beside say so.
 */
import { searchKey } from './vietnamese/search-key.ts';

const CARD_DIGITS = 12;
const OLD_DIGITS = 9;
const PAPERS = /\b(cccd|cmnd|cmtnd|can cuoc|chung minh|dinh danh)\b/;
/** 150.000.000.000 is money. */
const GROUPED = /^\d{1,3}(\.\d{3})+$/;

export interface Stretch {
  from: number;
  to: number;
}

/** Where in a text such numbers stand, spaces, dots and hyphens within them included. */
export function idNumbersIn(text: string): Stretch[] {
  const saysPapers = PAPERS.test(searchKey(text));
  const found: Stretch[] = [];
  for (const { 0: written, index } of text.matchAll(/\d(?:[ .-]?\d)+/g)) {
    const digits = written.replace(/\D/g, '').length;
    if (GROUPED.test(written)) continue;
    if (digits === CARD_DIGITS || (digits === OLD_DIGITS && saysPapers))
      found.push({ from: index, to: index + written.length });
  }
  return found;
}

/** The text without them. */
export const withoutIdNumbers = (text: string): string =>
  idNumbersIn(text).reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
