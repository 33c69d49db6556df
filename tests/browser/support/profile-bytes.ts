/** What a browser's own folder holds: the bytes of every file, searched as a thief with a copy of it would. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // The browser tidied it away between the listing and the reading.
    return Buffer.alloc(0);
  }
}

/** Which of `words` lie in which files, as UTF-8 or as UTF-16. */
export function findInFolder(folder: string, words: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of filesIn(folder)) {
    const bytes = bytesOf(path);
    for (const word of words)
      if (bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le')))
        found.set(word, [...(found.get(word) ?? []), relative(folder, path)]);
  }
  return found;
}
