/** Which row holds the headings and which column is what, guessed without marks; a person may say otherwise. */
import { searchKey } from '../vietnamese/search-key.ts';
import { fieldsOf, type FieldSpec, type ImportKind, type Mapping } from './kinds.ts';
import type { Cell, SheetTable } from './table.ts';

/** Files begin with the commune's name, a title, a date: headings are looked for this far down. */
const ROWS_LOOKED_AT = 30;

/** "Số hộ (hộ)*" is "so ho". */
export const headingKey = (cell: Cell | undefined): string =>
  typeof cell === 'string'
    ? searchKey(cell.replace(/\([^)]*\)/g, ' ').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))
    : '';

/** How well a heading fits a field: all of it, or some words of it; longer is surer. */
function fit(key: string, { headings }: FieldSpec): number {
  if (key === '') return 0;
  const place = headings.indexOf(key);
  if (place !== -1) return 1000 - place;
  return Math.max(
    0,
    ...headings
      .filter((heading) => heading.length > 3 && ` ${key} `.includes(` ${heading} `))
      .map((heading) => heading.length),
  );
}

/** Each column once, the surest pairs first. */
export function guessMapping(kind: ImportKind, headings: readonly Cell[]): Mapping {
  const keys = headings.map(headingKey);
  const pairs = fieldsOf[kind].flatMap((spec) =>
    keys.map((key, column) => ({ id: spec.id, column, score: fit(key, spec) })),
  );
  const mapping: Record<string, number | null> = Object.fromEntries(
    fieldsOf[kind].map(({ id }) => [id, null]),
  );
  const taken = new Set<number>();
  for (const { id, column, score } of pairs.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (score === 0 || mapping[id] !== null || taken.has(column)) continue;
    mapping[id] = column;
    taken.add(column);
  }
  return mapping;
}

const known = (mapping: Mapping): number => Object.values(mapping).filter((column) => column !== null).length;

/** The row whose words fit most fields, from 0; the first with any words where none fits. */
export function guessHeadingRow(kind: ImportKind, { rows }: Pick<SheetTable, 'rows'>): number {
  let best = { row: -1, fits: 0 };
  for (const [row, cells] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const fits = known(guessMapping(kind, cells));
    if (fits > best.fits) best = { row, fits };
  }
  if (best.row !== -1) return best.row;
  return Math.max(
    0,
    rows.findIndex((cells) => cells.some((cell) => typeof cell === 'string' && cell.trim() !== '')),
  );
}

/** Which kind of list a sheet most likely is; null when its headings say nothing. */
export function guessKind(sheet: Pick<SheetTable, 'rows'>, kinds: readonly ImportKind[]): ImportKind | null {
  let best: { kind: ImportKind; fits: number } | null = null;
  for (const kind of kinds) {
    const mapping = guessMapping(kind, sheet.rows[guessHeadingRow(kind, sheet)] ?? []);
    const complete = fieldsOf[kind].every(({ id, required }) => !required || mapping[id] !== null);
    // What a list cannot do without tells most; a column of numbers 1, 2, 3 tells nothing.
    const fits = fieldsOf[kind].reduce(
      (sum, { id, required, type }) =>
        sum + (mapping[id] === null ? 0 : required ? 3 : type === 'order' ? 0 : 1),
      0,
    );
    if (complete && (best === null || fits > best.fits)) best = { kind, fits };
  }
  return best?.kind ?? null;
}

/** Fields without which nothing can be read, and that no column was given for. */
export const missingFields = (kind: ImportKind, mapping: Mapping): FieldSpec[] =>
  fieldsOf[kind].filter(({ id, required }) => required && (mapping[id] ?? null) === null);
