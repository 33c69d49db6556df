/** The check of the promises finds a promise without a test, a test without its promise, and a changed name. */
import { expect, test } from 'vitest';
import { cellOf, faultsOf, keptIn } from '../../scripts/promises.mjs';

const ids = Array.from({ length: 16 }, (_, index) => `P${index + 1}`);
const source = ids.map((id) => `// promise: ${id}\ntest('keeps ${id}', () => {});\n`).join('\n');
const kept = keptIn(source, 'tests/a.test.ts');
const readme = ids
  .map((id) => `| ${id} | words | limits | ${cellOf(kept.filter((row) => row.id === id))} |`)
  .join('\n');

test('a README that names every test that keeps a promise has no fault', () => {
  expect(kept).toHaveLength(16);
  expect(faultsOf(readme, kept)).toEqual([]);
});

// promise: P16
test('control: a renamed test, a promise without a test and one without a row are found', () => {
  expect(faultsOf(readme, keptIn(source.replace('keeps P4', 'is another'), 'tests/a.test.ts'))).toEqual([
    'P4: the README names other tests than those that keep it',
  ]);
  expect(
    faultsOf(
      readme,
      kept.filter(({ id }) => id !== 'P9'),
    ),
  ).toEqual(['P9: no test says that it keeps it']);
  expect(faultsOf(readme.replace('| P2 |', '| X |'), kept)).toEqual(['P2: not in the README']);
});
