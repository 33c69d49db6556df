/** A paper handed to the person as a file; what writes text documents is fetched with the first one. */
import type { PaperDocument } from '#domain/papers/document.ts';
import { downloadBlob } from '#client/form/download.ts';

const NOT_IN_NAMES = new Set('\\/:*?"<>|\n');
const fileName = (title: string, year: number): string =>
  `${[...`${title} ${year}`]
    .filter((char) => !NOT_IN_NAMES.has(char))
    .join('')
    .trim()
    .slice(0, 100)}.docx`;

/** @returns the file's name; null where it could not be made (nothing was handed over) */
export async function takePaper(document: PaperDocument, year: number): Promise<string | null> {
  try {
    const { toDocx } = await import('./to-docx.ts');
    const blob = await toDocx(document);
    const name = fileName(document.title, year);
    downloadBlob(name, blob);
    return name;
  } catch {
    return null;
  }
}
