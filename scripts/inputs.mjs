// What the built client is made of, as one hash: names the build, and tells whether `dist` is still the build of these
// sources. Content and not the commit, so that it is right in a changed tree and without git.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const INPUTS = [
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'public',
  'scripts',
  'src',
];
// The server runs from its sources: a change there needs no new client.
const OUTSIDE = ['src/server'];

/** @param {string} root @returns {string[]} files below the inputs, sorted, with `/` */
function inputFiles(root) {
  const files = [];
  for (const name of readdirSync(root, { withFileTypes: true })) {
    if (!INPUTS.includes(name.name)) continue;
    if (name.isFile()) files.push(name.name);
    else {
      for (const entry of readdirSync(join(root, name.name), { recursive: true, withFileTypes: true })) {
        if (entry.isFile())
          files.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
      }
    }
  }
  return files.filter((file) => !OUTSIDE.some((folder) => file.startsWith(`${folder}/`))).sort();
}

/** @param {string} root the repository @returns {string} twelve hexadecimal digits */
export function buildIdOf(root) {
  const hash = createHash('sha256');
  for (const file of inputFiles(root))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}
