/** The foot of a screen, where the thumb is. `equal`: two answers of one weight, neither pushed. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './dock.module.css';

export function Dock({ children, equal = false }: { children: ReactNode; equal?: boolean }) {
  return <footer className={cx(styles.dock, equal ? styles.equal : styles.leading)}>{children}</footer>;
}
