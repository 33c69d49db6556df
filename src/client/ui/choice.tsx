/**
 * Big choices, stacked, real radio buttons: chosen = thick tea edge, wash, tick, bold and the words "đã chọn" (five
 * signs, so that it reads without colour).
 */
import { Check } from './first-icons.tsx';
import { useId } from 'react';
import { common } from '#client/messages/common.ts';
import { cx } from './cx.ts';
import styles from './choice.module.css';

interface ChoiceProps {
  name: string;
  label: string;
  chosen: boolean;
  onChoose: () => void;
  /** `check` for lists where several may be chosen. */
  type?: 'radio' | 'checkbox';
  small?: boolean;
}

export function Choice({ name, label, chosen, onChoose, type = 'radio', small = false }: ChoiceProps) {
  return (
    <label className={cx(styles.choice, chosen && styles.on, small && styles.small)}>
      <input type={type} name={name} checked={chosen} onChange={onChoose} />
      <span className={cx(styles.dot, type === 'checkbox' && styles.box)} aria-hidden="true">
        <Check />
      </span>
      <span className={styles.label}>
        <span>{label}</span>
        {chosen && (
          <span className={styles.said} aria-hidden="true">
            {common.chosen}
          </span>
        )}
      </span>
      <span className={styles.ring} aria-hidden="true" />
    </label>
  );
}

export interface ChoiceOption<Value extends string> {
  value: Value;
  label: string;
}

interface ChoiceGroupProps<Value extends string> {
  /** Visible label elsewhere … */
  labelledBy?: string;
  /** … or spoken label here. */
  label?: string;
  options: readonly ChoiceOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  small?: boolean;
}

export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { labelledBy, label, options, value, onChange, small = false } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} aria-label={label} className={styles.group}>
      {options.map((option) => (
        <Choice
          key={option.value}
          name={name}
          label={option.label}
          chosen={option.value === value}
          onChoose={() => onChange(option.value)}
          small={small}
        />
      ))}
    </div>
  );
}
