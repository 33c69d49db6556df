/** The rules as they are typed, and back. Pure. */
import { noonOf } from '#domain/day.ts';
import { recipientKinds, type RecipientKind } from '#domain/awards/workflow.ts';
import { formatNumber, parseNumber } from '#domain/vietnamese/format.ts';
import type { AwardRules } from '#protocol/award-records.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';

export interface TypedBase {
  key: number;
  from: string;
  amount: string;
  source: string;
}

export interface TypedRules {
  quotas: Record<RecipientKind, string>;
  leastPoints: string;
  grades: readonly string[];
  onTimeOnly: boolean;
  counts: Record<'noticeDays' | 'quorum' | 'passRate' | 'decisionDays', string>;
  bonus: Record<RecipientKind, string>;
  bases: readonly TypedBase[];
  fund: string;
}

const byKind = <Value>(of: (kind: RecipientKind) => Value): Record<RecipientKind, Value> => ({
  collective: of('collective'),
  individual: of('individual'),
  household: of('household'),
});

/** Of a thousand, as people say it: two thirds are 66,7 (per cent), three tenths of the base salary 0,3 (times). */
const PERCENT = 10;
const TIMES = 1000;

export const typedRules = (rules: AwardRules): TypedRules => ({
  quotas: byKind((kind) => String(rules.quotas[kind] ?? '')),
  leastPoints: rules.leastPoints === undefined ? '' : formatNumber(rules.leastPoints / 100),
  grades: rules.grades,
  onTimeOnly: rules.onTimeOnly,
  counts: {
    noticeDays: String(rules.noticeDays),
    quorum: formatNumber(rules.quorum / PERCENT),
    passRate: formatNumber(rules.passRate / PERCENT),
    decisionDays: String(rules.decisionDays),
  },
  bonus: byKind((kind) => formatNumber(rules.bonus[kind] / TIMES)),
  bases: rules.baseSalaries.map(({ from, amount, source }, key) => ({
    key,
    from,
    amount: formatNumber(amount),
    source,
  })),
  fund: rules.fund,
});

const MOST = { noticeDays: 60, quorum: 1000, passRate: 999, decisionDays: 120 } as const;
const MONEY_MAX = 1_000_000_000_000;
const RATE_MAX = 100_000;

/** Null: no number from 0 to `max` that is whole once it is counted in parts of `unit`. */
const whole = (text: string, max: number, unit: number): number | null => {
  const typed = parseNumber(text);
  if (typed === null) return null;
  const value = Math.round(typed * unit);
  return Math.abs(value - typed * unit) < 1e-6 && value >= 0 && value <= max ? value : null;
};

interface ReadRules {
  /** Null while something is wrong. */
  value: AwardRules | null;
  /** By field: "quota-household", "base-0-from" … */
  faults: Readonly<Record<string, string>>;
}

export function readRules(
  typed: TypedRules,
  { id, campaignId }: Pick<AwardRules, 'id' | 'campaignId'>,
): ReadRules {
  const faults: Record<string, string> = {};
  const count = (field: string, text: string, max: number, unit = 1): number => {
    const value = whole(text, max, unit);
    if (value === null) faults[field] = unit === 1 ? awardForms.badCount : awardForms.badRate;
    return value ?? 0;
  };
  const quotas: AwardRules['quotas'] = {};
  for (const kind of recipientKinds)
    if (typed.quotas[kind].trim() !== '')
      quotas[kind] = count(`quota-${kind}`, typed.quotas[kind], 1_000_000);
  const least = typed.leastPoints.trim() === '' ? undefined : parseNumber(typed.leastPoints);
  if (least === null || (least !== undefined && (least < 0 || least > 100)))
    faults['leastPoints'] = awardForms.badRate;
  const baseSalaries = typed.bases.map(({ key, from, amount, source }) => {
    if (Number.isNaN(noonOf(from))) faults[`base-${key}-from`] = awardForms.badDay;
    return { from, amount: count(`base-${key}-amount`, amount, MONEY_MAX), source: source.trim() };
  });
  if (baseSalaries.length === 0) faults['bases'] = awardForms.needed;
  if (typed.fund.trim() === '') faults['fund'] = awardForms.needed;
  const value: AwardRules = {
    id,
    campaignId,
    quotas,
    ...(typeof least === 'number' && { leastPoints: Math.round(least * 100) }),
    grades: [...typed.grades],
    onTimeOnly: typed.onTimeOnly,
    noticeDays: count('noticeDays', typed.counts.noticeDays, MOST.noticeDays),
    quorum: count('quorum', typed.counts.quorum, MOST.quorum, PERCENT),
    passRate: count('passRate', typed.counts.passRate, MOST.passRate, PERCENT),
    decisionDays: count('decisionDays', typed.counts.decisionDays, MOST.decisionDays),
    bonus: byKind((kind) => count(`bonus-${kind}`, typed.bonus[kind], RATE_MAX, TIMES)),
    baseSalaries,
    fund: typed.fund.trim(),
  };
  return { value: Object.keys(faults).length === 0 ? value : null, faults };
}
