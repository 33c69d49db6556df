/**
 * Which cells of a table of counts stay hidden so that no group of fewer than {@link LEAST} families can be told, neither
 * from a cell nor by taking shown figures from totals (complementary suppression). Works on what is new: the increase of
 * each row since it was last put out. Pure.
 */
import { upperBound, type Hidden } from './upper-bound.ts';

/** The least group that is told of (k-anonymity). */
export const LEAST = 10;

/** What one row adds to a table now. */
export interface Addition {
  id: string;
  /** By answer. Together at least {@link LEAST}. */
  counts: readonly number[];
  /** Which cells stay hidden, as when the row was first put out; null = it is new, and they are chosen here. */
  hidden: readonly boolean[] | null;
}

export interface Additions {
  rows: readonly Addition[];
  /** Which totals are hidden; null = the table is new. */
  hiddenTotals: readonly boolean[] | null;
}

/** What is safe to put out; rows that cannot be are left for a later release. */
export interface Cleared {
  rows: { id: string; hidden: boolean[] }[];
  hiddenTotals: boolean[];
}

interface Cell {
  /** Of the row of totals: `rows.length`. */
  row: number;
  answer: number;
  count: number;
  hidden: boolean;
  /** Was chosen by an earlier release. */
  fixed: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** In one row: what is small, and then the least of the rest until what is hidden is one large group of several. */
function hideSmall(counts: readonly number[]): boolean[] {
  const hidden = counts.map((count) => count < LEAST);
  const isOpen = (): boolean => {
    const under = counts.filter((_, index) => hidden[index] === true);
    return under.length === 1 || (under.length > 1 && sum(under) < LEAST);
  };
  const byCount = counts.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count);
  for (const { index } of byCount) {
    if (!isOpen()) break;
    hidden[index] = true;
  }
  return hidden;
}

/** An earlier release said which cells are shown: each of those grows by a large group, and so does what is hidden. */
const mayGrow = ({ counts, hidden }: Addition): boolean => {
  if (counts.some((count) => count < 0)) return false;
  if (hidden === null) return sum(counts) >= LEAST;
  const under = counts.filter((_, index) => hidden[index] === true);
  return (
    counts.every((count, index) => hidden[index] === true || count >= LEAST) &&
    (under.length === 0 || sum(under) >= LEAST)
  );
};

function cellsOf(rows: readonly Addition[], hiddenTotals: readonly boolean[] | null): Cell[] {
  const [first] = rows;
  const totals = (first?.counts ?? []).map((_, answer) => sum(rows.map(({ counts }) => counts[answer] ?? 0)));
  const cellsOfRow = (counts: readonly number[], row: number, fixed: readonly boolean[] | null): Cell[] => {
    const hidden = fixed ?? hideSmall(counts);
    return counts.map((count, answer) => ({
      row,
      answer,
      count,
      hidden: hidden[answer] === true,
      fixed: fixed !== null,
    }));
  };
  return [
    ...rows.flatMap(({ counts, hidden }, row) => cellsOfRow(counts, row, hidden)),
    ...cellsOfRow(totals, rows.length, hiddenTotals),
  ];
}

/** Sums: the rows by their place, the answers after them, the row of totals last. */
const edgeOf = ({ row, answer, count }: Cell, rows: number, answers: number): Hidden =>
  row === rows ? { from: rows + answer, to: rows + answers, count } : { from: row, to: rows + answer, count };

type Verdict = { kind: 'safe' } | { kind: 'hide'; cell: Cell } | { kind: 'drop'; cell: Cell };

/** The first figure that tells too much, and what helps against it. */
function look(cells: readonly Cell[], rows: number, answers: number): Verdict {
  const small = cells.find(({ hidden, count }) => !hidden && count < LEAST);
  if (small !== undefined) return small.fixed ? { kind: 'drop', cell: small } : { kind: 'hide', cell: small };
  const under = cells.filter(({ hidden }) => hidden);
  const edges = under.map((cell) => edgeOf(cell, rows, answers));
  for (const [index, cell] of under.entries()) {
    const { bound, reached } = upperBound(edges, index, LEAST);
    if (bound >= LEAST) continue;
    const crossing = cells.filter((each) => {
      if (each.hidden || each.fixed) return false;
      const { from, to } = edgeOf(each, rows, answers);
      return reached.has(from) !== reached.has(to);
    });
    const [least] = crossing.sort((a, b) => a.count - b.count);
    return least === undefined ? { kind: 'drop', cell } : { kind: 'hide', cell: least };
  }
  return { kind: 'safe' };
}

/** What of the additions can be put out, with which cells hidden. Every hidden cell could then be a large group. */
export function clear({ rows: all, hiddenTotals }: Additions): Cleared {
  let rows = all.filter(mayGrow);
  while (rows.length > 0) {
    const answers = rows[0]?.counts.length ?? 0;
    const cells = cellsOf(rows, hiddenTotals);
    for (;;) {
      const verdict = look(cells, rows.length, answers);
      if (verdict.kind === 'safe') {
        const hiddenOf = (row: number): boolean[] =>
          cells.filter((cell) => cell.row === row).map(({ hidden }) => hidden);
        return {
          rows: rows.map(({ id }, row) => ({ id, hidden: hiddenOf(row) })),
          hiddenTotals: hiddenOf(rows.length),
        };
      }
      if (verdict.kind === 'hide') {
        verdict.cell.hidden = true;
        continue;
      }
      // A total that tells too much is mended by no single row.
      rows = verdict.cell.row === rows.length ? [] : rows.filter((_, row) => row !== verdict.cell.row);
      break;
    }
  }
  return { rows: [], hiddenTotals: [...(hiddenTotals ?? [])] };
}
