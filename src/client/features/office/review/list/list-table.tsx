/** Rows of the list. The name's link carries focus: ↑ ↓ walk the links, Enter opens one as it opens any link. */
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { stateWords } from '#client/messages/states.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { cx } from '#client/ui/cx.ts';
import { useRowWindow } from '#client/ui/use-row-window.ts';
import type { Entry } from '../../entries.ts';
import { submissionPath } from '../../paths.ts';
import type { Filter, SortColumn } from './filter.ts';
import styles from '../../list.module.css';
import sheets from '../../sheet.module.css';
import { when } from '../../when.ts';

const ROW_GUESS = 40;

export interface ListTableProps {
  entries: readonly Entry[];
  filter: Filter;
  change(patch: Partial<Filter>): void;
  activeId: string;
  onActive(id: string): void;
  onOpen(id: string): void;
}

function SortHead({
  column,
  filter,
  change,
  right,
}: Pick<ListTableProps, 'filter' | 'change'> & { column: SortColumn; right?: boolean }) {
  const on = filter.sort === column;
  // Received, score and what is left start at the top, names at the front of the alphabet.
  const ascending = (column === 'name') !== filter.reversed;
  return (
    <th
      scope="col"
      className={right ? sheets.right : undefined}
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

export function ListTable({ entries, filter, change, activeId, onActive, onOpen }: ListTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRowWindow(body, entries.length, ROW_GUESS);
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
    const to = { ArrowDown: activeIndex + 1, ArrowUp: activeIndex - 1, Home: 0, End: entries.length - 1 }[
      event.key
    ];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };

  return (
    <div className={sheets.tablewrap}>
      <table className={styles.list} aria-label={office.tableName} aria-rowcount={entries.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{office.columns.state}</th>
            <th scope="col" className={styles.wide}>
              {office.columns.kind}
            </th>
            <SortHead column="name" filter={filter} change={change} />
            <th scope="col" className={styles.wide}>
              {office.columns.hamlet}
            </th>
            <SortHead column="score" filter={filter} change={change} right />
            <SortHead column="progress" filter={filter} change={change} />
            <th scope="col" className={styles.wide}>
              {reviewWords.list.look}
            </th>
            <SortHead column="received" filter={filter} change={change} />
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.before > 0 && <tr aria-hidden="true" style={{ height: rows.before }} />}
          {entries.slice(rows.start, rows.end).map((entry, offset) => (
            <Row
              key={entry.id}
              entry={entry}
              index={rows.start + offset}
              focusable={rows.start + offset === activeIndex}
              onFocus={() => {
                setActive(entry.id);
                onActive(entry.id);
              }}
              onKey={onKey}
              onOpen={onOpen}
            />
          ))}
          {rows.after > 0 && <tr aria-hidden="true" style={{ height: rows.after }} />}
        </tbody>
      </table>
    </div>
  );
}

/** "5/23 mục"; families' forms count as the server scored them. */
const progressWords = ({ kind, graded, criteria }: Entry): string => {
  if (criteria === 0) return '';
  if (kind === 'household' && graded === 0) return reviewWords.list.asScored;
  return fill(reviewWords.list.scored, { done: graded, all: criteria });
};

const flagWordsOf = ({ flags }: Entry): string =>
  flags.map(({ kind, n }) => fill(reviewWords.list.flagWords[kind], { n })).join(', ');

interface RowProps {
  entry: Entry;
  index: number;
  focusable: boolean;
  onFocus(): void;
  onKey(event: KeyboardEvent): void;
  onOpen(id: string): void;
}

function Row({ entry, index, focusable, onFocus, onKey, onOpen }: RowProps) {
  const hamlet = entry.kind === 'household' ? entry.hamletName : '';
  return (
    <tr data-row aria-rowindex={index + 2} onClick={() => onOpen(entry.id)}>
      <td>
        <span className={sheets.state}>
          <Glyph state={entry.state} />
          <span>{stateWords[entry.state]}</span>
        </span>
      </td>
      <td className={styles.wide}>
        {office.kinds[entry.kind]}
        {entry.channel === 'proxy' && `, ${office.channels.proxy.toLowerCase()}`}
      </td>
      <th scope="row">
        <a
          href={submissionPath(entry.id)}
          data-id={entry.id}
          tabIndex={focusable ? 0 : -1}
          onFocus={onFocus}
          onKeyDown={onKey}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return event.stopPropagation();
            event.preventDefault();
          }}
        >
          {entry.name}
        </a>
        {entry.householdCode && <span className={cx(sheets.code, 'nowrap')}> {entry.householdCode}</span>}
        {entry.asks > 0 && <span className={sheets.note}> {officeFamily.filter}</span>}
        <span className={styles.narrowLine}>
          {[
            office.kinds[entry.kind],
            hamlet,
            office.channels[entry.channel],
            progressWords(entry),
            flagWordsOf(entry),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </th>
      <td className={styles.wide}>{hamlet}</td>
      <td className={sheets.right}>{formatPoints(entry.selfScore)}</td>
      <td className={styles.wide}>{progressWords(entry)}</td>
      <td className={cx(styles.wide, styles.look)}>{flagWordsOf(entry)}</td>
      <td>{when(entry.receivedAt)}</td>
    </tr>
  );
}
