/** What each of the three stands in: title, two sentences, the tabs, and news of what was just done. */
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { trustWords as words } from '#client/messages/office-trust.ts';
import { inspectionSchema, type Inspection } from '#protocol/office-records.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import { StaleOf } from '../stale-notices.tsx';
import type { DeskSeam } from '../today/office-desk.tsx';
import { DRAW_TAB, TRUST_PATH, VISITS_TAB } from './paths.ts';
import { isSeenMark, type TrustRows } from './read-trust.ts';
import type { Subjects } from './subjects.ts';
import styles from './trust.module.css';
import { visitFacts } from './visit-facts.ts';
import { visitDay } from './visit-words.ts';

export interface TrustSeam extends DeskSeam {
  rows: TrustRows;
  subjects: Subjects;
  canVisit: boolean;
  canDraw: boolean;
}

/** What was just done, and how to undo it. */
interface Said {
  words: string;
  undo?: () => Promise<void>;
}

export interface News {
  said: Said;
  /** Says `next` when `done` has reached this machine's disk; resolves to whether it has. */
  tell: (done: Promise<void>, next: Said) => Promise<boolean>;
}

export function useNews(): News {
  const [said, setSaid] = useState<Said>({ words: '' });
  const tell = async (done: Promise<void>, next: Said): Promise<boolean> => {
    try {
      await done;
      setSaid(next);
      return true;
    } catch {
      setSaid({ words: words.failed });
      return false;
    }
  };
  return { said, tell };
}

const tabs = [
  { path: TRUST_PATH, word: words.tabs.signals },
  { path: DRAW_TAB, word: words.tabs.draw },
  { path: VISITS_TAB, word: words.tabs.visits },
];

/** Looked into and nothing found is ticked off or not; there are no words in it to choose between. */
const isVisit = (value: Inspection): boolean => !isSeenMark({ value });

interface TrustFrameProps {
  seam: TrustSeam;
  explain: string;
  news: News;
  /** At the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

export function TrustFrame({ seam, explain, news: { said, tell }, actions, children }: TrustFrameProps) {
  const [at] = useLocation();
  const { undo } = said;
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        {actions !== undefined && <div className={`${frame.headRight} ${shared.ways}`}>{actions}</div>}
        <Explain text={explain} />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <nav className={shared.tabs} aria-label={words.tabsName}>
          {tabs.map(({ path, word }) => (
            <Link key={path} href={path} aria-current={at === path ? 'page' : undefined}>
              {word}
            </Link>
          ))}
        </nav>
        <p role="status" className={styles.said}>
          {said.words}
          {undo && (
            <>
              {' '}
              <button
                type="button"
                className={controls.textButton}
                onClick={() => void tell(undo(), { words: words.visits.restored })}
              >
                {words.undo}
              </button>
            </>
          )}
        </p>
        {seam.canVisit ? (
          <StaleOf
            entity="inspection"
            schema={inspectionSchema}
            isShown={isVisit}
            titleOf={(value) =>
              `${seam.subjects.nameOf(value.subjectKind, value.subjectId) ?? words.tabs.visits}, ${visitDay(value)}`
            }
            factsOf={(value) => visitFacts(value, seam.subjects)}
          />
        ) : (
          <p className={shared.soft}>{words.readOnly}</p>
        )}
        {children}
      </main>
    </>
  );
}
