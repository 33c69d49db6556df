/**
 * A certificate on white paper: border and every line of it (`domain.md` §4.2 (4)). Drawn for A4 on its side; other sizes
 * are the same page made larger. The national emblem is no artwork of ours: there is room for the commune's own.
 */
import type { FieldName } from './fields.ts';
import type { Layout, Slot } from './layout.ts';

/** Tenths of a millimetre, on their side. */
export const paperSizes = {
  A4: { width: 2970, height: 2100 },
  A3: { width: 4200, height: 2970 },
} as const;
export type PaperSize = keyof typeof paperSizes;

export type Rect = { x: number; y: number; width: number; height: number };

const { A4 } = paperSizes;
const across = (y: number, halfPoints: number, width = 2350): Slot => ({
  x: (A4.width - width) / 2,
  y,
  width,
  halfPoints,
  align: 'center',
});

/** Room for two lines of a name and of an address, three of an achievement, and 30 mm for signature and stamp. */
const PLAIN: Record<Exclude<FieldName, 'decisionNumber' | 'decisionDate' | 'registerNumber'>, Slot> = {
  country: across(300, 30),
  motto: across(370, 30),
  authority: across(500, 44),
  presents: across(600, 36),
  form: across(790, 104),
  recipient: across(975, 52),
  position: across(1150, 34),
  achievement: across(1352, 38),
  decision: { x: 310, y: 1780, width: 1150, halfPoints: 25, align: 'left' },
  register: { x: 310, y: 1860, width: 1150, halfPoints: 25, align: 'left' },
  placeDate: { x: 1560, y: 1505, width: 1100, halfPoints: 28, align: 'center' },
  signerTitle: { x: 1560, y: 1605, width: 1100, halfPoints: 28, align: 'center' },
  signerName: { x: 1560, y: 1890, width: 1100, halfPoints: 28, align: 'center' },
};
/** With room for the emblem the lines stand lower and closer, and the largest are smaller. */
const BELOW_EMBLEM: Partial<Record<string, Pick<Slot, 'y'> & Partial<Slot>>> = {
  country: { y: 450 },
  motto: { y: 515 },
  authority: { y: 615 },
  presents: { y: 690 },
  form: { y: 850, halfPoints: 88 },
  recipient: { y: 1020, halfPoints: 48 },
  position: { y: 1182, halfPoints: 30 },
  achievement: { y: 1366, halfPoints: 34 },
  placeDate: { y: 1510 },
  signerTitle: { y: 1610 },
};
const EMBLEM: Rect = { x: A4.width / 2 - 115, y: 165, width: 230, height: 230 };
const BORDERS: readonly (Rect & { stroke: number })[] = [
  { ...within(100), stroke: 24 },
  { ...within(130), stroke: 6 },
];

function within(edge: number): Rect {
  return { x: edge, y: edge, width: A4.width - 2 * edge, height: A4.height - 2 * edge };
}

type FullPage = Layout & { borders: readonly (Rect & { stroke: number })[]; emblem: Rect | null };

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

/** @param hasEmblem leaves room for it at the top */
export function fullPage(size: PaperSize, hasEmblem: boolean): FullPage {
  const by = paperSizes[size].width / A4.width;
  const slots = Object.entries(PLAIN).map(([field, plain]) => {
    const slot = { ...plain, ...(hasEmblem && BELOW_EMBLEM[field]) };
    const { x, y, width } = slot;
    const halfPoints = Math.floor(slot.halfPoints * by);
    return [field, { ...slot, x: x * by, y: y * by, width: width * by, halfPoints }] as const;
  });
  return {
    ...paperSizes[size],
    fields: Object.fromEntries(slots),
    shift: { x: 0, y: 0 },
    borders: BORDERS.map((border) => ({ ...grown(border, by), stroke: border.stroke * by })),
    emblem: hasEmblem ? grown(EMBLEM, by) : null,
  };
}
