import { expect, test } from 'vitest';
import { filesBelow, importsOf, isCode, type SourceFile } from './support/source-files.ts';
import { faultsOf, walls } from './support/walls.ts';

const sources = filesBelow('src').filter(isCode);
const lines = (text: string): number => text.replace(/\n$/, '').split('\n').length;
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bperformance\.now\b/;
const without = (text: string): string => text.replaceAll(/^\s*(\/\/|\/\*\*?|\*).*$/gm, '');

test('the walls are looked at from every folder of the tree', () => {
  expect(sources.length).toBeGreaterThan(100);
  const seen = new Set(sources.map(({ path }) => path.split('/')[1] ?? ''));
  expect([...seen].sort()).toEqual(['client', 'domain', 'protocol', 'server', 'sw']);
  expect(sources.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(sources.length);
  for (const folder of Object.keys(walls)) {
    expect(
      sources.some(({ path }) => path.startsWith(folder)),
      `${folder} has files`,
    ).toBe(true);
  }
});

test('every import is one that its folder may make', () => {
  expect(faultsOf(sources)).toEqual([]);
});

test.each([
  ['src/domain/score.ts', "import { sha256 } from '#protocol/hash.ts';"],
  ['src/domain/score.ts', "import type { Problem } from '../protocol/problem.ts';"],
  ['src/domain/score.ts', "import * as z from 'zod/mini';"],
  ['src/protocol/canon.ts', "import { readFileSync } from 'node:fs';"],
  ['src/client/features/hamlet/home.tsx', "import { Dexie } from 'dexie';"],
  ['src/client/features/hamlet/home.tsx', "import { List } from '../office/list.tsx';"],
  [
    'src/client/features/hamlet/home.tsx',
    "const List = lazy(() => import('#client/features/office/list.tsx'));",
  ],
  ['src/client/sync/engine.ts', "import { useState } from 'react';"],
  ['src/client/ui/button.tsx', "import {\n  openProfile,\n  type Profile,\n} from '#client/db/open.ts';"],
  ['src/client/main.tsx', "export { createApp } from '#server/app.ts';"],
  ['src/sw/sw.ts', "import { score } from '#domain/score.ts';"],
  ['src/server/app.ts', "import { sql } from 'kysely';"],
  ['src/server/app.ts', "import '#client/workspace.ts';"],
  ['src/elsewhere/file.ts', "import { readFileSync } from 'node:fs';"],
])('a forbidden import planted in %s is caught: %s', (path, text) => {
  expect(faultsOf([{ path, text }])).toHaveLength(1);
});

test('time and chance are passed in to domain and protocol', () => {
  const pure = sources.filter(({ path }) => /^src\/(domain|protocol)\//.test(path));
  expect(pure.length).toBeGreaterThan(20);
  expect(pure.filter(({ text }) => IMPURE.test(without(text))).map(({ path }) => path)).toEqual([]);
  expect(IMPURE.test(without('// the clock:\nconst at = Date.now();'))).toBe(true);
});

test('no file is longer than 250 lines', () => {
  const tooLong = (files: SourceFile[]): string[] =>
    files.filter(({ text }) => lines(text) > 250).map(({ path, text }) => `${path}: ${lines(text)}`);
  expect(tooLong([...sources, ...filesBelow('tests'), ...filesBelow('scripts')].filter(isCode))).toEqual([]);
  expect(tooLong([{ path: 'planted.ts', text: 'x\n'.repeat(251) }])).toEqual(['planted.ts: 251']);
});
