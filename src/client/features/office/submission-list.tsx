/** The live list of what arrived. Everything is read from this machine; filters are in the address. */
import { useMemo, useRef } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { office } from '#client/messages/office.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { DeadlineLine } from './deadline-line.tsx';
import { readEntries } from './entries.ts';
import { FilterBar } from './filter-bar.tsx';
import { filterEntries, isFiltered, sortEntries } from './filter.ts';
import { ListTable } from './list-table.tsx';
import styles from './office.module.css';
import sheets from './sheet.module.css';
import { useFilter } from './use-filter.ts';
import { useShortcuts } from './use-shortcuts.ts';

export interface SubmissionListProps {
  /** Kept by the caller over a visit to one submission. */
  place: { search: string; activeId: string };
  singleKeys: boolean;
  onOpen(id: string): void;
  onHelp(): void;
}

export function SubmissionList({ place, singleKeys, onOpen, onHelp }: SubmissionListProps) {
  const workspace = useWorkspace();
  const entries = useLive(() => readEntries(workspace), [workspace]);
  const [filter, change] = useFilter(place);
  const search = useRef<HTMLInputElement>(null);
  const { sort, reversed } = filter;
  const sorted = useMemo(() => sortEntries(entries ?? [], sort, reversed), [entries, sort, reversed]);
  const shown = useMemo(() => filterEntries(sorted, filter), [sorted, filter]);

  const keys = useMemo(
    () => ({
      '/': () => search.current?.focus(),
      '?': onHelp,
      Escape: () => {
        change({ q: '' });
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      },
    }),
    [change, onHelp],
  );
  useShortcuts(keys, singleKeys);

  return (
    <>
      <header className={styles.head}>
        <h1>{office.received}</h1>
        <DeadlineLine />
      </header>
      <main className={styles.body} id="noi-dung">
        <FilterBar
          filter={filter}
          change={change}
          shown={shown.length}
          all={entries?.length ?? 0}
          searchRef={search}
        />
        {entries === undefined && <p role="status">{office.loading}</p>}
        {entries?.length === 0 && <EmptyState title={office.emptyTitle}>{office.emptyText}</EmptyState>}
        {entries !== undefined && entries.length > 0 && shown.length === 0 && isFiltered(filter) && (
          <EmptyState title={office.noMatchTitle}>{office.noMatchText}</EmptyState>
        )}
        {shown.length > 0 && (
          <ListTable
            entries={shown}
            filter={filter}
            change={change}
            activeId={place.activeId}
            onActive={(id) => {
              place.activeId = id;
            }}
            onOpen={onOpen}
          />
        )}
        {singleKeys && shown.length > 0 && (
          <p className={sheets.hint}>
            <kbd>↑</kbd> <kbd>↓</kbd> {office.keys.hint}, <kbd>Enter</kbd> {office.keys.open}, <kbd>/</kbd>{' '}
            {office.keys.search}, <kbd>?</kbd> {office.keys.all}
          </p>
        )}
      </main>
    </>
  );
}
