/** Money of a Giấy khen (`domain.md` §3.1): parts of the base salary of the decision's day, in whole đồng. */
import { divideHalfUp } from '../rounding.ts';
import type { BaseSalary, DecisionFacts, RulesOfAwards } from './types.ts';
import type { RecipientKind } from './workflow.ts';

/** The base salary in force on a day (`YYYY-MM-DD`): of those begun by then the latest; null before the first. */
export function baseSalaryOn(
  { baseSalaries }: Pick<RulesOfAwards, 'baseSalaries'>,
  day: string,
): BaseSalary | null {
  let found: BaseSalary | null = null;
  for (const salary of baseSalaries)
    if (salary.from <= day && (found === null || salary.from >= found.from)) found = salary;
  return found;
}

/** Parts of a thousand of an amount, half a đồng rounded up. In two steps, so that no product leaves whole numbers. */
const partOf = (amount: number, perMille: number): number =>
  Math.floor(amount / 1000) * perMille + divideHalfUp((amount % 1000) * perMille, 1000);

/** The bonus of one award decided on a day; null where no base salary is known for it. */
export function bonusOf(
  kind: RecipientKind,
  rules: Pick<RulesOfAwards, 'baseSalaries' | 'bonus'>,
  day: string,
): number | null {
  const salary = baseSalaryOn(rules, day);
  return salary === null ? null : partOf(salary.amount, rules.bonus[kind]);
}

/** What the list of a decision adds up to. */
export const totalOf = ({ awards }: Pick<DecisionFacts, 'awards'>): number =>
  awards.reduce((total, { amount }) => total + amount, 0);
