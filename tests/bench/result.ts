/** What a benchmark gives back: figures of one run, and ratios within it, because machines differ and ratios do not. */
export interface Row {
  /** Dotted, stable: a later run is compared by it. */
  name: string;
  what: string;
  value: number;
  unit: 'submissions/s' | 'ms' | 'bytes' | 'exchanges' | '×';
  /** A note on how it was taken, where it is not plain. */
  note?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
};

const figure = (value: number, unit: Row['unit']): string =>
  unit === '×' ? value.toFixed(2) : Math.round(value).toLocaleString('en');

export function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, value, unit, note }) =>
      `${what.padEnd(width)}  ${figure(value, unit).padStart(10)} ${unit}${note === undefined ? '' : `  (${note})`}`.trimEnd(),
    )
    .join('\n');
}
