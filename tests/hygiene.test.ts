import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedFiles, root } from './support/source-files.ts';

const BINARY = /\.(png|ico|jpg|webp|woff2)$/;
/** Absolute paths of somebody's machine, and hosts a lockfile must not send others to. */
const LOCAL = [
  /(?<![\w.#@-])\/(?:work|home|root|Users|mnt)\/[\w.-]+/,
  /(?<![\w.])\/tmp\/[\w.-]+/,
  /"resolved":\s*"https?:/,
  /registry\.[\w.-]+\.(?:org|com|net|local|internal)/,
];

const faults = (path: string, text: string): string[] =>
  LOCAL.flatMap((pattern) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${path}: ${found}`];
  });

test('no published file names a path of one machine or a package registry', () => {
  const paths = publishedFiles().filter((path) => !BINARY.test(path) && path !== 'tests/hygiene.test.ts');
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.flatMap((path) => faults(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

test.each([
  "const dir = '/home/somebody/project';",
  'see /tmp/out.log',
  '"resolved": "https://packages.example/react.tgz"',
])('a planted one is found: %s', (text) => {
  expect(faults('planted', text)).toHaveLength(1);
});
