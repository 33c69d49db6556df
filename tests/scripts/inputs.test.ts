import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildIdOf } from '../../scripts/inputs.mjs';

const made: string[] = [];
afterAll(() => made.forEach((root) => rmSync(root, { recursive: true })));

function aTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'thi-dua-so-inputs-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const files = {
  'index.html': '<p>',
  'src/client/main.tsx': 'a',
  'src/server/main.ts': 'b',
  'README.md': 'c',
};
const id = buildIdOf(aTree(files));

test.each([
  ['src/client/main.tsx', 'A'],
  ['index.html', '<b>'],
  ['public/robots.txt', 'x'],
  ['src/client/another.ts', ''],
])('a build is stale when %s changes', (path, text) => {
  expect(buildIdOf(aTree({ ...files, [path]: text }))).not.toBe(id);
});

test.each([
  ['src/server/main.ts', 'B'],
  ['README.md', 'C'],
  ['dist/index.html', 'x'],
])('a build is not stale when %s changes', (path, text) => {
  expect(buildIdOf(aTree({ ...files, [path]: text }))).toBe(id);
});

test('a build has the same name wherever its sources lie', () => {
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(buildIdOf(aTree(files))).toBe(id);
});
