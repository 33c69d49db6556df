/** What one reads or writes on: a card with an optional head. */
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './sheet.module.css';

interface SheetProps {
  title?: ReactNode;
  /** `next`: the one tea-edged card of a screen (next step); never two. */
  tone?: 'plain' | 'next';
  children: ReactNode;
}

export function Sheet({ title, tone = 'plain', children }: SheetProps) {
  const id = useId();
  return (
    <section
      className={cx(styles.sheet, styles[tone])}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}
