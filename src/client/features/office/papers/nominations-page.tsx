/** People put forward by hamlets and units: a list, the page of one, and the officer's word on four aspects. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { nominationJudgementSchema } from '#protocol/subject-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office as words } from '#client/messages/office.ts';
import { officePaperWords } from '#client/messages/office-papers.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import office from '../office.module.css';
import sheets from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { isJudged, isSameWords, judgementFacts, judgementOf, noWords, type Words } from './judgement.ts';
import { NominationView } from './nomination-view.tsx';
import { NOMINATIONS_PATH } from './paths.ts';
import { readNominations, type NominationEntry } from './read-papers.ts';
import styles from './papers.module.css';

const { people } = officePaperWords;
const READ = ['rows', 'outbox'] as const;
const hamletNamed = (name: string): string => fill(officePaperWords.hamletNamed, { name });

interface PeopleListProps {
  entries: readonly NominationEntry[];
  selected: string;
  onSelect: (id: string) => void;
}

function PeopleList({ entries, selected, onSelect }: PeopleListProps) {
  const list = useRef<HTMLUListElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const to = entries[entries.findIndex(({ row }) => row.id === selected) + by];
    if (by === 0 || to === undefined) return;
    event.preventDefault();
    onSelect(to.row.id);
    const at = entries.indexOf(to);
    list.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <ul ref={list} className={styles.list} aria-label={people.listName}>
      {entries.map(({ row, subjectName, judgement }) => {
        const isDone = isJudged(judgement?.value);
        return (
          <li key={row.id}>
            <button
              type="button"
              tabIndex={row.id === selected ? 0 : -1}
              aria-current={row.id === selected ? 'true' : undefined}
              onClick={() => onSelect(row.id)}
              onKeyDown={onKey}
            >
              <Glyph state={isDone ? 'verified' : 'received'} />
              <span>
                <b>{row.value.personName}</b>
                <span className={sheets.why}>{subjectName}</span>
                <span className={sheets.why}>{isDone ? people.judged : people.notJudged}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function NominationsPage() {
  const workspace = useWorkspace();
  const entries = useLive(() => readNominations(workspace, hamletNamed), [workspace], READ);
  const wanted = new URLSearchParams(useSearch()).get('ca-nhan');
  const [, navigate] = useLocation();
  /** Written and not saved yet, by person: going to another one loses nothing. */
  const [open, setOpen] = useState<ReadonlyMap<string, Words>>(new Map());
  const [said, setSaid] = useState('');
  const select = (id: string): void => navigate(`${NOMINATIONS_PATH}?ca-nhan=${id}`, { replace: true });
  const all = entries ?? [];
  const entry = all.find(({ row }) => row.id === wanted) ?? all[0];
  const at = entry === undefined ? -1 : all.indexOf(entry);
  const stored = entry?.judgement?.value ?? noWords;
  const now = (entry && open.get(entry.row.id)) ?? stored;

  async function save({ row, judgement }: NominationEntry): Promise<void> {
    try {
      await workspace.putRecord(
        'nominationJudgement',
        row.id,
        judgementOf(row.value, now),
        judgement?.rev ?? 0,
      );
    } catch {
      // The words are still on the screen.
      return setSaid(people.failed);
    }
    setSaid(fill(people.saved, { name: row.value.personName }));
    setOpen((before) => new Map([...before].filter(([id]) => id !== row.id)));
    const next = all[at + 1];
    if (next !== undefined) select(next.row.id);
  }

  return (
    <>
      <header className={office.head}>
        <h1>{people.title}</h1>
        {all.length > 0 && (
          <p>
            {fill(people.count, {
              judged: all.filter(({ judgement }) => isJudged(judgement?.value)).length,
              all: all.length,
            })}
          </p>
        )}
        <p role="status" className={sheets.note}>
          {said}
        </p>
      </header>
      <main className={office.body} id="noi-dung">
        <StaleOf
          entity="nominationJudgement"
          schema={nominationJudgementSchema}
          titleOf={({ id }) => all.find(({ row }) => row.id === id)?.row.value.personName ?? people.judgement}
          factsOf={judgementFacts}
          isKeyed
        />
        {entries === undefined && <p role="status">{words.loading}</p>}
        {entries?.length === 0 && <EmptyState title={people.emptyTitle}>{people.empty}</EmptyState>}
        {entry && (
          <div className={styles.desk}>
            <PeopleList entries={all} selected={entry.row.id} onSelect={select} />
            <NominationView
              key={entry.row.id}
              entry={entry}
              words={now}
              isUnsaved={!isSameWords(now, stored)}
              canJudge={workspace.profile.role === 'officer'}
              isLast={at === all.length - 1}
              onChange={(next) => setOpen(new Map([...open, [entry.row.id, next]]))}
              onSave={() => void save(entry)}
            />
          </div>
        )}
        {entry && (
          <p className={sheets.hint}>
            <kbd>↑</kbd> <kbd>↓</kbd> {people.hint}, <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> {people.hintMark},{' '}
            <kbd>Ctrl Enter</kbd> {people.hintSave}
          </p>
        )}
      </main>
    </>
  );
}
