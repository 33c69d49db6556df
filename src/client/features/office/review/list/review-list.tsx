/** The list of what arrived. Everything is read from this machine; filters are in the address. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
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
import { useWhich } from '../../which-campaign.tsx';
import { usePatient } from '../../patiently.ts';
import { useDesk } from '../../today/office-desk.tsx';
import { useSignalsAround } from '../../trust/use-signals.ts';
import { Many, useSoundness } from '../many/many.tsx';
import { RunNews } from '../many/run-news.tsx';
import { useChosen } from '../many/use-chosen.ts';
import { NONE, type VerifyRunner } from '../many/use-verify-run.ts';
import { FilterBar } from './filter-bar.tsx';
import { filterEntries, isFiltered, noFilter, sortEntries, writeFilter } from './filter.ts';
import { ListTable } from './list-table.tsx';
import { SavedViews } from './saved-views.tsx';
import { StaleReview } from './stale-review.tsx';
import { trustFlagsOf, withTrust } from './trust-flags.ts';
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
  runner: VerifyRunner;
  onOpen: (id: string) => void;
}

const TABLES = ['rows', 'outbox'] as const;

export function ReviewList({ place, runner, onOpen }: ReviewListProps) {
  const workspace = useWorkspace();
  const { singleKeys } = useOfficeKeys();
  const { chosen: campaign, day } = useWhich();
  const read = usePatient(
    () => readEntries(workspace, { chosen: campaign, day }),
    [workspace, campaign, day],
    TABLES,
  );
  const desk = useDesk();
  const { signals } = useSignalsAround();
  const trust = useMemo(() => trustFlagsOf(signals), [signals]);
  const entries = useMemo(() => read && withTrust(read, trust), [read, trust]);
  const [filter, change] = useFilter(place);
  const search = useRef<HTMLInputElement>(null);
  // A key is drawn in its field at once; ten thousand rows follow it.
  const drawn = useDeferredValue(filter);
  const { sort, reversed } = drawn;
  const mayPick = workspace.profile.role === 'officer';
  const sound = useSoundness(entries, desk, mayPick && filter.picking, runner.run?.busy ?? NONE);
  const listed = sound?.entries ?? entries;
  const sorted = useMemo(() => sortEntries(listed ?? [], sort, reversed), [listed, sort, reversed]);
  const within = useMemo(() => filterEntries(sorted, { ...drawn, left: null }), [sorted, drawn]);
  const shown = useMemo(() => (drawn.left === null ? within : filterEntries(within, drawn)), [within, drawn]);
  const chosen = useChosen(shown, listed ?? []);
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
  const written = writeFilter(drawn);
  const noteActive = useCallback(
    (id: string) => {
      place.activeId = id;
    },
    [place],
  );

  return (
    <>
      <header className={styles.head}>
        <h1>{words.list.title}</h1>
        <DeadlineLine />
        <Explain text={words.list.explain} />
      </header>
      <main className={styles.body} id="noi-dung" tabIndex={-1}>
        <StaleReview />
        <FilterBar
          filter={filter}
          change={change}
          shown={shown.length}
          all={listed?.length ?? 0}
          searchRef={search}
          onPick={mayPick && !filter.picking ? () => change({ picking: true, kind: 'household' }) : null}
        />
        {entries && (
          <RunNews
            runner={runner}
            entries={entries}
            onOpen={() => change({ ...noFilter, picking: false, flag: 'notDone' })}
          />
        )}
        {sound && (
          <Many
            {...{ sound, shown, within, chosen, runner }}
            left={filter.left}
            onLeft={(left) => change({ left })}
            onEnd={() => change({ picking: false, left: null })}
          />
        )}
        <SavedViews
          path={LIST_PATH}
          address={written === '' ? LIST_PATH : `${LIST_PATH}?${written}`}
          canSave={written !== ''}
        />
        {entries === undefined && <p role="status">{office.loading}</p>}
        {entries?.length === 0 && <EmptyState title={office.emptyTitle}>{office.emptyText}</EmptyState>}
        {entries !== undefined && entries.length > 0 && shown.length === 0 && (
          <NoneShown isFiltered={isFiltered(drawn)} />
        )}
        {shown.length > 0 && (
          <ListTable
            entries={shown}
            filter={drawn}
            change={change}
            activeId={place.activeId}
            picking={sound === null ? null : chosen}
            onActive={noteActive}
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

/** Nothing matches; or nothing is this person's to score, and the switch above shows the rest. */
const NoneShown = ({ isFiltered: isNarrow }: { isFiltered: boolean }) => (
  <EmptyState title={isNarrow ? office.noMatchTitle : words.list.noneMineTitle}>
    {isNarrow ? office.noMatchText : words.list.noneMine}
  </EmptyState>
);
