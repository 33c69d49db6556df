/** The blanks this commune prints its certificates on: make, copy, edit, take out and back. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { newBlank, NAME_MAX, type Blank } from '#domain/certificates/blank.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { blankWords as words } from '#client/messages/office-certificates.ts';
import type { StoredRow } from '#client/db/model.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { blankPath, CERTIFICATES_PATH } from './paths.ts';
import { readBlanks } from './read-certificates.ts';
import { StaleBlanks } from './stale-blanks.tsx';

const ROWS = ['rows', 'outbox'] as const;
type Row = StoredRow<'certificateBlank'>;

function BlankRow({ row, onCopy, onRemove }: { row: Row; onCopy?: () => void; onRemove?: () => void }) {
  const { name, width, height, fields } = row.value;
  const { columns } = words;
  return (
    <tr>
      <th scope="row">
        <Link href={blankPath(row.id)}>{name}</Link>
      </th>
      <td data-head={columns.size}>
        {fill(words.sizeOf, { width: formatNumber(width / 10), height: formatNumber(height / 10) })}
      </td>
      <td data-head={columns.fields}>{fill(words.fieldsOf, { n: Object.keys(fields).length })}</td>
      <td>
        <span className={shared.ways}>
          {onCopy && (
            <button type="button" className={controls.button} onClick={onCopy}>
              {words.copy}
            </button>
          )}
          {onRemove && (
            <button type="button" className={controls.chip} onClick={onRemove}>
              {words.remove}
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}

export function BlanksPage() {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const blanks = useLive(() => readBlanks(workspace), [workspace], ROWS);
  const [said, setSaid] = useState<{ words: string; taken?: Row }>({ words: '' });
  const canWrite = workspace.profile.role === 'officer';
  const put = async (write: () => Promise<void>): Promise<boolean> => {
    try {
      await write();
      return true;
    } catch {
      setSaid({ words: words.failed });
      return false;
    }
  };
  const add = async (blank: Blank): Promise<void> => {
    const isPut = await put(() => workspace.putRecord('certificateBlank', blank.id, blank, 0));
    if (isPut) navigate(blankPath(blank.id));
  };
  const copy = ({ value }: Row): Promise<void> =>
    add({
      ...value,
      id: workspace.newId(),
      name: fill(words.copyName, { name: value.name }).slice(0, NAME_MAX),
    });
  const remove = async (row: Row): Promise<void> => {
    if (await put(() => workspace.putRecord('certificateBlank', row.id, null, row.rev)))
      setSaid({ words: fill(words.removed, { name: row.value.name }), taken: row });
  };
  const bringBack = async ({ id, value, rev }: Row): Promise<void> => {
    if (await put(() => workspace.putRecord('certificateBlank', id, value, rev))) setSaid({ words: '' });
  };
  const { taken } = said;
  const make = canWrite && (
    <button
      type="button"
      className={controls.mainButton}
      onClick={() => void add(newBlank(workspace.newId(), words.newName))}
    >
      {words.make}
    </button>
  );
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        {blanks !== undefined && blanks.length > 0 && <div className={frame.headRight}>{make}</div>}
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <p>
          <Link href={CERTIFICATES_PATH}>{words.back}</Link>
        </p>
        <p role="status">
          {said.words}{' '}
          {taken !== undefined && (
            <button type="button" className={controls.textButton} onClick={() => void bringBack(taken)}>
              {words.undo}
            </button>
          )}
        </p>
        {!canWrite && <p className={shared.soft}>{words.readOnly}</p>}
        <StaleBlanks />
        {blanks?.length === 0 && (
          <EmptyState title={words.emptyTitle} action={make}>
            {words.empty}
          </EmptyState>
        )}
        {blanks !== undefined && blanks.length > 0 && (
          <div className={sheet.tablewrap}>
            <table className={shared.table} aria-label={words.title}>
              <thead>
                <tr>
                  <th scope="col">{words.columns.name}</th>
                  <th scope="col">{words.columns.size}</th>
                  <th scope="col">{words.columns.fields}</th>
                  <th scope="col">{words.columns.acts}</th>
                </tr>
              </thead>
              <tbody>
                {blanks.map((row) => (
                  <BlankRow
                    key={row.id}
                    row={row}
                    {...(canWrite && { onCopy: () => void copy(row), onRemove: () => void remove(row) })}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </main>
    </>
  );
}
