/** The list of what arrived. Everything is read from this machine; filters are in the address. */
import { useEffect, useMemo, useRef } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { office } from '#client/messages/office.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { reviewWords as words } from '#client/messages/office-review.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { DeadlineLine } from '../../deadline-line.tsx';
import { readEntries } from '../../entries.ts';
import { Explain } from '../../help/explain.tsx';
import { useOfficeKeys, useScreenKeys } from '../../help/keys.tsx';
import styles from '../../office.module.css';
import { LIST_PATH } from '../../paths.ts';
import sheets from '../../sheet.module.css';
import { useDesk } from '../../today/office-desk.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filterEntries, isFiltered, sortEntries, writeFilter } from './filter.ts';
import { ListTable } from './list-table.tsx';
import { outsideClaims, withOutside } from './outside.ts';
import { SavedViews } from './saved-views.tsx';
import { useFilter } from './use-filter.ts';

/** Kept by the caller over a visit to one submission. */
export interface ListPlace {
  search: string;
  activeId: string;
  /** Ids of the submissions as they stood in the list. */
  order: readonly string[];
}

interface ReviewListProps {
  place: ListPlace;
  onOpen: (id: string) => void;
}

const TABLES = ['rows', 'outbox'] as const;

export function ReviewList({ place, onOpen }: ReviewListProps) {
  const workspace = useWorkspace();
  const { singleKeys } = useOfficeKeys();
  const read = useLive(() => readEntries(workspace), [workspace], TABLES);
  const desk = useDesk();
  const outside = useMemo(() => outsideClaims(desk), [desk]);
  const entries = useMemo(() => read && withOutside(read, outside), [read, outside]);
  const [filter, change] = useFilter(place);
  const search = useRef<HTMLInputElement>(null);
  const { sort, reversed } = filter;
  const sorted = useMemo(() => sortEntries(entries ?? [], sort, reversed), [entries, sort, reversed]);
  const shown = useMemo(() => filterEntries(sorted, filter), [sorted, filter]);
  useEffect(() => {
    place.order = shown.map(({ id }) => id);
  }, [place, shown]);

  const keys = useMemo(
    () => [
      { keys: ['ArrowUp', 'ArrowDown'], does: office.keys.rows },
      { keys: ['Home', 'End'], does: office.keys.first },
      { keys: ['Enter'], does: office.keys.enter },
      { keys: ['/'], does: office.keys.slash, act: () => search.current?.focus() },
      {
        keys: ['Escape'],
        does: office.keys.escape,
        act: () => {
          change({ q: '' });
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        },
      },
    ],
    [change],
  );
  useScreenKeys(keys);
  const written = writeFilter(filter);

  return (
    <>
      <header className={styles.head}>
        <h1>{words.list.title}</h1>
        <DeadlineLine />
        <Explain text={words.list.explain} />
      </header>
      <main className={styles.body} id="noi-dung" tabIndex={-1}>
        <FilterBar
          filter={filter}
          change={change}
          shown={shown.length}
          all={entries?.length ?? 0}
          searchRef={search}
        />
        <SavedViews
          path={LIST_PATH}
          address={written === '' ? LIST_PATH : `${LIST_PATH}?${written}`}
          canSave={written !== ''}
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
            {office.keys.search}, <kbd>?</kbd> {officeHelp.keys.hint.all}
          </p>
        )}
      </main>
    </>
  );
}
