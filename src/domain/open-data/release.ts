/**
 * Releases of open data about families. A release takes in a hamlet when at least {@link LEAST} families have sent since
 * it was last taken in, and of its rows those that then tell of no smaller group; every other row stays as it was put out
 * before. So two releases differ by nothing, or by groups that are large enough. Pure.
 */
import { clear, LEAST } from './suppress.ts';

/** What the commune holds: families' forms that count, by hamlet, and for each question how many gave which answer. */
export interface Counted {
  /** Forms by hamlet id. */
  forms: Readonly<Record<string, number>>;
  questions: readonly CountedQuestion[];
}
export interface CountedQuestion {
  id: string;
  /** Codes of its answers, in the order of the counts. */
  answers: readonly string[];
  /** By hamlet id; each adds up to its forms. */
  counts: Readonly<Record<string, readonly number[]>>;
}

/** One hamlet's row as it was last put out. `counts` holds also what is hidden: never to be shown outside the office. */
export interface KeptRow {
  hamlet: string;
  /** Number of the release it comes from. */
  release: number;
  forms: number;
  counts: number[];
  hidden: boolean[];
}
export interface KeptTable {
  id: string;
  answers: string[];
  rows: KeptRow[];
  hiddenTotals: boolean[];
}
/** How a release stands: what the next one is held against. */
export interface Kept {
  number: number;
  /** By hamlet: forms when it was last taken in. */
  forms: { hamlet: string; release: number; forms: number }[];
  tables: KeptTable[];
}

const sameAnswers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((answer, index) => answer === b[index]);

function nextTable(
  before: KeptTable | undefined,
  question: CountedQuestion,
  {
    number,
    taken,
    forms,
  }: { number: number; taken: ReadonlySet<string>; forms: Readonly<Record<string, number>> },
): KeptTable {
  const old = new Map((before?.rows ?? []).map((row) => [row.hamlet, row]));
  const additions = [...taken].flatMap((hamlet) => {
    const counts = question.counts[hamlet];
    const row = old.get(hamlet);
    if (counts === undefined) return [];
    return [
      {
        id: hamlet,
        counts: counts.map((count, index) => count - (row?.counts[index] ?? 0)),
        hidden: row?.hidden ?? null,
      },
    ];
  });
  const isNew = before === undefined || before.rows.length === 0;
  const { rows, hiddenTotals } = clear({
    rows: additions,
    hiddenTotals: isNew ? null : before.hiddenTotals,
  });
  const fresh = rows.map(({ id, hidden }): KeptRow => ({
    hamlet: id,
    release: number,
    forms: forms[id] ?? 0,
    counts: [...(question.counts[id] ?? [])],
    hidden,
  }));
  const freshIds = new Set(fresh.map(({ hamlet }) => hamlet));
  return {
    id: question.id,
    answers: [...question.answers],
    rows: [...(before?.rows ?? []).filter(({ hamlet }) => !freshIds.has(hamlet)), ...fresh],
    hiddenTotals: isNew && fresh.length === 0 ? [] : hiddenTotals,
  };
}

/**
 * The release after `before` (null = the campaign's first), made of what is counted now. `number`: the commune's next, which
 * other campaigns have part in.
 */
export function nextRelease(before: Kept | null, counted: Counted, number: number): Kept {
  const old = new Map((before?.forms ?? []).map((row) => [row.hamlet, row]));
  const taken = new Set(
    Object.entries(counted.forms)
      .filter(([hamlet, forms]) => forms - (old.get(hamlet)?.forms ?? 0) >= LEAST)
      .map(([hamlet]) => hamlet)
      .sort(),
  );
  const tableOf = new Map((before?.tables ?? []).map((table) => [table.id, table]));
  const asked = new Map(counted.questions.map((question) => [question.id, question]));
  const known = [...new Set([...tableOf.keys(), ...asked.keys()])];
  return {
    number,
    forms: [
      ...[...old.values()].filter(({ hamlet }) => !taken.has(hamlet)),
      ...[...taken].map((hamlet) => ({ hamlet, release: number, forms: counted.forms[hamlet] ?? 0 })),
    ],
    tables: known.flatMap((id) => {
      const before_ = tableOf.get(id);
      const question = asked.get(id);
      // A question no longer asked, or asked with other answers, stays as it was.
      if (
        question === undefined ||
        (before_ !== undefined && !sameAnswers(before_.answers, question.answers))
      )
        return before_ === undefined ? [] : [before_];
      return [nextTable(before_, question, { number, taken, forms: counted.forms })];
    }),
  };
}

/** A table as anybody may see it: hidden figures are null. */
export interface ShownTable {
  id: string;
  answers: string[];
  rows: { hamlet: string; release: number; forms: number; counts: (number | null)[] }[];
  /** Of the rows above, those of earlier releases included. */
  total: { forms: number; counts: (number | null)[] };
}

export const shownTable = ({ id, answers, rows, hiddenTotals }: KeptTable): ShownTable => ({
  id,
  answers,
  rows: rows.map(({ hamlet, release, forms, counts, hidden }) => ({
    hamlet,
    release,
    forms,
    counts: counts.map((count, index) => (hidden[index] === true ? null : count)),
  })),
  total: {
    forms: rows.reduce((sum, { forms }) => sum + forms, 0),
    counts: answers.map((_, index) =>
      hiddenTotals[index] === true ? null : rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
    ),
  },
});
