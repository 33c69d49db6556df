/** A table as a file; loaded with the first one (chunk `office-sheets`). */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { Table } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

export type TableFormat = 'xlsx' | 'csv';

/** "Xếp hạng xóm" → `xep-hang-xom.xlsx`: a name every file system and Zalo keep. */
export const fileName = (name: string, format: TableFormat): string => {
  const words = searchKey(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return `${words.join('-') || 'bang'}.${format}`;
};

export async function tableFile(
  table: Table,
  name: string,
  format: TableFormat,
): Promise<{ name: string; blob: Blob }> {
  const blob = format === 'xlsx' ? await writeXlsx(table) : writeCsv(table);
  return { name: fileName(name, format), blob };
}
