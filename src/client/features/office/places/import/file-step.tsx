/** Which list, and the file it is in; why a file is not read and what to do about it. */
import { useState } from 'react';
import { Download } from 'lucide-react';
import { importKinds, type ImportKind } from '#domain/import/kinds.ts';
import type { ReadTable } from '#domain/import/table.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { importWords as words } from '#client/messages/office-import.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../../controls.module.css';
import styles from './import.module.css';
import type { ReadFile } from './steps.ts';
import { downloadTemplate } from './templates.ts';

type Refused = ReadTable & { kind: 'refused' };

const refusalWords = ({ fault, rows, at }: Refused): string =>
  fill(words.faults[fault], { rows: rows === undefined ? '' : formatNumber(rows), at: at ?? '' });

interface FileStepProps {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onRead: (fileName: string, file: ReadFile) => void;
}

export function FileStep({ kind, onKind, onRead }: FileStepProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isReading, setReading] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setRefused(null);
    setReading(true);
    const { readTable } = await import('../../sheets/read-table.ts');
    const table = await readTable(file).catch((): Refused => ({ kind: 'refused', fault: 'broken' }));
    setReading(false);
    if (table.kind === 'read') onRead(file.name, table);
    else setRefused(table);
  };
  return (
    <div className={styles.form}>
      <label className={styles.field}>
        <span>{words.kind}</span>
        <select
          className={controls.select}
          value={kind}
          onChange={({ target }) => onKind(importKinds.find((each) => each === target.value) ?? kind)}
        >
          {importKinds.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span>{words.file}</span>
        <input
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          disabled={isReading}
          aria-describedby="tep-nhap"
          onChange={({ target }) => {
            void read(target.files?.[0]);
            // The same file, mended meanwhile, may be chosen again.
            target.value = '';
          }}
        />
      </label>
      <p id="tep-nhap" className={styles.soft}>
        {words.fileHelp}
      </p>
      <div role="status">
        {isReading && <p>{words.reading}</p>}
        {refused !== null && (
          <Notice tone="hand" title={words.unread}>
            <p>{refusalWords(refused)}</p>
          </Notice>
        )}
      </div>
      <button
        type="button"
        className={`${controls.button} ${styles.alone}`}
        onClick={() => void downloadTemplate(kind)}
      >
        <Download aria-hidden="true" size={18} />
        {words.template}
      </button>
    </div>
  );
}
