/** Where each line of a certificate stands. Lengths in tenths of a millimetre from the left and top edge of the paper. */
import { fitText, type WidthOf } from './fit.ts';
import { fieldNames, looks, type FieldName, type Look } from './fields.ts';

/** A half point in tenths of a millimetre. */
export const HALF_POINT = 254 / 144;
/** From base line to base line, in sizes: a capital with two marks and a dotted one above it take 1,31. */
export const LEADING = 1.31;

export type Slot = {
  /** Left edge of its room. */
  x: number;
  /** Base line of its text; of several lines, the middle of theirs. */
  y: number;
  width: number;
  halfPoints: number;
  align: 'left' | 'center' | 'right';
};

export type Layout = {
  width: number;
  height: number;
  /** Absent = not printed. */
  fields: Readonly<Partial<Record<FieldName, Slot>>>;
  /** What this printer is off by; added to every place. */
  shift: { x: number; y: number };
};

/** '' = nothing to print there. A line break in a text is kept. */
export type Texts = Readonly<Record<FieldName, string>>;

export type PlacedLine = {
  field: FieldName;
  text: string;
  /** Where the line is held: its left end, middle or right end, as `align` says. */
  x: number;
  y: number;
  align: Slot['align'];
  halfPoints: number;
  look: Look;
};

export type Placed = {
  lines: PlacedLine[];
  /** Fields that had to be made smaller than is well read; all of their words are there. */
  tight: FieldName[];
};

const heldAt = ({ x, width, align }: Slot): number =>
  align === 'left' ? x : align === 'center' ? x + width / 2 : x + width;

export function placeTexts({ fields, shift }: Layout, texts: Texts, widthOf: WidthOf): Placed {
  const lines: PlacedLine[] = [];
  const tight: FieldName[] = [];
  for (const field of fieldNames) {
    const slot = fields[field];
    const text = texts[field];
    if (slot === undefined || text === '') continue;
    const look = looks[field];
    const room = { width: slot.width / HALF_POINT, halfPoints: slot.halfPoints };
    const fitted = fitText(text, room, look, (word) => widthOf(word, look));
    if (fitted.isTight) tight.push(field);
    const leading = fitted.halfPoints * HALF_POINT * LEADING;
    fitted.lines.forEach((line, at) => {
      lines.push({
        field,
        text: line,
        x: heldAt(slot) + shift.x,
        y: slot.y + (at - (fitted.lines.length - 1) / 2) * leading + shift.y,
        align: slot.align,
        halfPoints: fitted.halfPoints,
        look,
      });
    });
  }
  return { lines, tight };
}
