/** The frame of a phone screen: bar, state line, main part, dock; one column, the dock within reach of the thumb. */
import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  /** `Bar`, and what stands right under it. */
  head: ReactNode;
  /** `Dock` or `Nav`. */
  foot?: ReactNode;
  children: ReactNode;
}

export function Page({ head, foot, children }: PageProps) {
  return (
    <div className={styles.page}>
      {head}
      <main className={styles.main}>{children}</main>
      {foot}
    </div>
  );
}
