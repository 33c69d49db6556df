/** The queue: grouped by what a thing needs, one button a row, and only the row in focus has a filled one. */
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { officeToday as words } from '#client/messages/office-today.ts';
import { stateWords } from '#client/messages/states.ts';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import { useOfficeKeys, useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import styles from './today.module.css';
import { waitGlyph, waitHref, waitWords, whoWords } from './wait-words.ts';
import { waitGroups, type Wait, type WaitGroup } from './wait.ts';

/** More of a group are shown when asked for, so that one long group does not hide the next. */
const SHOWN = 5;
/** The office's daily bread has more room: what fits above the fold of a laptop. */
const SHOWN_REVIEW = 9;

export interface QueueProps {
  waits: readonly Wait[];
  now: number;
  /** What is said on this page and has no address. */
  onOpen: (wait: Wait) => void;
  /** Nothing of the commune is here yet. */
  isEmpty: boolean;
}

export function Queue({ waits, now, onOpen, isEmpty }: QueueProps) {
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<WaitGroup>>(new Set());
  const groups = waitGroups.flatMap((group) => {
    const all = waits.filter((wait) => wait.group === group);
    const shown = opened.has(group) ? all : all.slice(0, group === 'review' ? SHOWN_REVIEW : SHOWN);
    return all.length === 0 ? [] : [{ group, all, shown }];
  });
  const ids = groups.flatMap(({ group, all, shown }) => [
    ...shown.map(({ id }) => id),
    ...(shown.length < all.length ? [`rest ${group}`] : []),
  ]);
  const activeId = ids.includes(active) ? active : (ids[0] ?? '');

  const go = (step: number): void => {
    const buttons = [...(table.current?.querySelectorAll<HTMLElement>('[data-wait]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const from = buttons.findIndex((button) => button.dataset['wait'] === activeId);
    // From elsewhere on the page the first key leads to the row that waits for it.
    const to = at === -1 ? from : Math.max(0, Math.min(buttons.length - 1, at + step));
    buttons[to]?.focus();
  };
  const step = useRef(go);
  step.current = go;
  const keys = useMemo(
    () => [
      {
        keys: ['ArrowUp', 'ArrowDown'],
        does: words.keys.rows,
        act: (key: string) => step.current(key === 'ArrowUp' ? -1 : 1),
      },
      { keys: ['Enter'], does: words.keys.enter },
    ],
    [],
  );
  useScreenKeys(keys);
  const onKey = (event: KeyboardEvent) => {
    const end = { Home: ids[0], End: ids.at(-1) }[event.key];
    if (end === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-wait="${CSS.escape(end)}"]`)?.focus();
  };
  const rowOf = (id: string) => ({
    isActive: id === activeId,
    onFocus: () => setActive(id),
    onKey,
  });

  return (
    <section aria-labelledby="cho-toi">
      <h2 id="cho-toi" className={styles.title}>
        {waits.length === 0 ? words.queueNone : fill(words.queue, { n: waits.length })}
      </h2>
      {waits.length === 0 ? (
        <EmptyState title={words.noneTitle}>{isEmpty ? words.noCampaignText : words.noneText}</EmptyState>
      ) : (
        <div className={sheets.tablewrap}>
          <table ref={table} className={styles.queue} aria-labelledby="cho-toi">
            <thead>
              <tr>
                <th scope="col">
                  <span className={frame.hidden}>{words.columns.state}</span>
                </th>
                <th scope="col">{words.columns.who}</th>
                <th scope="col">{words.columns.what}</th>
                <th scope="col" className={styles.since}>
                  {words.columns.since}
                </th>
                <th scope="col">
                  <span className={frame.hidden}>{words.columns.act}</span>
                </th>
              </tr>
            </thead>
            {groups.map(({ group, all, shown }) => (
              <tbody key={group}>
                <tr className={styles.group}>
                  <th colSpan={5} scope="rowgroup">
                    {fill(words.group, { group: words.groups[group], n: all.length })}
                  </th>
                </tr>
                {shown.map((wait) => (
                  <WaitRow key={wait.id} wait={wait} now={now} onOpen={onOpen} {...rowOf(wait.id)} />
                ))}
                {shown.length < all.length && (
                  <RestRow
                    id={`rest ${group}`}
                    count={all.length - shown.length}
                    onOpen={() => setOpened(new Set([...opened, group]))}
                    {...rowOf(`rest ${group}`)}
                  />
                )}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {waits.length > 0 && <Hint />}
    </section>
  );
}

function Hint() {
  const { singleKeys } = useOfficeKeys();
  const { hint } = officeHelp.keys;
  return (
    <p className={sheets.hint}>
      <kbd>↑</kbd> <kbd>↓</kbd> {hint.rows}, <kbd>Enter</kbd> {hint.enter}
      {singleKeys && (
        <>
          , <kbd>/</kbd> {hint.search}, <kbd>?</kbd> {hint.all}
        </>
      )}
    </p>
  );
}

interface RowState {
  isActive: boolean;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
}
interface ActProps extends RowState {
  id: string;
  href: string | null;
  label: string;
  onOpen: () => void;
  children: ReactNode;
}

function Act({ id, href, label, isActive, onFocus, onKey, onOpen, children }: ActProps) {
  const common = {
    className: cx(isActive ? controls.mainButton : controls.button, styles.act),
    'data-wait': id,
    'aria-label': label,
    tabIndex: isActive ? 0 : -1,
    onFocus,
    onKeyDown: onKey,
  };
  if (href !== null)
    return (
      <Link href={href} {...common}>
        {children}
      </Link>
    );
  return (
    <button type="button" {...common} onClick={onOpen}>
      {children}
    </button>
  );
}

function WaitRow({
  wait,
  now,
  onOpen,
  ...state
}: RowState & { wait: Wait; now: number; onOpen: (wait: Wait) => void }) {
  const who = whoWords(wait);
  const act = words.acts[wait.kind];
  const glyph = waitGlyph(wait);
  return (
    <tr className={cx(state.isActive && styles.active)}>
      <td>
        <Glyph state={glyph} />
        <span className={frame.hidden}>{glyph === 'partial' ? '' : stateWords[glyph]}</span>
      </td>
      <th scope="row" className={styles.who}>
        {who}
      </th>
      <td className={styles.what}>{waitWords(wait, now)}</td>
      <td className={styles.since}>
        {formatDate(wait.since).slice(0, 5)} {formatTime(wait.since)}
      </td>
      <td className={sheets.right}>
        <Act
          id={wait.id}
          href={waitHref(wait)}
          label={`${act}: ${who}`}
          onOpen={() => onOpen(wait)}
          {...state}
        >
          {act}
        </Act>
      </td>
    </tr>
  );
}

function RestRow({
  id,
  count,
  onOpen,
  ...state
}: RowState & { id: string; count: number; onOpen: () => void }) {
  const rest = fill(words.rest, { n: count });
  return (
    <tr className={cx(state.isActive && styles.active)}>
      <td colSpan={4} className={styles.rest}>
        {rest}
      </td>
      <td className={sheets.right}>
        <Act id={id} href={null} label={`${words.restAct}: ${rest}`} onOpen={onOpen} {...state}>
          {words.restAct}
        </Act>
      </td>
    </tr>
  );
}
