/** Votes for and against each name, typed in one row, with the result beside them. */
import { isPassed, votesCast } from '#domain/awards/votes.ts';
import type { AwardRules, Votes } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms as forms } from '#client/messages/office-awards-forms.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import sheets from '../sheet.module.css';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { CellField } from './pick-table.tsx';

/** As typed, by award; absent = all present agree. */
export type TypedVotes = Readonly<Record<string, Partial<Record<keyof Votes, string>>>>;

const COUNT = /^\d{1,6}$/;
const countOf = (text: string): number | null => (COUNT.test(text.trim()) ? Number(text) : null);

/** Null: one of them is no number. */
export function votesOf(typed: TypedVotes, id: string, present: number): Votes | null {
  const own = typed[id] ?? {};
  const [disagree, abstain] = [countOf(own.disagree ?? '0'), countOf(own.abstain ?? '0')];
  if (disagree === null || abstain === null) return null;
  const agree = own.agree === undefined ? Math.max(0, present - disagree - abstain) : countOf(own.agree);
  return agree === null ? null : { agree, disagree, abstain };
}

type VoteResult = 'passed' | 'notPassed' | 'tooMany' | 'bad';

export function resultOf(votes: Votes | null, present: number, rules: AwardRules): VoteResult {
  if (votes === null) return 'bad';
  if (votesCast(votes) > present) return 'tooMany';
  return isPassed(votes, present, rules) ? 'passed' : 'notPassed';
}

const resultWords: Record<VoteResult, string> = {
  passed: forms.passed,
  notPassed: forms.notPassed,
  tooMany: forms.tooMany,
  bad: forms.badCount,
};

interface VoteColumnsProps {
  typed: TypedVotes;
  present: number;
  rules: AwardRules;
  onType: (typed: TypedVotes) => void;
}

const FIELDS = ['agree', 'disagree', 'abstain'] as const;

export const voteColumns = ({ typed, present, rules, onType }: VoteColumnsProps) => [
  ...FIELDS.map((field) => ({
    head: forms.heads[field],
    cell: ({ id, name }: AwardEntry) => {
      const votes = votesOf(typed, id, present);
      return (
        <CellField
          isNumber
          label={fill(forms.votesOf, { column: forms.heads[field], name })}
          value={typed[id]?.[field] ?? String(votes?.[field] ?? 0)}
          onChange={(text) => onType({ ...typed, [id]: { ...typed[id], [field]: text } })}
        />
      );
    },
  })),
  {
    head: forms.heads.result,
    cell: ({ id }: AwardEntry) => {
      const result = resultOf(votesOf(typed, id, present), present, rules);
      return result === 'passed' || result === 'notPassed' ? (
        <span className={sheets.state}>
          <Glyph state={result === 'passed' ? 'verified' : 'withdrawn'} />
          <span>{resultWords[result]}</span>
        </span>
      ) : (
        <span className={styles.fault} role="alert">
          {resultWords[result]}
        </span>
      );
    },
  },
];
