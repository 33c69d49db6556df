/**
 * About how long a line of bold Times is, for the rules drawn under titles: their length follows the text. Marks above
 * and below a letter take no room; letters of unknown width count as an average one.
 */

/** Thousandths of the size, by letters of one width (the font's own metrics). */
const WIDTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [250, ' ,.'],
      [278, 'il'],
      [333, 'fjt-()'],
      [389, 'Is'],
      [444, 'cerz'],
      [500, 'agovxyJơ0123456789–“”'],
      [556, 'bdđhknpquưS'],
      [611, 'PF'],
      [667, 'BELTZ'],
      [722, 'ACDĐNRUVXYƯw'],
      [778, 'GHKOQƠ'],
      [833, 'm'],
      [944, 'M'],
      [1000, 'W'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
const AVERAGE = 556;
const MM_PER_POINT = 25.4 / 72;

/** In millimetres, at a size in points. */
export function widthOf(text: string, size: number): number {
  const thousandths = [...text.normalize('NFC')].reduce((sum, letter) => {
    const known = WIDTHS[letter] ?? WIDTHS[letter.normalize('NFD').charAt(0)];
    return sum + (known ?? AVERAGE);
  }, 0);
  return (thousandths / 1000) * size * MM_PER_POINT;
}

/** The longest of some lines. */
export const longestOf = (lines: readonly string[], size: number): number =>
  Math.max(0, ...lines.map((line) => widthOf(line, size)));
