/** Hands a table to the person as a file; what writes spreadsheets is fetched with the first one. */
import { downloadBlob } from '#client/form/download.ts';
import type { Table } from '../sheets/table.ts';
import type { TableFormat } from '../sheets/write-table.ts';

/** @returns the file's name; null where it could not be made (nothing was handed over) */
export async function takeTable(table: Table, name: string, format: TableFormat): Promise<string | null> {
  try {
    const { tableFile } = await import('../sheets/write-table.ts');
    const file = await tableFile(table, name, format);
    downloadBlob(file.name, file.blob);
    return file.name;
  } catch {
    return null;
  }
}
