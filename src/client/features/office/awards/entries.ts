/** The awards of a campaign as the screens list them. Pure. */
import { bonusOf } from '#domain/awards/bonus.ts';
import { doubleOf, type Double } from '#domain/awards/double.ts';
import { awardExits, stateOf, type AwardState } from '#domain/awards/workflow.ts';
import { compareNames } from '#domain/vietnamese/name-order.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { Award, AwardDecision, AwardRules } from '#protocol/award-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { AwardRows } from './read-awards.ts';

export interface AwardEntry {
  id: string;
  rev: number;
  award: Award;
  state: AwardState;
  /** Off the path for good, or sent back. */
  isOut: boolean;
  name: string;
  key: string;
  /** Of a household, or a person of a hamlet; '' = none. */
  hamletId: string;
  /** Whole đồng; what its decision says, or what the rules would give today. Null: no base salary for the day. */
  amount: number | null;
  decision: StoredRow<'awardDecision'> | undefined;
  /** What it would honour a second time. */
  double: Double | null;
  /** Sealed here, not answered for. */
  isWaiting: boolean;
}

const ORDER = { collective: 0, individual: 1, household: 2 } as const;
const rankOf = ({ ground }: Award): number => (ground.kind === 'ranking' ? ground.rank : 10_000);
const exits: ReadonlySet<AwardState> = new Set(awardExits);

/** By part (tập thể, cá nhân, hộ), then rank, then given name (`domain.md` §3.4). */
const inOrder = (a: AwardEntry, b: AwardEntry): number =>
  ORDER[a.award.recipient.kind] - ORDER[b.award.recipient.kind] ||
  rankOf(a.award) - rankOf(b.award) ||
  compareNames(a.name, b.name);

const saidIn = (decision: AwardDecision | undefined, id: string): number | undefined =>
  decision?.awards.find(({ awardId }) => awardId === id)?.amount;

interface Known {
  rules: AwardRules;
  /** `YYYY-MM-DD`. */
  today: string;
  hamletOf: (award: Award) => string;
}

export function entriesOf(rows: AwardRows, { rules, today, hamletOf }: Known): AwardEntry[] {
  const decisions = new Map(rows.decisions.map((row) => [row.id, row]));
  const awards = rows.awards.map(({ value }) => value);
  return rows.awards
    .map(({ id, rev, value: award }): AwardEntry => {
      const state = stateOf(award);
      const decision = decisions.get(award.decisionId ?? '');
      return {
        id,
        rev,
        award,
        state,
        isOut: exits.has(state),
        name: award.recipient.name,
        key: searchKey(`${award.recipient.name} ${award.recipient.position}`),
        hamletId: hamletOf(award),
        amount: saidIn(decision?.value, id) ?? bonusOf(award.recipient.kind, rules, today),
        decision,
        double: doubleOf(award, awards),
        isWaiting: rows.waiting.has(id),
      };
    })
    .sort(inOrder);
}

export const totalAmount = (entries: readonly AwardEntry[]): number | null =>
  entries.reduce<number | null>(
    (sum, { amount }) => (sum === null || amount === null ? null : sum + amount),
    0,
  );
/** What the letters and papers number: those still on the path. */
export const standing = (entries: readonly AwardEntry[]): AwardEntry[] =>
  entries.filter(({ isOut }) => !isOut);
