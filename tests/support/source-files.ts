/** The tree as text, for tests that judge the sources themselves. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the repository, with `/`: `src/client/db/open.ts`. */
  path: string;
  text: string;
}

/** Every file of ours below `folder`, sorted. */
export function filesBelow(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export const isCode = ({ path }: SourceFile): boolean => /\.(ts|tsx|mjs)$/.test(path);

/** What git would publish: tracked files and new ones that are not ignored; everything readable without git. */
export function publishedFiles(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
    });
    return listed
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    return ['src', 'tests', 'scripts', 'docs', 'public'].flatMap((folder) =>
      filesBelow(folder).map(({ path }) => path),
    );
  }
}

const STATIC = /^(?:import|export)\s(?:type\s)?(?:[\w*{}\s,$]*\sfrom\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** Module specifiers of a file, as written. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(STATIC), ...text.matchAll(DYNAMIC)].map((match) => match[1] ?? '');
