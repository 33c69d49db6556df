/** Rows of the list. The name's link carries focus: ↑ ↓ walk the links, Enter opens one as it opens any link. */
import { memo, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { reviewManyWords as manyWords } from '#client/messages/office-review-many.ts';
import { cx } from '#client/ui/cx.ts';
import { useRowWindow } from '#client/ui/use-row-window.ts';
import type { Entry } from '../../entries.ts';
import type { Chosen } from '../many/use-chosen.ts';
import type { Filter, SortColumn } from './filter.ts';
import { ListRow, type RowActs } from './list-row.tsx';
import styles from '../../list.module.css';
import sheets from '../../sheet.module.css';

const ROW_GUESS = 40;
/** Fewer than usual: its rows are dear, and ↑ ↓ bring the next one into sight before they walk to it. */
const SPARE = 10;

export interface ListTableProps {
  entries: readonly Entry[];
  filter: Filter;
  change(patch: Partial<Filter>): void;
  activeId: string;
  /** null: nothing is being chosen. */
  picking: Chosen | null;
  onActive(id: string): void;
  onOpen(id: string): void;
}

function SortHead({
  column,
  filter,
  change,
  className,
}: Pick<ListTableProps, 'filter' | 'change'> & { column: SortColumn; className?: string | undefined }) {
  const on = filter.sort === column;
  // Received, score and what is left start at the top, names at the front of the alphabet.
  const ascending = (column === 'name') !== filter.reversed;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={on ? (ascending ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => change({ sort: column, reversed: on && !filter.reversed })}
      >
        {office.columns[column]}
        <span aria-hidden="true">{on ? (ascending ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  );
}

/** Drawn anew for what it shows alone: a key in the search field is not yet that. */
export const ListTable = memo(function ListTable(props: ListTableProps) {
  const { entries, filter, change, activeId, picking, onActive, onOpen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRowWindow(body, entries.length, ROW_GUESS, SPARE);
  const [active, setActive] = useState(activeId);
  const found = entries.findIndex((entry) => entry.id === active);
  const activeIndex = found === -1 ? 0 : found;
  /** Row that gets focus once it is drawn. */
  const wanted = useRef<string | null>(activeId || null);

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"]`);
    if (!link) {
      const index = entries.findIndex((entry) => entry.id === wanted.current);
      if (index === -1) wanted.current = null;
      else rows.reveal(index);
      return;
    }
    wanted.current = null;
    link.focus();
  });

  const go = (index: number) => {
    const entry = entries[Math.max(0, Math.min(entries.length - 1, index))];
    if (!entry) return;
    wanted.current = entry.id;
    onActive(entry.id);
    setActive(entry.id);
    rows.reveal(index);
  };
  const onKey = (event: KeyboardEvent) => {
    const here = entries[activeIndex];
    if (picking && here && event.key === ' ') {
      event.preventDefault();
      if (here.left === null) picking.toggle(here.id);
      return;
    }
    const to = { ArrowDown: activeIndex + 1, ArrowUp: activeIndex - 1, Home: 0, End: entries.length - 1 }[
      event.key
    ];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = entries[Math.max(0, Math.min(entries.length - 1, to))];
    if (picking && event.shiftKey && here && next) {
      // From where one stands on: the first step takes that row too.
      picking.extend(here.id);
      picking.extend(next.id);
    }
    go(to);
  };
  const focus = (id: string) => {
    setActive(id);
    onActive(id);
  };
  const latest = useRef<Partial<RowActs>>({});
  useLayoutEffect(() => {
    latest.current = { focus, key: onKey, open: onOpen, ...picking };
  });
  const acts = useMemo(
    (): RowActs => ({
      focus: (id) => latest.current.focus?.(id),
      key: (event) => latest.current.key?.(event),
      open: (id) => latest.current.open?.(id),
      toggle: (id) => latest.current.toggle?.(id),
      extend: (id) => latest.current.extend?.(id),
    }),
    [],
  );

  return (
    <div className={sheets.tablewrap}>
      <table className={styles.list} aria-label={office.tableName} aria-rowcount={entries.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {picking && <th scope="col">{manyWords.column}</th>}
            <th scope="col">{office.columns.state}</th>
            <th scope="col" className={cx(styles.wide, styles.mid)}>
              {office.columns.kind}
            </th>
            <SortHead column="name" filter={filter} change={change} />
            <th scope="col" className={cx(styles.wide, styles.mid)}>
              {office.columns.hamlet}
            </th>
            <SortHead column="score" filter={filter} change={change} className={sheets.right} />
            <SortHead column="progress" filter={filter} change={change} className={styles.rest} />
            <th scope="col" className={styles.wide}>
              {reviewWords.list.look}
            </th>
            <SortHead column="received" filter={filter} change={change} />
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.before > 0 && <tr aria-hidden="true" style={{ height: rows.before }} />}
          {entries.slice(rows.start, rows.end).map((entry, offset) => (
            <ListRow
              key={entry.id}
              entry={entry}
              index={rows.start + offset}
              focusable={rows.start + offset === activeIndex}
              isChosen={picking && picking.ids.has(entry.id)}
              acts={acts}
            />
          ))}
          {rows.after > 0 && <tr aria-hidden="true" style={{ height: rows.after }} />}
        </tbody>
      </table>
    </div>
  );
});
