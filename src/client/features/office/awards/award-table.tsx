/** The awards as a table. The name carries focus: ↑ ↓ walk the rows, Enter opens, x chooses. */
import type { KeyboardEvent } from 'react';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { cx } from '#client/ui/cx.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { doubleWords, glyphOf, groundWords, moneyWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';

const words = awardWords.list;
const { heads } = words;

interface AwardTableProps {
  entries: readonly AwardEntry[];
  chosen: ReadonlySet<string>;
  openId: string;
  onToggle: (id: string) => void;
  onOpen: (id: string) => void;
}

const WALK: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function onWalk(event: KeyboardEvent<HTMLElement>): void {
  const walk = WALK[event.key];
  if (walk === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [
    ...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('[data-row-link]') ?? []),
  ];
  const now = rows.findIndex((row) => row === document.activeElement);
  if (now === -1) return;
  event.preventDefault();
  rows[walk(now, rows.length - 1)]?.focus();
}

export function AwardTable({ entries, chosen, openId, onToggle, onOpen }: AwardTableProps) {
  const { canWrite, byId } = useAwards();
  const nameOf = (id: string): string => byId.get(id)?.name ?? '';
  return (
    <div className={sheets.tablewrap}>
      <table className={cx(shared.table, styles.list)} aria-label={words.name}>
        <thead>
          <tr>
            {canWrite && (
              <th scope="col" className={cx(styles.pick, styles.screenOnly)}>
                <span className="spoken-only">{heads.pick}</span>
              </th>
            )}
            <th scope="col">{heads.who}</th>
            <th scope="col">{heads.kind}</th>
            <th scope="col">{heads.ground}</th>
            <th scope="col">{heads.state}</th>
            <th scope="col" className={sheets.right}>
              {heads.money}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { id, award, state, name, amount, isWaiting } = entry;
            const marks = [
              doubleWords(entry, nameOf),
              isWaiting ? words.waiting : '',
              award.upward ? words.upward : '',
            ].filter((mark) => mark !== '');
            return (
              <tr key={id} data-chosen={id === openId ? '' : undefined}>
                {canWrite && (
                  <td className={cx(styles.pick, styles.screenOnly)}>
                    <label>
                      <input
                        aria-label={fill(words.pickRow, { name })}
                        type="checkbox"
                        tabIndex={-1}
                        checked={chosen.has(id)}
                        onChange={() => onToggle(id)}
                      />
                    </label>
                  </td>
                )}
                <th scope="row">
                  <button
                    type="button"
                    className={shared.rowButton}
                    data-row-link=""
                    data-id={id}
                    onKeyDown={onWalk}
                    onClick={() => onOpen(id)}
                  >
                    {name}
                  </button>
                  {award.recipient.position !== '' && (
                    <span className={sheets.why}>{award.recipient.position}</span>
                  )}
                </th>
                <td data-head={heads.kind}>
                  {awardWords.kinds[award.recipient.kind]}
                  {award.track === 'exceptional' && `, ${awardWords.tracks.exceptional.toLowerCase()}`}
                </td>
                <td data-head={heads.ground}>{groundWords(award)}</td>
                <td data-head={heads.state}>
                  <span className={sheets.state}>
                    <Glyph state={glyphOf(state)} />
                    <span>{awardWords.states[state]}</span>
                  </span>
                  {marks.map((mark) => (
                    <span key={mark} className={styles.mark}>
                      {mark}
                    </span>
                  ))}
                </td>
                <td className={sheets.right} data-head={heads.money}>
                  {moneyWords(amount)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
