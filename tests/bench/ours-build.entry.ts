/**
 * Builds the app into a folder with other questions bundled for households: `node ours-build.entry.ts SET.json FOLDER`.
 * A process of its own, because the build of the worker writes to standard output whatever it is told.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from '../support/source-files.ts';

const [set = '', outDir = ''] = process.argv.slice(2);

const instead = (file: string, text: string): Plugin => ({
  name: 'instead',
  enforce: 'pre',
  load: (id) => (id.endsWith(file) ? text : null),
});

await build({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'error',
  plugins: [instead('/src/domain/defaults/household.json', readFileSync(set, 'utf8'))],
  build: { outDir, emptyOutDir: true },
});
