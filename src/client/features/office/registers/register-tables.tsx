/** The lines of one register. */
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import { officeRegisters as words } from '#client/messages/office-registers.ts';
import type { RegisterEntry } from '#protocol/office-records.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import type { EntryKind, InspectionLine, Line, Registers } from './read-registers.ts';
import { hamletWords } from './register-table.ts';
import styles from './registers.module.css';

const shownDay = (day: string): string => formatDate(noonOf(day));

interface EntryTableProps {
  kind: EntryKind;
  lines: readonly Line<RegisterEntry>[];
  registers: Registers;
  /** Both absent for who only reads. */
  onEdit?: (line: Line<RegisterEntry>) => void;
  onEnd?: (line: Line<RegisterEntry>) => void;
}

export function EntryTable({ kind, lines, registers, onEdit, onEnd }: EntryTableProps) {
  const heads = words.columns;
  const hasPeople = kind !== 'proposal';
  return (
    <div className={sheet.tablewrap}>
      <table className={shared.table} aria-label={words.tabs[kind]}>
        <thead>
          <tr>
            <th scope="col">{heads.title}</th>
            <th scope="col">{heads.date}</th>
            <th scope="col" className={styles.wide}>
              {kind === 'proposal' ? heads.proposer : heads.organiser}
            </th>
            {hasPeople && (
              <th scope="col" className={sheet.right}>
                {heads.people}
              </th>
            )}
            <th scope="col" className={shared.roomy}>
              {heads.hamlets}
            </th>
            <th scope="col" className={styles.wide}>
              {heads.result}
            </th>
            {onEdit !== undefined && (
              <th scope="col" className={styles.acts}>
                {heads.acts}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { id, value } = line;
            return (
              <tr key={id}>
                <th scope="row">
                  <b>{value.title}</b>
                  {value.place !== '' && <span className={sheet.why}>{value.place}</span>}
                </th>
                <td className={shared.nowrap} data-head={heads.date}>
                  {shownDay(value.date)}
                </td>
                <td
                  className={styles.wide}
                  data-head={kind === 'proposal' ? heads.proposer : heads.organiser}
                >
                  {value.organiser}
                </td>
                {hasPeople && (
                  <td className={sheet.right} data-head={heads.people}>
                    {value.people === undefined ? '–' : formatNumber(value.people)}
                  </td>
                )}
                <td data-head={heads.hamlets}>{hamletWords(value.hamlets, registers)}</td>
                <td className={styles.wide} data-head={heads.result}>
                  {value.result}
                </td>
                {onEdit !== undefined && (
                  <td className={styles.acts}>
                    <span>
                      <button
                        type="button"
                        className={controls.button}
                        aria-label={`${words.edit}: ${value.title}`}
                        onClick={() => onEdit(line)}
                      >
                        {words.edit}
                      </button>
                      <button
                        type="button"
                        className={controls.button}
                        aria-label={`${words.end}: ${value.title}`}
                        onClick={() => onEnd?.(line)}
                      >
                        {words.end}
                      </button>
                    </span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function InspectionTable({ lines }: { lines: readonly InspectionLine[] }) {
  const heads = words.inspectionColumns;
  return (
    <div className={sheet.tablewrap}>
      <table className={shared.table} aria-label={words.tabs.inspection}>
        <thead>
          <tr>
            <th scope="col">{heads.subject}</th>
            <th scope="col">{heads.date}</th>
            <th scope="col">{heads.inspectors}</th>
            <th scope="col">{heads.conclusion}</th>
            <th scope="col" className={`${sheet.right} ${styles.wide}`}>
              {heads.findings}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, value, subject }) => (
            <tr key={id}>
              <th scope="row">
                <b>{subject}</b>
                <span className={sheet.why}>{words.kinds[value.subjectKind]}</span>
              </th>
              <td className={shared.nowrap} data-head={heads.date}>
                {shownDay(value.date)}
              </td>
              <td data-head={heads.inspectors}>{value.inspectors}</td>
              <td data-head={heads.conclusion}>{words.conclusions[value.conclusion]}</td>
              <td className={`${sheet.right} ${styles.wide}`} data-head={heads.findings}>
                {formatNumber(value.findings.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
