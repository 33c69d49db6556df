/** What an import would do, row by row, before anything is written; and what it writes once each row is decided. */
import type { ImportRecord } from './known.ts';
import { hasErrors, type ReadRow } from './rows.ts';

/**
 * `new` · `known`: the same record stands already, and this row changes it or says the same · `doubtful`: it may be one
 * that stands already, or an earlier row of the file: a person decides.
 */
export type Match = 'new' | 'known' | 'doubtful';
export type Decision = 'add' | 'update' | 'skip';

export interface PlannedRow extends ReadRow {
  match: Match;
  /** What it is held to be, in words: the name of the record or of the earlier row. */
  likeness?: string;
  /** As a record of its own, with those that come with it. */
  add: readonly ImportRecord[];
  /** Written over what stands; empty when there is nothing to write over or nothing changes. */
  update: readonly ImportRecord[];
  /** Fields that an update changes. */
  changes: readonly string[];
}

export interface ImportPlan {
  rows: readonly PlannedRow[];
  /** Hamlets the rows name and the commune does not have; written with the first of their rows. */
  newHamlets: readonly { name: string; record: ImportRecord }[];
}

export interface Choices {
  /** By row; rows without doubt need none. */
  decisions: Readonly<Record<number, Decision>>;
  /** Rows with errors are left out, and the others go. */
  leavesErrors: boolean;
  addsHamlets: boolean;
}
export const noChoices: Choices = { decisions: {}, leavesErrors: false, addsHamlets: false };

export interface ImportSummary {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  skipped: number;
  errors: number;
  /** Doubtful rows nobody has decided. */
  undecided: number;
  warnings: number;
  newHamlets: number;
}

const decisionOf = (row: PlannedRow, { decisions }: Choices): Decision | null => {
  const decided = decisions[row.row];
  if (decided !== undefined) return decided;
  if (row.match === 'doubtful') return null;
  return row.match === 'new' ? 'add' : 'update';
};

/** What a person may say of this row. */
export const openDecisions = (row: PlannedRow): Decision[] => [
  'skip',
  ...(row.match !== 'new' && (row.update.length > 0 || row.match === 'known') ? (['update'] as const) : []),
  ...(row.match === 'known' ? [] : (['add'] as const)),
];

export function summaryOf({ rows, newHamlets }: ImportPlan, choices: Choices): ImportSummary {
  const summary: ImportSummary = {
    rows: rows.length,
    added: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    errors: 0,
    undecided: 0,
    warnings: 0,
    newHamlets: newHamlets.length,
  };
  for (const row of rows) {
    if (row.findings.some(({ severity }) => severity === 'warning')) summary.warnings += 1;
    if (hasErrors(row)) {
      summary.errors += 1;
      continue;
    }
    const decision = decisionOf(row, choices);
    if (decision === null) summary.undecided += 1;
    else if (decision === 'skip') summary.skipped += 1;
    else if (decision === 'add') summary.added += 1;
    else if (row.update.length === 0) summary.unchanged += 1;
    else summary.changed += 1;
  }
  return summary;
}

/** Why it cannot be written yet; null = it can. */
export type Obstacle = 'nothing' | 'errors' | 'undecided' | 'newHamlets';

export function obstacleOf(plan: ImportPlan, choices: Choices): Obstacle | null {
  const { errors, undecided, added, changed, newHamlets } = summaryOf(plan, choices);
  if (errors > 0 && !choices.leavesErrors) return 'errors';
  if (undecided > 0) return 'undecided';
  if (newHamlets > 0 && !choices.addsHamlets) return 'newHamlets';
  return added + changed === 0 ? 'nothing' : null;
}

/** Hamlets first, so that their families find them. Only asked where {@link obstacleOf} is null. */
export function recordsOf(plan: ImportPlan, choices: Choices): ImportRecord[] {
  const written = plan.rows.flatMap((row) => {
    if (hasErrors(row)) return [];
    const decision = decisionOf(row, choices);
    return decision === 'add' ? row.add : decision === 'update' ? row.update : [];
  });
  const wanted = new Set(
    written.flatMap((record) => (record.entity === 'household' ? [record.value.hamletId] : [])),
  );
  const hamlets = plan.newHamlets.flatMap(({ record }) => (wanted.has(record.id) ? [record] : []));
  return [...hamlets, ...written];
}
