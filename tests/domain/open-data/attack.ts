/**
 * An attacker who has every published table of every release, and nothing else. Knows that rows and columns add up, that
 * forms are only added, and looks for the greatest count each group could have, by linear programming. Written apart from
 * the product, so that it shares none of its mistakes.
 */
import type { ShownTable } from '#domain/open-data/release.ts';

/** A group of families that is known to be smaller than `least`: its bound. */
export interface Find {
  group: string;
  bound: number;
}

const TINY = 1e-7;

/** Gauss on the tableau: one pivot. */
function pivot(tableau: number[][], row: number, column: number): void {
  const own = tableau[row] ?? [];
  const by = own[column] ?? 1;
  for (let index = 0; index < own.length; index++) own[index] = (own[index] ?? 0) / by;
  for (const other of tableau) {
    const factor = other[column] ?? 0;
    if (other === own || Math.abs(factor) < TINY) continue;
    for (let index = 0; index < own.length; index++)
      other[index] = (other[index] ?? 0) - factor * (own[index] ?? 0);
  }
}

/** Simplex by Bland's rule; the last row is what is made greatest, the last column the right side. */
function climb(tableau: number[][], basis: number[], columns: number): void {
  const goal = tableau[tableau.length - 1] ?? [];
  for (;;) {
    let column = -1;
    for (let index = 0; index < columns && column < 0; index++)
      if ((goal[index] ?? 0) < -TINY) column = index;
    if (column < 0) return;
    let row = -1;
    let best = Infinity;
    for (let index = 0; index < basis.length; index++) {
      const line = tableau[index] ?? [];
      const at = line[column] ?? 0;
      if (at <= TINY) continue;
      const ratio = (line[line.length - 1] ?? 0) / at;
      if (ratio < best - TINY || (ratio < best + TINY && (basis[index] ?? 0) < (basis[row] ?? Infinity))) {
        best = ratio;
        row = index;
      }
    }
    if (row < 0) throw new Error('a count without a limit');
    pivot(tableau, row, column);
    basis[row] = column;
  }
}

/** Greatest value of each wanted unknown under the equations, none below 0. */
function greatest(
  unknowns: number,
  equations: readonly { terms: readonly number[]; value: number }[],
  wanted: readonly number[],
): number[] {
  const width = unknowns + equations.length + 1;
  const tableau = equations.map(({ terms, value }, index) => {
    const line = Array.from({ length: width }, () => 0);
    for (const term of terms) line[term] = (line[term] ?? 0) + 1;
    line[unknowns + index] = 1;
    line[width - 1] = value;
    return line;
  });
  // First a solution at all: what was added to each equation goes to nothing.
  const goal = Array.from({ length: width }, () => 0);
  for (const line of tableau)
    for (let index = 0; index < width; index++)
      if (index < unknowns || index === width - 1) goal[index] = (goal[index] ?? 0) - (line[index] ?? 0);
  tableau.push(goal);
  const basis = equations.map((_, index) => unknowns + index);
  climb(tableau, basis, unknowns);
  if (Math.abs(goal[width - 1] ?? 0) > 1e-5) throw new Error('the tables contradict themselves');
  tableau.pop();
  // What was added and is still there, at nothing: out, or its equation says nothing new.
  for (let row = basis.length - 1; row >= 0; row--) {
    if ((basis[row] ?? 0) < unknowns) continue;
    const column = (tableau[row] ?? []).findIndex(
      (value, index) => index < unknowns && Math.abs(value) > TINY,
    );
    if (column < 0) {
      tableau.splice(row, 1);
      basis.splice(row, 1);
    } else {
      pivot(tableau, row, column);
      basis[row] = column;
    }
  }
  return wanted.map((unknown) => {
    const last = Array.from({ length: width }, () => 0);
    last[unknown] = -1;
    tableau.push(last);
    const row = basis.indexOf(unknown);
    if (row >= 0)
      for (let index = 0; index < width; index++)
        last[index] = (last[index] ?? 0) + (tableau[row]?.[index] ?? 0);
    climb(tableau, basis, unknowns);
    const bound = last[width - 1] ?? 0;
    tableau.pop();
    return bound;
  });
}

/** One question through all releases, in their order. */
export function attackTable(releases: readonly ShownTable[], least: number): Find[] {
  // An unknown is how many families of a hamlet gave an answer among those that came between two states of its row.
  const unknowns = new Map<string, number>();
  const unknown = (name: string): number => {
    const known = unknowns.get(name) ?? unknowns.size;
    unknowns.set(name, known);
    return known;
  };
  const states = new Map<string, number[]>();
  const equations: { terms: number[]; value: number }[] = [];
  const said = new Set<string>();
  for (const { rows, answers, total } of releases) {
    const column = answers.map((): number[] => []);
    for (const { hamlet, release, forms, counts } of rows) {
      const seen = states.get(hamlet) ?? [];
      if (!seen.includes(release)) seen.push(release);
      states.set(hamlet, seen);
      const all: number[] = [];
      for (const answer of answers.keys()) {
        const parts = seen.map((each) => unknown(`${hamlet} ${each} ${answer}`));
        all.push(...parts);
        column[answer]?.push(...parts);
        const count = counts[answer] ?? null;
        if (count !== null && !said.has(`${hamlet} ${release} ${answer}`))
          equations.push({ terms: parts, value: count });
        said.add(`${hamlet} ${release} ${answer}`);
      }
      if (!said.has(`${hamlet} ${release}`)) equations.push({ terms: all, value: forms });
      said.add(`${hamlet} ${release}`);
    }
    for (const [answer, terms] of column.entries()) {
      const value = total.counts[answer] ?? null;
      if (value !== null && terms.length > 0) equations.push({ terms, value });
    }
    if (rows.length > 0) equations.push({ terms: column.flat(), value: total.forms });
  }
  if (unknowns.size === 0) return [];
  const bounds = greatest(unknowns.size, equations, [...unknowns.values()]);
  return [...unknowns].flatMap(([group, index]) => {
    const bound = bounds[index] ?? 0;
    return bound < least - 1e-4 ? [{ group, bound }] : [];
  });
}

/** Forms of one hamlet as different tables and releases say them: how many came between is a group too. */
export function attackForms(tables: readonly ShownTable[], least: number): Find[] {
  const seen = new Map<string, Set<number>>();
  for (const { rows } of tables)
    for (const { hamlet, forms } of rows) seen.set(hamlet, (seen.get(hamlet) ?? new Set([0])).add(forms));
  return [...seen].flatMap(([hamlet, forms]) => {
    const ordered = [...forms].sort((a, b) => a - b);
    return ordered.flatMap((value, index) => {
      const step = index === 0 ? least : value - (ordered[index - 1] ?? 0);
      return step < least ? [{ group: `${hamlet} forms`, bound: step }] : [];
    });
  });
}
