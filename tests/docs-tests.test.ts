/** Promises on security and privacy name the tests that keep them: each such test exists, and a renamed one is found. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/source-files.ts';

const documents = ['docs/security.md', 'docs/kill-switch.md', 'docs/asvs.csv'];
/** A file in backticks, and after it one test or several in quotation marks. */
const NAMED = /`(tests\/[\w./-]+)`((?:[\s,;]*“[^”]+”)*)/g;

const isIn = (file: string, title: string): boolean => {
  if (!existsSync(join(root, file))) return false;
  const text = readFileSync(join(root, file), 'utf8');
  return title === '' || [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text.includes(quoted));
};

function named(text: string): { file: string; title: string }[] {
  return [...text.matchAll(NAMED)].flatMap(([, file = '', titles = '']) => {
    const each = [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
    return (each.length === 0 ? [''] : each).map((title) => ({ file, title }));
  });
}
const missing = (text: string): string[] =>
  named(text).flatMap(({ file, title }) => (isIn(file, title) ? [] : [`${file} “${title}”`]));

test.each(documents)('every test that %s names is there', (path) => {
  const text = readFileSync(join(root, path), 'utf8');
  expect(named(text).length).toBeGreaterThan(2);
  expect(missing(text)).toEqual([]);
});

test('control: a test that was renamed and a file that is gone are found', () => {
  expect(
    missing(
      '`tests/docs-tests.test.ts` “control: a test that was renamed and a file that is gone are found”',
    ),
  ).toEqual([]);
  expect(missing('`tests/docs-tests.test.ts` “another name”, “a third”')).toHaveLength(2);
  expect(missing('| x | `tests/gone.test.ts` |')).toEqual(['tests/gone.test.ts “”']);
});

/** One row of the table: seven fields, quoted where they hold a comma or a quotation mark. */
function rowsOf(csv: string): string[][] {
  return csv
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        (quoted ?? plain ?? '').replaceAll('""', '"'),
      ),
    );
}

test('every section of ASVS 5.0 is answered: met with a test, or said not to be and why', () => {
  const [head, ...rows] = rowsOf(readFileSync(join(root, 'docs/asvs.csv'), 'utf8'));
  expect(head).toEqual(['section', 'title', 'asks', 'state', 'tests', 'note']);
  const chapters = new Set(rows.map(([section = '']) => section.split('.')[0]));
  expect([...chapters]).toEqual(Array.from({ length: 17 }, (_, index) => `V${index + 1}`));
  for (const row of rows) {
    const [section, , , state = '', tests = '', note = ''] = row;
    expect([section, row.length, ['met', 'partly', 'not met', 'not applicable'].includes(state)]).toEqual([
      section,
      6,
      true,
    ]);
    if (state === 'met') expect([section, tests !== '']).toEqual([section, true]);
    else expect([section, note.length > 10]).toEqual([section, true]);
  }
});
