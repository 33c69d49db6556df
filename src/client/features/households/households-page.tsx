/** The hamlet's households: found without marks, filtered by where their forms stand, one tap from proxy entry. */
import { useDeferredValue, useState } from 'react';
import { Plus } from 'lucide-react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { common } from '#client/messages/common.ts';
import { listWords } from '#client/messages/households.ts';
import {
  foundEntries,
  householdFilters,
  type HouseholdEntry,
  type HouseholdFilter,
} from '#client/subject/household-entries.ts';
import { readHouseholds } from '#client/subject/read-hamlet.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { AddHousehold } from './add-household.tsx';
import { HouseholdRow } from './household-row.tsx';
import styles from './households.module.css';

interface ListProps {
  entries: HouseholdEntry[];
  filter: HouseholdFilter;
  onFilter: (filter: HouseholdFilter) => void;
}

function List({ entries, filter, onFilter }: ListProps) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const found = foundEntries(entries, query, filter);
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
        {householdFilters.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.chip}
            aria-pressed={each === filter}
            onClick={() => onFilter(each)}
          >
            {fill(listWords.filterCount, {
              label: listWords.filter[each],
              n: foundEntries(entries, '', each).length,
            })}
          </button>
        ))}
      </div>
      <p role="status">{fill(listWords.found, { n: found.length })}</p>
      {found.length === 0 ? (
        <EmptyState
          title={
            query.trim() === '' ? listWords.noneFilter : fill(listWords.noneTitle, { query: query.trim() })
          }
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
          {query.trim() !== '' && <p>{listWords.none}</p>}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {found.map((entry) => (
            <HouseholdRow key={entry.household.id} entry={entry} />
          ))}
        </ul>
      )}
    </>
  );
}

export function HouseholdsPage() {
  const workspace = useWorkspace();
  const rows = useLive(() => readHouseholds(workspace), [workspace]);
  const [filter, setFilter] = useState<HouseholdFilter>('all');
  const [adding, setAdding] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const addButton = rows !== undefined && !adding && (
    <Button
      icon={<Plus />}
      onClick={() => {
        setSaved(null);
        setAdding(true);
      }}
    >
      {listWords.add}
    </Button>
  );
  const isEmpty = rows !== undefined && rows.entries.length === 0;
  return (
    <Page
      head={<Bar title={listWords.title}>{!isEmpty && addButton}</Bar>}
      foot={<SubjectNav current="/cac-ho" />}
    >
      {saved !== null && <p role="status">{fill(listWords.saved, { name: saved })}</p>}
      {rows === undefined && <p role="status">{common.loading}</p>}
      {rows && adding && (
        <AddHousehold
          hamletId={rows.hamletId}
          entries={rows.entries}
          onDone={(householder) => {
            setAdding(false);
            setSaved(householder);
          }}
        />
      )}
      {isEmpty && !adding && (
        <EmptyState title={listWords.emptyTitle} action={addButton}>
          <p>{listWords.empty}</p>
        </EmptyState>
      )}
      {rows && !isEmpty && <List entries={rows.entries} filter={filter} onFilter={setFilter} />}
    </Page>
  );
}
