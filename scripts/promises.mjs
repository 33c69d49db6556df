// The promises printed in the README and the tests that keep them, held against each other both ways. A test says which
// promise it keeps in the line above it (`// promise: P3`); the README names every such test beside its promise.
// `--write` puts the tests' names into the README; the words of the promises are written by hand.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const PROMISES = Array.from({ length: 16 }, (_, index) => `P${index + 1}`);
const MARK =
  /^ *\/\/ promise: (P\d+(?:, P\d+)*)\n\s*(?:for [\s\S]*?\n\s*)?test(?:\.each\([^)]*\))?\(\s*(['"`])([\s\S]*?)\2/gm;
const ROW = /^\| (P\d+) \| (.*?) \| (.*?) \| (.*) \|$/gm;

/** @typedef {{ id: string, file: string, title: string }} Kept */

/** @returns {Kept[]} */
export function keptIn(text, file) {
  return [...text.matchAll(MARK)].flatMap(([, ids, , title]) =>
    ids.split(', ').map((id) => ({ id, file, title })),
  );
}

/** Tests as the README's cell names them. */
export const cellOf = (kept) =>
  kept.map(({ file, title }) => `\`${file}\` “${title.replaceAll('|', '\\|')}”`).join('<br>');

/** What is wrong between the README and the tests; empty = nothing. */
export function faultsOf(readme, kept) {
  const rows = new Map([...readme.matchAll(ROW)].map(([, id, , , tests]) => [id, tests]));
  return PROMISES.flatMap((id) => {
    const cell = rows.get(id);
    const tests = kept.filter((test) => test.id === id);
    if (cell === undefined) return [`${id}: not in the README`];
    if (tests.length === 0) return [`${id}: no test says that it keeps it`];
    return cell === cellOf(tests) ? [] : [`${id}: the README names other tests than those that keep it`];
  }).concat(
    kept.filter(({ id }) => !PROMISES.includes(id)).map(({ id, file }) => `${file}: no promise ${id}`),
  );
}

function main() {
  const tests = join(root, 'tests');
  const kept = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => keptIn(readFileSync(join(tests, name), 'utf8'), relative(root, join(tests, name))));
  const file = join(root, 'README.md');
  let readme = readFileSync(file, 'utf8');
  if (process.argv.includes('--write')) {
    readme = readme.replaceAll(ROW, (_row, id, words, limits) => {
      const cell = cellOf(kept.filter((test) => test.id === id));
      return `| ${id} | ${words} | ${limits} | ${cell} |`;
    });
    writeFileSync(file, readme);
  }
  const faults = faultsOf(readme, kept);
  for (const fault of faults) console.error(fault);
  console.log(
    `promises: ${PROMISES.length}, kept by ${kept.length} marks in the tests, ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
