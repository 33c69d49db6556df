/** The list itself: search, filters with their counts, and the rows near view. */
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { fill } from '#client/messages/fill.ts';
import { listWords } from '#client/messages/households.ts';
import { foundEntries, householdFilters, type HouseholdEntry } from '#client/subject/household-entries.ts';
import { foundGone, type GoneHousehold } from '#client/subject/household-gone.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { useRowWindow } from '#client/ui/use-row-window.ts';
import { GoneRow, HouseholdRow } from './household-row.tsx';
import styles from './households.module.css';

const filters = [...householdFilters, 'away'] as const;
export type ListFilter = (typeof filters)[number];

/** Always there, also with nobody in them: they are what a head asks first. */
const standing: ReadonlySet<ListFilter> = new Set<ListFilter>(['all', 'notSent', 'sent']);

const ROW_GUESS = 77;

interface HouseholdListProps {
  entries: readonly HouseholdEntry[];
  gone: readonly GoneHousehold[];
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
}

type Listed = { entry: HouseholdEntry } | { gone: GoneHousehold };

const idOf = (row: Listed): string => ('entry' in row ? row.entry : row.gone).household.id;

function Rows({ rows }: { rows: readonly Listed[] }) {
  const list = useRef<HTMLUListElement>(null);
  const { start, end, before, after } = useRowWindow(list, rows.length, ROW_GUESS);
  return (
    <ul ref={list} className={styles.list} style={{ paddingTop: before, paddingBottom: after }}>
      {rows.slice(start, end).map((row, offset) => {
        const place = { at: start + offset + 1, of: rows.length };
        return 'entry' in row ? (
          <HouseholdRow key={idOf(row)} entry={row.entry} {...place} />
        ) : (
          <GoneRow key={idOf(row)} gone={row.gone} {...place} />
        );
      })}
    </ul>
  );
}

export function HouseholdList({ entries, gone, filter, onFilter }: HouseholdListProps) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim();
  const counts = useMemo(() => {
    const of = new Map<ListFilter, number>([['away', gone.length]]);
    for (const each of householdFilters) of.set(each, foundEntries(entries, '', each).length);
    return of;
  }, [entries, gone]);
  const found = useMemo(
    (): Listed[] =>
      filter === 'away'
        ? foundGone(gone, query).map((each) => ({ gone: each }))
        : foundEntries(entries, query, filter).map((entry) => ({ entry })),
    [entries, gone, query, filter],
  );
  const shown = filters.filter(
    (each) => standing.has(each) || each === filter || (counts.get(each) ?? 0) > 0,
  );
  return (
    <>
      <TextField
        label={listWords.search}
        help={listWords.searchHelp}
        type="search"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        enterKeyHint="search"
      />
      <div className={styles.filters} role="group" aria-label={listWords.filters}>
        {shown.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.chip}
            aria-pressed={each === filter}
            onClick={() => onFilter(each)}
          >
            {fill(listWords.filterCount, { label: listWords.filter[each], n: counts.get(each) ?? 0 })}
          </button>
        ))}
      </div>
      <p role="status">{fill(listWords.found, { n: found.length })}</p>
      {found.length > 0 ? (
        <Rows rows={found} />
      ) : (
        <EmptyState
          title={query === '' ? listWords.noneFilter : fill(listWords.noneTitle, { query })}
          action={
            <Button
              onClick={() => {
                setTyped('');
                onFilter('all');
              }}
            >
              {fill(listWords.showAll, { n: entries.length })}
            </Button>
          }
        >
          {query !== '' && <p>{listWords.none}</p>}
        </EmptyState>
      )}
    </>
  );
}
