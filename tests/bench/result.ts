/** What a benchmark gives back: figures of one run, and ratios within it, because machines differ and ratios do not. */

/** A budget of the design: the figure is at most, or at least, this. */
export type Budget = { atMost: number } | { atLeast: number };

export interface Row {
  /** Dotted, stable: a later run is compared by it. */
  name: string;
  what: string;
  /** NaN: there is no such figure. */
  value: number;
  unit: 'submissions/s' | 'ms' | 'bytes' | 'MB' | 'exchanges' | 'requests' | 'rows' | '×' | '%';
  budget?: Budget;
  /** A note on how it was taken, where it is not plain. */
  note?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
};

/** The value that `share` of them do not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

export const isHeld = ({ value, budget }: Row): boolean => {
  if (budget === undefined) return true;
  return 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast;
};

const figure = (value: number, unit: Row['unit']): string => {
  if (Number.isNaN(value)) return '–';
  if (unit === '×') return value.toFixed(2);
  if (unit === '%' || unit === 'MB' || (unit === 'ms' && value < 10)) return value.toFixed(1);
  return Math.round(value).toLocaleString('en');
};

const budgetWords = (row: Row): string => {
  if (row.budget === undefined) return '';
  const [word, limit] =
    'atMost' in row.budget ? ['at most', row.budget.atMost] : ['at least', row.budget.atLeast];
  return `${word} ${limit}: ${isHeld(row) ? 'held' : 'MISSED'}`;
};

export function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map((row) => {
      const notes = [budgetWords(row), row.note ?? ''].filter((words) => words !== '').join('; ');
      const { what, value, unit } = row;
      return `${what.padEnd(width)}  ${figure(value, unit).padStart(10)} ${unit}${notes === '' ? '' : `  (${notes})`}`;
    })
    .join('\n');
}

/** The same figures of several pages side by side: a line a page, a column a figure. */
export interface Grid {
  title: string;
  columns: readonly { title: string; unit: Row['unit'] }[];
  lines: readonly { title: string; values: readonly number[] }[];
  footnotes: readonly string[];
}

export function gridText({ title, columns, lines, footnotes }: Grid): string {
  const heads = columns.map((column) => `${column.title} (${column.unit})`);
  const first = Math.max(title.length, ...lines.map((line) => line.title.length));
  const cells = lines.map(({ values }) =>
    columns.map(({ unit }, at) => figure(values[at] ?? Number.NaN, unit)),
  );
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  const lineOf = (name: string, parts: readonly string[]): string =>
    [name.padEnd(first), ...parts.map((part, at) => part.padStart(widths[at] ?? 0))].join('  ');
  return [
    lineOf(title, heads),
    ...lines.map((line, at) => lineOf(line.title, cells[at] ?? [])),
    ...footnotes.map((note) => `  ${note}`),
  ].join('\n');
}

/** What one benchmark gives back. */
export interface Result {
  rows: Row[];
  grids?: Grid[];
}
