/** − number +: the number is also a field (numeric keypad, comma or dot). */
import { Minus, Plus } from './first-icons.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { FieldError } from './field.tsx';
import { useNumberText } from './number-text.ts';
import styles from './stepper.module.css';

interface StepperProps {
  labelledBy?: string;
  label?: string;
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  /** One of what is counted, for the spoken names: "người". */
  unit: string;
  /** First tap on + when nothing is chosen yet gives this (default: 1, or `min`). */
  start?: number;
  small?: boolean;
  error?: string | undefined;
}

export function Stepper(props: StepperProps) {
  const {
    labelledBy,
    label,
    value,
    onChange,
    min = 0,
    max,
    unit,
    start = Math.max(min, 1),
    small,
    error,
  } = props;
  const { text, read, type } = useNumberText(value, onChange, { min, ...(max !== undefined && { max }) });
  const words = read.kind === 'unclear' ? read.words : error;
  const shown = read.kind === 'unclear' ? (read.value ?? value) : value;
  const step = (by: 1 | -1): void => {
    const next = shown === null ? (by === 1 ? start : min) : shown + by;
    onChange(Math.min(Math.max(next, min), max ?? next));
  };
  return (
    <div className={styles.outer}>
      <div className={cx(styles.stepper, small === true && styles.small)}>
        <Button
          aria-label={fill(common.less, { unit })}
          aria-disabled={shown !== null && shown <= min}
          onClick={() => step(-1)}
          icon={<Minus />}
        />
        <input
          inputMode="numeric"
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-label={label}
          aria-invalid={words === undefined ? undefined : true}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <Button
          aria-label={fill(common.more, { unit })}
          aria-disabled={max !== undefined && shown !== null && shown >= max}
          onClick={() => step(1)}
          icon={<Plus />}
        />
      </div>
      {words !== undefined && <FieldError text={words} />}
    </div>
  );
}
