/**
 * A table to be written as .xlsx or .csv: what the screen shows, as typed cells. What people wrote is `text` and nothing
 * else: it never becomes a formula, a number or a date (telephone numbers keep their 0, codes stay codes).
 */
export type Cell =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  /** Hundredths of a point; written as 86,50. */
  | { kind: 'points'; value: number }
  /** `YYYY-MM-DD`. */
  | { kind: 'date'; value: string }
  | null;

export interface Column {
  head: string;
  /** In characters. */
  width: number;
}

export interface Table {
  /** Name of the sheet; what a spreadsheet does not take in a name is left out. */
  name: string;
  /** Lines above the table. */
  title: readonly string[];
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}
