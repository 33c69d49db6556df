/** An empty list of each kind, with the headings this app knows and one line that shows how. */
import type { ImportKind } from '#domain/import/kinds.ts';
import { fieldsOf } from '#domain/import/kinds.ts';
import { downloadBlob } from '#client/form/download.ts';
import { importWords } from '#client/messages/office-import.ts';
import { fieldWord } from './finding-words.ts';

const WIDTH = 28;

export async function downloadTemplate(kind: ImportKind): Promise<void> {
  const { tableFile } = await import('../../sheets/write-table.ts');
  const name = importWords.kinds[kind];
  const { name: fileName, blob } = await tableFile(
    {
      name,
      title: [],
      columns: fieldsOf[kind].map(({ id }) => ({ head: fieldWord(kind, id), width: WIDTH })),
      rows: [],
    },
    name,
    'xlsx',
  );
  downloadBlob(fileName, blob);
}
