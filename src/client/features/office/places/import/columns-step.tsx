/** What each column means: guessed, shown with its first rows, changed where it is wrong. */
import { useState } from 'react';
import { fieldsOf, importKinds } from '#domain/import/kinds.ts';
import { missingFields } from '#domain/import/map-columns.ts';
import { shownCell } from '#domain/import/read-cell.ts';
import { cellName } from '#domain/import/table.ts';
import { fill } from '#client/messages/fill.ts';
import { importWords as words } from '#client/messages/office-import.ts';
import { placesWords } from '#client/messages/office-places.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../../controls.module.css';
import sheetStyles from '../../sheet.module.css';
import { fieldWord } from './finding-words.ts';
import styles from './import.module.css';
import { asks, guessed, sheetOf, withHeadingRow, type Draft } from './steps.ts';

const SHOWN_ROWS = 3;
/** Headings further down than this are typed as a number. */
const HEADING_ROWS = 40;

const letterOf = (column: number): string => cellName({ row: 0, column }).replace('1', '');
const separatorWord = (separator: string): string =>
  Object.entries(words.separators).find(([sign]) => sign === separator)?.[1] ?? separator;

interface ColumnsStepProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onNext: () => void;
  onBack: () => void;
}

export function ColumnsStep({ draft, onChange, onNext, onBack }: ColumnsStepProps) {
  const [asked, setAsked] = useState(false);
  const { kind, mapping, headingRow, facts, file } = draft;
  const sheet = sheetOf(draft);
  const headings = sheet.rows[headingRow] ?? [];
  const width = Math.max(0, ...sheet.rows.slice(0, HEADING_ROWS).map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const missing = missingFields(kind, mapping);
  const wants = asks(kind, mapping);
  const needsDay = wants.day && facts.day === '';
  const sample = sheet.rows.slice(headingRow + 1, headingRow + 1 + SHOWN_ROWS);
  const setFact = (name: keyof Draft['facts'], value: string): void =>
    onChange({ ...draft, facts: { ...facts, [name]: value } });
  return (
    <div className={styles.columns}>
      <div className={styles.form}>
        <label className={styles.field}>
          <span>{words.kind}</span>
          <select
            className={controls.select}
            value={kind}
            onChange={({ target }) =>
              onChange(guessed({ ...draft, kind: importKinds.find((each) => each === target.value) ?? kind }))
            }
          >
            {importKinds.map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        {file.sheets.length > 1 && (
          <label className={styles.field}>
            <span>{words.sheet}</span>
            <select
              className={controls.select}
              value={draft.sheetIndex}
              onChange={({ target }) => onChange(guessed({ ...draft, sheetIndex: Number(target.value) }))}
            >
              {file.sheets.map(({ name, rows }, index) => (
                <option key={name} value={index}>
                  {`${name} (${rows.length})`}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={styles.field}>
          <span>{words.heading}</span>
          <select
            className={controls.select}
            value={headingRow}
            onChange={({ target }) => onChange(withHeadingRow(draft, Number(target.value)))}
          >
            {sheet.rows.slice(0, HEADING_ROWS).map((cells, index) => (
              <option key={index} value={index}>
                {`${index + 1}: ${cells
                  .map(shownCell)
                  .filter((text) => text !== '')
                  .join(' | ')
                  .slice(0, 80)}`}
              </option>
            ))}
          </select>
        </label>
        {file.text !== undefined && (
          <p className={styles.soft}>
            {fill(words.textFile, {
              encoding: file.text.encoding,
              separator: separatorWord(file.text.separator),
            })}
          </p>
        )}
        <fieldset className={styles.group}>
          <legend>{words.columns}</legend>
          {fieldsOf[kind].map(({ id, required }) => (
            <label key={id} className={styles.pair}>
              <span>
                {fieldWord(kind, id)}
                {required && ' *'}
              </span>
              <select
                className={controls.select}
                value={mapping[id] ?? ''}
                aria-invalid={required && (mapping[id] ?? null) === null ? true : undefined}
                onChange={({ target }) =>
                  onChange({
                    ...draft,
                    mapping: { ...mapping, [id]: target.value === '' ? null : Number(target.value) },
                  })
                }
              >
                <option value="">{words.noColumn}</option>
                {columns.map((column) => (
                  <option key={column} value={column}>
                    {fill(words.column, { letter: letterOf(column), heading: shownCell(headings[column]) })}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      </div>
      <div className={styles.form}>
        <h3>{words.firstRows}</h3>
        <div className={`${sheetStyles.tablewrap} ${styles.scroll}`}>
          <table>
            <thead>
              <tr>
                {fieldsOf[kind].map(({ id }) => (
                  <th key={id} scope="col">
                    {fieldWord(kind, id)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sample.map((cells, index) => (
                <tr key={index}>
                  {fieldsOf[kind].map(({ id }) => (
                    <td key={id}>{shownCell(cells[mapping[id] ?? -1])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <h3>{words.facts}</h3>
        {wants.day && (
          <label className={styles.field}>
            <span>{words.day}</span>
            <input type="date" value={facts.day} onChange={({ target }) => setFact('day', target.value)} />
          </label>
        )}
        {wants.source && (
          <label className={styles.field}>
            <span>{words.source}</span>
            <input
              type="text"
              value={facts.source}
              autoComplete="off"
              onChange={({ target }) => setFact('source', target.value)}
            />
          </label>
        )}
        {wants.former && (
          <>
            <label className={styles.field}>
              <span>{words.former}</span>
              <input
                type="text"
                value={facts.formerCommune}
                autoComplete="off"
                aria-describedby="xa-cu"
                onChange={({ target }) => setFact('formerCommune', target.value)}
              />
            </label>
            <p id="xa-cu" className={styles.soft}>
              {words.formerHelp}
            </p>
          </>
        )}
        <div role="status">
          {missing.length > 0 && (
            <Notice tone={asked ? 'hand' : 'wait'}>
              {fill(words.missing, { names: missing.map(({ id }) => fieldWord(kind, id)).join(', ') })}
            </Notice>
          )}
          {asked && needsDay && <Notice tone="hand">{placesWords.badDay}</Notice>}
        </div>
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={onBack}>
            {words.again}
          </button>
          <button
            type="button"
            className={controls.mainButton}
            onClick={() => {
              setAsked(true);
              if (missing.length === 0 && !needsDay) onNext();
            }}
          >
            {words.toPreview}
          </button>
        </div>
      </div>
    </div>
  );
}
