/** Blanks (phôi) the text is printed over: a first one to begin from, and small changes made by hand. Tenths of a mm. */
import { isFieldName, overlayFields, type FieldName } from './fields.ts';
import { fullPage, paperSizes } from './full-page.ts';
import type { Layout, Slot } from './layout.ts';

/** As the record keeps it. */
export type Blank = {
  id: string;
  name: string;
  width: number;
  height: number;
  fields: Record<string, Slot>;
  shift: { x: number; y: number };
};

/** What a printer takes: from a postcard to A2. */
export const SIDE_MIN = 900;
export const SIDE_MAX = 6000;
export const NAME_MAX = 200;

/** Where a field begins on a paper of this size, before anybody measured. */
export function firstSlot(field: FieldName, { width, height }: Pick<Blank, 'width' | 'height'>): Slot {
  const { A4 } = paperSizes;
  const known = fullPage('A4', false).fields;
  const like = { decisionNumber: 'decision', decisionDate: 'decision', registerNumber: 'register' } as const;
  const slot =
    field === 'decisionNumber' || field === 'decisionDate' || field === 'registerNumber'
      ? known[like[field]]
      : known[field];
  const {
    x,
    y,
    width: room,
    halfPoints,
    align,
  } = slot ?? {
    x: 0,
    y: A4.height / 2,
    width: A4.width,
    halfPoints: 28,
    align: 'center' as const,
  };
  const [byX, byY] = [width / A4.width, height / A4.height];
  return {
    x: Math.round(x * byX),
    y: Math.round(y * byY),
    width: Math.round(room * byX),
    halfPoints: Math.max(12, Math.min(200, Math.floor(halfPoints * Math.min(byX, byY)))),
    align,
  };
}

export const newBlank = (
  id: string,
  name: string,
  size: Pick<Blank, 'width' | 'height'> = paperSizes.A4,
): Blank => ({
  id,
  name,
  ...size,
  fields: Object.fromEntries(overlayFields.map((field) => [field, firstSlot(field, size)])),
  shift: { x: 0, y: 0 },
});

/** Fields a later version knows and this one does not are kept in the record and not drawn. */
export const layoutOf = ({ width, height, fields, shift }: Blank): Layout => ({
  width,
  height,
  fields: Object.fromEntries(Object.entries(fields).filter(([name]) => isFieldName(name))),
  shift,
});

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, Math.round(value)));

/** A field put elsewhere or drawn otherwise; it stays on the paper. */
export function withSlot(blank: Blank, field: FieldName, change: Partial<Slot>): Blank {
  const slot = { ...(blank.fields[field] ?? firstSlot(field, blank)), ...change };
  const x = clamp(slot.x, 0, blank.width - 50);
  return {
    ...blank,
    fields: {
      ...blank.fields,
      [field]: {
        ...slot,
        x,
        y: clamp(slot.y, 0, blank.height),
        width: clamp(slot.width, 50, blank.width - x),
        halfPoints: clamp(slot.halfPoints, 12, 200),
      },
    },
  };
}

export const withoutSlot = (blank: Blank, field: FieldName): Blank => ({
  ...blank,
  fields: Object.fromEntries(Object.entries(blank.fields).filter(([name]) => name !== field)),
});

/** By so many tenths of a millimetre; a field that is not printed is not moved. */
export function moved(blank: Blank, field: FieldName, by: { x: number; y: number }): Blank {
  const slot = blank.fields[field];
  return slot === undefined ? blank : withSlot(blank, field, { x: slot.x + by.x, y: slot.y + by.y });
}

/** Another size of paper; fields that would stand outside come back to its edge. */
export function resized(blank: Blank, size: Pick<Blank, 'width' | 'height'>): Blank {
  const next = {
    ...blank,
    width: clamp(size.width, SIDE_MIN, SIDE_MAX),
    height: clamp(size.height, SIDE_MIN, SIDE_MAX),
  };
  return Object.keys(blank.fields)
    .filter(isFieldName)
    .reduce((made, field) => withSlot(made, field, {}), next);
}
