/** One of a few, in one row: the office has no room for big choices where a whole form stands. */
import { useId } from 'react';
import controls from '../controls.module.css';
import styles from './awards.module.css';

interface ChipsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

export function Chips<Value extends string>({ label, options, value, onChange }: ChipsProps<Value>) {
  const id = useId();
  return (
    <div className={styles.checks} role="group" aria-labelledby={id}>
      <b id={id} className={styles.check}>
        {label}
      </b>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={controls.chip}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
