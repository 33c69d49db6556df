/** One list: searched without marks, only the rows in sight drawn, walked by ↑ ↓, opened by Enter. */
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { matcherOf } from '#domain/vietnamese/matcher.ts';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { placesWords as words } from '#client/messages/office-places.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useRowWindow } from '#client/ui/use-row-window.ts';
import filters from '../filters.module.css';
import { useScreenKeys } from '../help/keys.tsx';
import list from '../list.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import styles from './places.module.css';

export interface ListColumn<Item> {
  head: string;
  cell: (item: Item) => ReactNode;
  /** A number: stands right. */
  right?: boolean;
  /** Left out where there is little room. */
  wide?: boolean;
}

export interface ListItem {
  id: string;
  /** What a row is called; its button. */
  name: string;
  /** Its words without marks. */
  key: string;
  isEnded: boolean;
}

interface PlaceListProps<Item extends ListItem> {
  label: string;
  head: string;
  items: readonly Item[];
  columns: readonly ListColumn<Item>[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** More ways to narrow the list. */
  more?: ReactNode;
  empty?: ReactNode;
  /** On a phone each row is a small sheet: for lists of more than a name and a figure. */
  asSheets?: boolean;
}

const ROW_GUESS = 38;

export function PlaceList<Item extends ListItem>(props: PlaceListProps<Item>) {
  const { label, head, items, columns, chosen, onChoose, more, empty, asSheets = false } = props;
  const [typed, setTyped] = useState('');
  const [withEnded, setWithEnded] = useState(false);
  const query = useDeferredValue(typed);
  const found = useMemo(() => {
    const matches = matcherOf(query);
    return items.filter(({ key, isEnded }) => (withEnded || !isEnded) && matches(key));
  }, [items, query, withEnded]);
  const body = useRef<HTMLTableSectionElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { start, end, before, after, reveal } = useRowWindow(body, found.length, ROW_GUESS);
  const keys = useMemo(
    () => [
      { keys: ['/'], does: officeHelp.keys.slash, act: () => field.current?.focus() },
      { keys: ['ArrowDown', 'ArrowUp'], does: officeHelp.keys.rows },
      { keys: ['Enter'], does: officeHelp.keys.enter },
    ],
    [],
  );
  useScreenKeys(keys);

  const focusRow = (index: number): void => {
    if (index < 0 || index >= found.length) return;
    reveal(index);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus(),
    );
  };
  const walk = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    focusRow(index + step);
  };
  return (
    <section aria-label={label}>
      <div className={filters.filters}>
        <label className={filters.find}>
          <Search aria-hidden="true" size={18} strokeWidth={2.25} />
          <input
            ref={field}
            type="search"
            value={typed}
            placeholder={words.search}
            aria-label={words.search}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              focusRow(0);
            }}
          />
        </label>
        {more}
        {items.some(({ isEnded }) => isEnded) && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={withEnded}
              onChange={({ target }) => setWithEnded(target.checked)}
            />
            {words.showEnded}
          </label>
        )}
        <p className={filters.count} role="status">
          {fill(words.count, { n: found.length, all: items.length })}
        </p>
      </div>
      {found.length === 0 ? (
        (items.length === 0 && empty) || <EmptyState title={words.none} />
      ) : (
        <div className={sheet.tablewrap}>
          <table
            className={`${list.list} ${shared.whole} ${styles.list} ${asSheets ? shared.table : ''}`}
            aria-label={label}
            aria-rowcount={found.length + 1}
          >
            <thead>
              <tr>
                <th scope="col">{head}</th>
                {columns.map(({ head: name, right, wide }) => (
                  <th
                    key={name}
                    scope="col"
                    className={`${right ? sheet.right : ''} ${wide ? styles.wide : ''}`}
                  >
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
              {found.slice(start, end).map((item, offset) => (
                <tr
                  key={item.id}
                  data-row
                  data-index={start + offset}
                  aria-rowindex={start + offset + 2}
                  aria-selected={item.id === chosen}
                  className={item.isEnded ? styles.ended : undefined}
                  onClick={() => onChoose(item.id)}
                >
                  <th scope="row" className={asSheets ? shared.roomy : undefined}>
                    <button
                      type="button"
                      className={shared.rowButton}
                      aria-pressed={item.id === chosen}
                      onKeyDown={(event) => walk(event, start + offset)}
                    >
                      {item.name}
                    </button>
                    {item.isEnded && <span className={sheet.why}>{words.ended}</span>}
                  </th>
                  {columns.map(({ head: name, cell, right, wide }) => (
                    <td
                      key={name}
                      data-head={asSheets ? name : undefined}
                      className={`${right ? sheet.right : ''} ${wide ? styles.wide : ''}`}
                    >
                      {cell(item)}
                    </td>
                  ))}
                </tr>
              ))}
              {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
