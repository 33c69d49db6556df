/** The main places of a role, at the foot of the phone: words under their picture, a count where something waits. */
import type { ReactNode } from 'react';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import styles from './nav.module.css';

export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  count?: number;
}

/** `current` is the href of the place one is at. */
export function Nav({
  items,
  current,
  label,
}: {
  items: readonly NavItem[];
  current: string;
  label: string;
}) {
  return (
    <nav className={styles.nav} aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.href === current ? 'page' : undefined}>
          <span className={styles.picture}>
            {item.icon}
            {item.count !== undefined && item.count > 0 && (
              <span className={styles.count} role="img" aria-label={fill(common.things, { n: item.count })}>
                {item.count}
              </span>
            )}
          </span>
          <span>{item.label}</span>
        </a>
      ))}
    </nav>
  );
}
