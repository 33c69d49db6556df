/** The entries read so far: walked by ↑ ↓, opened by Enter. */
import { useRef, type KeyboardEvent } from 'react';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import type { LogEntry } from '#protocol/log.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { useRowWindow } from '#client/ui/use-row-window.ts';
import shared from '../shared.module.css';
import list from '../list.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import { resultGlyph, resultWords, roleWords, whatWords, whoWords } from './entry-words.ts';
import type { Names } from './read-names.ts';

interface AuditListProps {
  entries: readonly LogEntry[];
  names: Names;
  chosen: number | null;
  onChoose: (rev: number) => void;
}

const ROW_GUESS = 52;
const { columns } = words;

export function AuditList({ entries, names, chosen, onChoose }: AuditListProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { start, end, before, after, reveal } = useRowWindow(body, entries.length, ROW_GUESS);
  const walk = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = index + step;
    if (to < 0 || to >= entries.length) return;
    reveal(to);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-index="${to}"] button`)?.focus(),
    );
  };
  return (
    <div className={sheet.tablewrap}>
      <table
        className={`${list.list} ${shared.table} ${shared.whole}`}
        aria-label={words.tableName}
        aria-rowcount={entries.length + 1}
      >
        <thead>
          <tr>
            <th scope="col" className={shared.roomy}>
              {columns.what}
            </th>
            <th scope="col">{columns.about}</th>
            <th scope="col" className={shared.roomy}>
              {columns.who}
            </th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.result}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {entries.slice(start, end).map((entry, offset) => (
            <tr
              key={entry.rev}
              data-row
              data-index={start + offset}
              data-chosen={entry.rev === chosen || undefined}
              aria-rowindex={start + offset + 2}
              onClick={() => onChoose(entry.rev)}
            >
              <th scope="row">
                <button
                  type="button"
                  className={shared.rowButton}
                  aria-pressed={entry.rev === chosen}
                  onKeyDown={(event) => walk(event, start + offset)}
                >
                  {whatWords(entry, names)}
                </button>
              </th>
              <td data-head={columns.about}>{entry.subject?.name}</td>
              <td data-head={columns.who}>
                {whoWords(entry)}
                <span className={sheet.why}>{roleWords(entry)}</span>
              </td>
              <td data-head={columns.at}>{when(entry.receivedAt)}</td>
              <td>
                <span className={sheet.state}>
                  <Glyph state={resultGlyph(entry)} />
                  {resultWords(entry)}
                </span>
              </td>
            </tr>
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}
