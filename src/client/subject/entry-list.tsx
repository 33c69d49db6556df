/** Ways from a home to the other things of its people, each with a line that says what is there now. */
import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import styles from './entry-list.module.css';

export interface HomeEntry {
  href: string;
  icon: ReactNode;
  title: string;
  line?: string;
}

export function EntryList({ title, entries }: { title: string; entries: readonly HomeEntry[] }) {
  return (
    <nav aria-label={title}>
      <ul className={styles.list}>
        {entries.map(({ href, icon, title: name, line }) => (
          <li key={href}>
            <a className={styles.entry} href={href}>
              {icon}
              <span>
                <b>{name}</b>
                {line !== undefined && <span className="soft">{line}</span>}
              </span>
              <ChevronRight />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
