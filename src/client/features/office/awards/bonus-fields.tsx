/** Money in the rules: parts of the base salary by kind, and the base salaries by their day. */
import { bonusOf } from '#domain/awards/bonus.ts';
import { recipientKinds } from '#domain/awards/workflow.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { AwardRules } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import type { TypedBase, TypedRules } from './rules-form.ts';

const words = awardPapers.rules;

interface FieldsProps {
  typed: TypedRules;
  fault: (field: string) => string | undefined;
  set: (part: Partial<TypedRules>) => void;
}

interface BonusFieldsProps extends FieldsProps {
  /** What is typed, when it can be read. */
  value: AwardRules | null;
  today: string;
}

export function BonusFields({ typed, fault, set, value, today }: BonusFieldsProps) {
  return (
    <div className={styles.fields}>
      {recipientKinds.map((kind) => {
        const money = value === null ? null : bonusOf(kind, value, today);
        return (
          <TextField
            key={kind}
            label={awardWords.kinds[kind]}
            help={money === null ? words.bonusHelp : fill(words.bonusGives, { money: formatNumber(money) })}
            inputMode="decimal"
            autoComplete="off"
            value={typed.bonus[kind]}
            error={fault(`bonus-${kind}`)}
            onChange={(text) => set({ bonus: { ...typed.bonus, [kind]: text } })}
          />
        );
      })}
    </div>
  );
}

export function BaseSalaries({ typed, fault, set }: FieldsProps) {
  const { bases } = typed;
  const put = (key: number, part: Partial<TypedBase>): void =>
    set({ bases: bases.map((base) => (base.key === key ? { ...base, ...part } : base)) });
  const next = Math.max(-1, ...bases.map(({ key }) => key)) + 1;
  return (
    <>
      {bases.map(({ key, from, amount, source }) => (
        <div key={key} className={styles.fields}>
          <TextField
            label={words.baseFrom}
            type="date"
            value={from}
            error={fault(`base-${key}-from`)}
            onChange={(text) => put(key, { from: text })}
          />
          <TextField
            label={words.baseAmount}
            inputMode="numeric"
            autoComplete="off"
            value={amount}
            error={fault(`base-${key}-amount`)}
            onChange={(text) => put(key, { amount: text })}
          />
          <TextField
            label={words.baseSource}
            maxLength={400}
            value={source}
            onChange={(text) => put(key, { source: text })}
          />
          {bases.length > 1 && (
            <button
              type="button"
              className={controls.button}
              onClick={() => set({ bases: bases.filter((base) => base.key !== key) })}
            >
              {fill(words.removeBase, { date: dayWords(from) })}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className={controls.textButton}
        onClick={() => set({ bases: [...bases, { key: next, from: '', amount: '', source: '' }] })}
      >
        {words.addBase}
      </button>
    </>
  );
}
