/** What the documents point at is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/source-files.ts';

const documents = ['README.md', ...filesBelow('docs').filter((path) => path.endsWith('.md'))];

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/** Targets of links and pictures that are files of ours. */
const targetsOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));

const missing = (path: string, text: string): string[] =>
  targetsOf(text).filter((target) => !existsSync(join(root, dirname(path), target)));

test('every link and every picture in the documents leads to a file', () => {
  expect(documents.length).toBeGreaterThan(10);
  for (const path of documents)
    expect([path, missing(path, readFileSync(join(root, path), 'utf8'))]).toEqual([path, []]);
});

test('control: a picture that is not there is found', () => {
  expect(missing('docs/huong-dan/x.md', '![Ảnh](anh/khong-co.jpg)')).toEqual(['anh/khong-co.jpg']);
});

test('each picture of the guides stands in one of them, and a journey takes it', () => {
  const guides = documents
    .filter((path) => path.startsWith('docs/huong-dan/'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join();
  const journeys = filesBelow('tests/browser')
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join();
  for (const path of filesBelow('docs/huong-dan/anh')) {
    const name = path.replace(/^.*\//, '').replace('.jpg', '');
    expect([name, guides.includes(`anh/${name}.jpg`)]).toEqual([name, true]);
    expect([name, journeys.includes(`'${name}'`)]).toEqual([name, true]);
  }
});
