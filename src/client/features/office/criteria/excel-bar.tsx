/** The draft out to Excel and back: a file is read whole, shown as differences, and taken only by a tap. */
import { useRef, useState } from 'react';
import { differencesOf } from '#domain/criteria-edit/differences.ts';
import type { DraftSet } from '#domain/criteria-edit/draft.ts';
import { downloadBlob } from '#client/form/download.ts';
import { fill } from '#client/messages/fill.ts';
import { sheetWords } from '#client/messages/office-criteria-sheet.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import office from '../office.module.css';
import type { SheetFault } from '../sheets/read-criteria-rows.ts';
import { DifferenceList } from './difference-list.tsx';
import type { SetFamily } from './read-sets.ts';
import type { DraftDesk } from './use-draft.ts';
import styles from './criteria.module.css';

const words = criteriaWords.excel;
const ERRORS_SHOWN = 200;

const faultLine = ({ sheet, row, head, code, values = {} }: SheetFault): string => {
  const at = {
    sheet: sheetWords.sheets[sheet],
    row: row ?? '',
    head: head === undefined ? '' : sheetWords.heads[head],
  };
  const where =
    row === undefined ? sheetWords.atSheet : head === undefined ? sheetWords.atRow : sheetWords.at;
  return `${fill(where, at)}${fill(sheetWords.faults[code], values)}`;
};

type Result =
  | { kind: 'none' }
  | { kind: 'busy' }
  | { kind: 'failed' }
  | { kind: 'refused'; lines: readonly string[] }
  | { kind: 'read'; draft: DraftSet };

async function read(file: File, { draft }: DraftDesk, { versions }: SetFamily): Promise<Result> {
  const [{ readTable }, { readCriteria }] = await Promise.all([
    import('../sheets/read-table.ts'),
    import('../sheets/read-criteria.ts'),
  ]);
  const table = await readTable(file);
  if (table.kind === 'refused') {
    const { fault, rows = '', at = '' } = table;
    return { kind: 'refused', lines: [fill(sheetWords.files[fault], { rows, at })] };
  }
  const result = readCriteria(table.sheets, { draft, versions });
  return result.kind === 'read'
    ? { kind: 'read', draft: result.draft }
    : { kind: 'refused', lines: result.faults.map(faultLine) };
}

export function ExcelBar({ desk, family }: { desk: DraftDesk; family: SetFamily }) {
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<Result>({ kind: 'none' });
  const { draft } = desk;
  const close = (): void => setResult({ kind: 'none' });
  const save = async (): Promise<void> => {
    try {
      const { writeCriteria } = await import('../sheets/write-criteria.ts');
      downloadBlob(
        fill(sheetWords.fileName, { id: draft.id, version: draft.version }),
        await writeCriteria(draft),
      );
    } catch {
      setResult({ kind: 'failed' });
    }
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setResult({ kind: 'busy' });
    setResult(await read(file, desk, family).catch((): Result => ({ kind: 'failed' })));
  };
  const differences = result.kind === 'read' ? differencesOf(draft, result.draft) : [];
  return (
    <>
      <button type="button" className={controls.button} onClick={() => void save()}>
        {words.out}
      </button>
      <button type="button" className={controls.button} onClick={() => input.current?.click()}>
        {words.in}
      </button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        aria-label={words.file}
        className={office.hidden}
        tabIndex={-1}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      {result.kind === 'busy' && <span role="status">{words.busy}</span>}
      <Dialog
        open={result.kind === 'failed' || result.kind === 'refused' || result.kind === 'read'}
        title={
          result.kind === 'refused'
            ? fill(words.errorsTitle, { n: result.lines.length })
            : result.kind === 'read'
              ? fill(words.readyTitle, { n: differences.length })
              : words.in
        }
        onClose={close}
      >
        {result.kind === 'failed' && <Notice tone="hand">{words.failed}</Notice>}
        {result.kind === 'refused' && (
          <>
            <p>{words.errorsText}</p>
            <ul className={styles.errors}>
              {result.lines.slice(0, ERRORS_SHOWN).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {result.lines.length > ERRORS_SHOWN && (
              <p>{fill(words.moreErrors, { n: result.lines.length - ERRORS_SHOWN })}</p>
            )}
          </>
        )}
        {result.kind === 'read' && (
          <>
            {differences.length === 0 && <p>{words.same}</p>}
            <div className={styles.errors}>
              <DifferenceList
                differences={differences.slice(0, ERRORS_SHOWN)}
                before={words.here}
                after={words.file_}
                households={undefined}
              />
            </div>
          </>
        )}
        <div className={styles.acts}>
          {result.kind === 'read' && differences.length > 0 && (
            <button
              type="button"
              className={controls.mainButton}
              onClick={() => {
                desk.change(result.draft);
                close();
              }}
            >
              {words.take}
            </button>
          )}
          <button type="button" className={controls.button} onClick={close}>
            {result.kind === 'read' && differences.length > 0 ? words.drop : words.close}
          </button>
        </div>
      </Dialog>
    </>
  );
}
