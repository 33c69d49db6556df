/** What stands around each screen of awards: title, tabs, what was just done, what waits and what was not taken. */
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { fill } from '#client/messages/fill.ts';
import { awardWords as words } from '#client/messages/office-awards.ts';
import { Notice } from '#client/ui/notice.tsx';
import type { BatchStanding } from '#client/workspace.ts';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import {
  AWARDS_PATH,
  DECISIONS_PATH,
  DELIVERY_PATH,
  LETTERS_PATH,
  MEETINGS_PATH,
  NOTICES_PATH,
  RULES_PATH,
  UPWARD_PATH,
} from './paths.ts';
import { StaleAwards } from './stale-awards.tsx';

const tabs = [
  [AWARDS_PATH, words.tabs.list],
  [NOTICES_PATH, words.tabs.notices],
  [MEETINGS_PATH, words.tabs.meetings],
  [LETTERS_PATH, words.tabs.letters],
  [DECISIONS_PATH, words.tabs.decisions],
  [DELIVERY_PATH, words.tabs.delivery],
  [UPWARD_PATH, words.tabs.upward],
  [RULES_PATH, words.tabs.rules],
] as const;

const isAt = (at: string, path: string): boolean =>
  path === AWARDS_PATH ? at === path : at === path || at.startsWith(`${path}/`);

function Tabs() {
  const [at] = useLocation();
  return (
    <nav className={shared.tabs} aria-label={words.tabsName}>
      {tabs.map(([path, word]) => (
        <Link key={path} href={path} aria-current={isAt(at, path) ? 'page' : undefined}>
          {word}
        </Link>
      ))}
    </nav>
  );
}

function SaidLine() {
  const { said, say } = useAwards();
  const { undo, label = '' } = said;
  const take = async (takeBack: () => Promise<void>): Promise<void> => {
    try {
      await takeBack();
      say({ words: fill(words.undone, { label }) });
    } catch {
      say({ ...said, words: words.failed });
    }
  };
  return (
    <p role="status" className={styles.said}>
      {said.words}{' '}
      {undo && (
        <button type="button" className={controls.textButton} onClick={() => void take(undo)}>
          {words.undo}
        </button>
      )}
    </p>
  );
}

const whyOf = ({ code }: BatchStanding): string => {
  if (code === undefined) return '';
  const known = Object.entries(words.whyRefused).find(([name]) => name === code);
  return known === undefined ? fill(words.whyRefused.other, { code }) : known[1];
};

/** Until the person has read it. */
function Refused() {
  const { rows } = useAwards();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  return rows.refused
    .filter(({ id }) => !read.has(id))
    .slice(0, 3)
    .map((batch) => (
      <Notice
        key={batch.id}
        tone="hand"
        title={fill(batch.state === 'kept' ? words.refusedUndo : words.refusedTitle, { label: batch.label })}
        actions={
          <button
            type="button"
            className={controls.button}
            onClick={() => setRead(new Set([...read, batch.id]))}
          >
            {words.hide}
          </button>
        }
      >
        <p>{whyOf(batch)}</p>
      </Notice>
    ));
}

interface FrameProps {
  title?: string;
  explain?: string;
  /** At the right of the title. */
  ways?: ReactNode;
  children: ReactNode;
}

export function Frame({ title = words.title, explain, ways, children }: FrameProps) {
  const { rows, canWrite } = useAwards();
  return (
    <>
      <header className={frame.head}>
        <h1>{title}</h1>
        {ways !== undefined && <div className={`${frame.headRight} ${shared.ways}`}>{ways}</div>}
        {explain !== undefined && <Explain text={explain} />}
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <Tabs />
        <SaidLine />
        {rows.waiting.size > 0 && (
          <p className={styles.waits}>{fill(words.waits, { n: rows.waiting.size })}</p>
        )}
        <Refused />
        <StaleAwards />
        {!canWrite && <p className={styles.waits}>{words.readOnly}</p>}
        {children}
      </main>
    </>
  );
}
