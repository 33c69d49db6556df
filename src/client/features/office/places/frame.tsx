/** What each of these screens stands in: title, two sentences, the lists one can go to, and the ways to add. */
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { placesWords as words } from '#client/messages/office-places.ts';
import { Explain } from '../help/explain.tsx';
import office from '../office.module.css';
import shared from '../shared.module.css';
import { BATCHES_TAB, HOUSEHOLDS_TAB, PEOPLE_TAB, PLACES_PATH, UNITS_TAB } from './paths.ts';
import styles from './places.module.css';

const tabs = [
  { path: PLACES_PATH, word: words.tabs.hamlets },
  { path: HOUSEHOLDS_TAB, word: words.tabs.households },
  { path: UNITS_TAB, word: words.tabs.units },
  { path: PEOPLE_TAB, word: words.tabs.people },
  { path: BATCHES_TAB, word: words.tabs.batches },
];

interface FrameProps {
  title?: string;
  explain?: string;
  /** At the right of the title: what one does with the whole list. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Frame({ title = words.title, explain = words.explain, actions, children }: FrameProps) {
  const [at] = useLocation();
  return (
    <>
      <header className={office.head}>
        <h1>{title}</h1>
        {actions !== undefined && <div className={`${office.headRight} ${styles.actions}`}>{actions}</div>}
        <Explain text={explain} />
      </header>
      <main className={office.body} id="noi-dung">
        <nav className={shared.tabs} aria-label={words.tabsName}>
          {tabs.map(({ path, word }) => (
            <Link key={path} href={path} aria-current={at === path ? 'page' : undefined}>
              {word}
            </Link>
          ))}
        </nav>
        {children}
      </main>
    </>
  );
}
