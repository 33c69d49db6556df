/** From a choice of paper and the people on a decision to the pages that are drawn. Pure. */
import { layoutOf, type Blank } from '#domain/certificates/blank.ts';
import type { WidthOf } from '#domain/certificates/fit.ts';
import { fullPage, type PaperSize } from '#domain/certificates/full-page.ts';
import { placeTexts, type Layout, type PlacedLine } from '#domain/certificates/layout.ts';
import { certificateTexts, missingOf, type Missing } from '#domain/certificates/texts.ts';
import type { PagePlan } from './certificate-picture.tsx';
import type { Recipient } from './read-certificates.ts';

export type Wish =
  | { mode: 'overlay'; blank: Blank }
  | { mode: 'page'; size: PaperSize; hasEmblem: boolean; emblemUrl: string | null };

export interface Certificate {
  recipient: Recipient;
  lines: readonly PlacedLine[];
  /** Some of it is drawn smaller than wanted. */
  isSmall: boolean;
  missing: readonly Missing[];
}

export interface Plan {
  page: PagePlan;
  certificates: readonly Certificate[];
}

const pageOf = (wish: Wish): { page: PagePlan; layout: Layout } => {
  if (wish.mode === 'overlay') {
    const layout = layoutOf(wish.blank);
    return { page: { width: layout.width, height: layout.height }, layout };
  }
  const full = fullPage(wish.size, wish.hasEmblem);
  const { width, height, borders, emblem } = full;
  const drawn = emblem !== null && wish.emblemUrl !== null ? { ...emblem, url: wish.emblemUrl } : undefined;
  return { page: { width, height, borders, emblem: drawn }, layout: full };
};

export function planOf(wish: Wish, recipients: readonly Recipient[], widthOf: WidthOf): Plan {
  const { page, layout } = pageOf(wish);
  return {
    page,
    certificates: recipients.map((recipient) => {
      const { lines, tight } = placeTexts(layout, certificateTexts(recipient.facts), widthOf);
      return { recipient, lines, isSmall: tight.length > 0, missing: missingOf(recipient.facts) };
    }),
  };
}
