/**
 * One of several of equal weight, each with what speaks for it: a large value, a figure beside it, a line below. Real
 * radio buttons; chosen shows as in {@link Choice}.
 */
import type { ReactNode } from 'react';
import { Check } from './first-icons.tsx';
import choice from './choice.module.css';
import { cx } from './cx.ts';
import styles from './value-choice.module.css';

interface ValueChoiceProps {
  name: string;
  value: string;
  /** Beside the value, e.g. its points. */
  figure?: ReactNode;
  /** Below: who wrote it, when. */
  line?: ReactNode;
  chosen: boolean;
  onChoose: () => void;
}

/** Characters that stand large on one line of a phone. */
const SHORT = 14;

export function ValueChoice({ name, value, figure, line, chosen, onChoose }: ValueChoiceProps) {
  return (
    <label className={cx(choice.choice, styles.choice, chosen && choice.on)}>
      <input type="radio" name={name} checked={chosen} onChange={onChoose} />
      <span className={choice.dot} aria-hidden="true">
        <Check />
      </span>
      <span className={styles.text}>
        <span className={styles.top}>
          <b className={cx(styles.value, value.length <= SHORT && styles.short)}>{value}</b>
          {figure !== undefined && <span>{figure}</span>}
        </span>
        {line !== undefined && <span className={styles.line}>{line}</span>}
      </span>
      <span className={choice.ring} aria-hidden="true" />
    </label>
  );
}
