/**
 * A message that stays: `stop` is the only filled lacquer area there is (not saved); `word` is the commune's word;
 * `wait` and `hand` as the state colours; `plain` for the rest.
 */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './notice.module.css';

interface NoticeProps {
  tone?: 'plain' | 'wait' | 'hand' | 'word' | 'stop';
  title?: ReactNode;
  /** Ways out, last in the box. */
  actions?: ReactNode;
  children?: ReactNode;
}

export function Notice({ tone = 'plain', title, actions, children }: NoticeProps) {
  return (
    <div className={cx(styles.notice, styles[tone])} role={tone === 'stop' ? 'alert' : undefined}>
      {title !== undefined && <b className={styles.title}>{title}</b>}
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
