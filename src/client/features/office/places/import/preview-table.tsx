/** The rows of the file with what was found in each; a doubtful one is decided here. */
import { useRef } from 'react';
import { fieldsOf, type ImportKind } from '#domain/import/kinds.ts';
import { openDecisions, type Choices, type Decision, type PlannedRow } from '#domain/import/plan.ts';
import { hasErrors } from '#domain/import/rows.ts';
import { fill } from '#client/messages/fill.ts';
import { importWords as words } from '#client/messages/office-import.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { useRowWindow } from '#client/ui/use-row-window.ts';
import controls from '../../controls.module.css';
import list from '../../list.module.css';
import sheet from '../../sheet.module.css';
import { fieldWord, findingWords } from './finding-words.ts';
import shared from '../../shared.module.css';
import styles from './import.module.css';

const ROW_GUESS = 44;

interface PreviewTableProps {
  kind: ImportKind;
  rows: readonly PlannedRow[];
  choices: Choices;
  onDecide: (row: number, decision: Decision | null) => void;
}

function outcomeOf(kind: ImportKind, row: PlannedRow, { decisions }: Choices): string {
  if (hasErrors(row)) return words.outcome.error;
  const decision = decisions[row.row] ?? (row.match === 'new' ? 'add' : 'update');
  if (decision !== 'update') return words.outcome[decision];
  return row.update.length === 0
    ? words.outcome.same
    : fill(words.outcome.update, {
        fields: row.changes.map((field) => fieldWord(kind, field).toLowerCase()).join(', '),
      });
}

function Decide({
  row,
  choices,
  onDecide,
}: Pick<PreviewTableProps, 'choices' | 'onDecide'> & { row: PlannedRow }) {
  const decided = choices.decisions[row.row];
  return (
    <select
      className={controls.select}
      aria-label={fill(words.decisionOf, { row: row.row })}
      value={decided ?? ''}
      onChange={({ target }) =>
        onDecide(row.row, openDecisions(row).find((each) => each === target.value) ?? null)
      }
    >
      <option value="">{words.undecidedOption}</option>
      {openDecisions(row).map((each) => (
        <option key={each} value={each}>
          {words.decisions[each]}
        </option>
      ))}
    </select>
  );
}

export function PreviewTable({ kind, rows, choices, onDecide }: PreviewTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { start, end, before, after } = useRowWindow(body, rows.length, ROW_GUESS);
  const fields = fieldsOf[kind].filter(({ id }) => rows.some(({ texts }) => texts[id] !== undefined));
  return (
    <div className={`${sheet.tablewrap} ${styles.scroll}`}>
      <table
        className={`${list.list} ${shared.whole} ${styles.preview}`}
        aria-label={words.tableName}
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            {fields.map(({ id }) => (
              <th key={id} scope="col">
                {fieldWord(kind, id)}
              </th>
            ))}
            <th scope="col">{words.findings}</th>
            <th scope="col">{words.decision}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {rows.slice(start, end).map((row, offset) => (
            <tr key={row.row} data-row aria-rowindex={start + offset + 2}>
              <th scope="row">{row.row}</th>
              {fields.map(({ id }) => (
                <td key={id}>{row.texts[id] ?? ''}</td>
              ))}
              <td>
                {row.findings.map((finding) => (
                  <p key={`${finding.code}${finding.cell ?? ''}`} className={styles.finding}>
                    <Glyph state={finding.severity === 'error' ? 'setAside' : 'queued'} />
                    <span>{findingWords(kind, finding)}</span>
                  </p>
                ))}
              </td>
              <td>
                {row.match === 'doubtful' && !hasErrors(row) ? (
                  <Decide row={row} choices={choices} onDecide={onDecide} />
                ) : (
                  outcomeOf(kind, row, choices)
                )}
              </td>
            </tr>
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}
