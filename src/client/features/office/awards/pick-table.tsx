/** Names in a form, each taken in or left out, with what the form asks of each. */
import type { ReactNode } from 'react';
import { fill } from '#client/messages/fill.ts';
import { awardForms as forms } from '#client/messages/office-awards-forms.ts';
import { cx } from '#client/ui/cx.ts';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';

export interface Column {
  head: string;
  isNumber?: boolean;
  cell: (entry: AwardEntry) => ReactNode;
}

interface PickTableProps {
  name: string;
  entries: readonly AwardEntry[];
  /** Absent: all of them are in it. */
  picked?: ReadonlySet<string>;
  onToggle?: (id: string) => void;
  columns: readonly Column[];
}

export function PickTable({ name, entries, picked, onToggle, columns }: PickTableProps) {
  return (
    <div className={sheets.tablewrap}>
      <table className={cx(shared.table, styles.rows)} aria-label={name}>
        <thead>
          <tr>
            {picked && (
              <th scope="col" className={styles.pick}>
                {forms.heads.include}
              </th>
            )}
            <th scope="col">{forms.heads.who}</th>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" className={cx(isNumber === true && sheets.right)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              {picked && (
                <td className={styles.pick}>
                  <label>
                    <input
                      aria-label={fill(forms.include, { name: entry.name })}
                      type="checkbox"
                      checked={picked.has(entry.id)}
                      onChange={() => onToggle?.(entry.id)}
                    />
                  </label>
                </td>
              )}
              <th scope="row">
                <b>{entry.name}</b>
                {entry.award.recipient.position !== '' && (
                  <span className={sheets.why}>{entry.award.recipient.position}</span>
                )}
              </th>
              {columns.map(({ head, isNumber, cell }) => (
                <td key={head} data-head={head} className={cx(isNumber === true && sheets.right)}>
                  {cell(entry)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A small field in a cell, named by its column and row. */
export function CellField({
  label,
  value,
  isNumber = false,
  onChange,
}: {
  label: string;
  value: string;
  isNumber?: boolean;
  onChange: (text: string) => void;
}) {
  return (
    <input
      type="text"
      aria-label={label}
      autoComplete="off"
      inputMode={isNumber ? 'numeric' : undefined}
      className={cx(isNumber && styles.number)}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
