/**
 * Builds the pages of `peers/`: installs what they are made of where it is missing, bundles each with its form, adds the
 * worker that keeps it for a start without a network, compresses all as our own build is. What was built from the same
 * sources is taken as it is.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { build, type Plugin } from 'vite';
import { npmCommand } from '../../scripts/run.mjs';
import { root } from '../support/source-files.ts';
import { formIoOf, rjsfOf, surveyOf } from './form/native.ts';
import { questionsOf, type Question } from './form/questions.ts';
import { xFormOf } from './form/x-form.ts';
import { workerFor } from './peer-worker.ts';

const folder = join(root, 'tests/bench/peers');
const modules = join(folder, 'node_modules');
const enketo = join(modules, 'enketo-core');

export interface Peer {
  /** Its page in `peers/pages`. */
  page: string;
  name: string;
  /** What the page imports as `virtual:form`. */
  definition: (questions: readonly Question[], browser: Browser) => unknown;
}

export const peers: readonly Peer[] = [
  { page: 'react.tsx', name: 'React alone', definition: (questions) => questions },
  { page: 'rjsf.tsx', name: 'rjsf', definition: rjsfOf },
  { page: 'enketo.ts', name: 'Enketo core', definition: transformed },
  { page: 'form-io.ts', name: 'Form.io', definition: formIoOf },
  { page: 'survey-js.tsx', name: 'SurveyJS', definition: surveyOf },
  { page: 'odk.ts', name: 'ODK Web Forms', definition: xFormOf },
];

/** `npm ci` as the lockfile says, once. */
function install(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(modules, '.bench-stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what the forms are measured against …');
  const [command, args] = npmCommand([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(stamp, lock);
}

/** Enketo leaves these to whoever builds with it, and names its own as the ones to begin with. */
const enketoAliases = {
  'enketo/config': join(enketo, 'config.js'),
  'enketo/widgets': join(enketo, 'src/js/widgets.js'),
  'enketo/translator': join(enketo, 'src/js/fake-translator.js'),
  'enketo/dialog': join(enketo, 'src/js/fake-dialog.js'),
  'enketo/file-manager': join(enketo, 'src/js/file-manager.js'),
  'enketo/xpath-evaluator-binding': join(enketo, 'src/js/xpath-evaluator-binding.js'),
};

const ITS_MODULES = '/packages/enketo-core/node_modules/';
/** Its style sheets name packages by their place in its own repository, and are written for an older Sass. */
const enketoStyles = {
  importers: [
    {
      findFileUrl: (url: string): URL | null =>
        url.startsWith(ITS_MODULES) ? pathToFileURL(join(modules, url.slice(ITS_MODULES.length))) : null,
    },
  ],
  logger: { warn: () => undefined },
};

/** `libxslt` is what Enketo's transformer uses where there is no browser. */
const withForm = (definition: unknown): Plugin => ({
  name: 'form',
  enforce: 'pre',
  resolveId: (id) => (id === 'virtual:form' || id === 'libxslt' ? `\0${id}` : null),
  load: (id) => {
    if (id === '\0libxslt') return 'export default {};';
    return id === '\0virtual:form' ? `export default ${JSON.stringify(definition)};` : null;
  },
});

async function bundle(page: string, definition: unknown, outDir: string): Promise<void> {
  const source = join(outDir, '..', 'source');
  rmSync(join(outDir, '..'), { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  const script = JSON.stringify(join(folder, 'pages', page));
  writeFileSync(join(source, 'main.js'), `import ${script};\n`);
  writeFileSync(
    join(source, 'index.html'),
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${page}</title></head>
<body><div id="root"></div><script type="module" src="/main.js"></script></body></html>`,
  );
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    plugins: [withForm(definition)],
    resolve: { alias: enketoAliases, dedupe: ['react', 'react-dom', 'vue', 'survey-core'] },
    css: { preprocessorOptions: { scss: enketoStyles } },
    build: { outDir, modulePreload: { polyfill: false }, target: 'chrome100', reportCompressedSize: false },
  });
}

/** The XForm as Enketo's server hands it out; made in a browser, because only that one needs no native module. */
async function transformed(questions: readonly Question[], browser: Browser): Promise<unknown> {
  const outDir = join(modules, '.cache/transform/dist');
  await bundle('enketo-transform.ts', null, outDir);
  const page = await browser.newPage();
  try {
    const [script = ''] = readdirSync(join(outDir, 'assets')).filter((name) => name.startsWith('index'));
    await page.addScriptTag({ path: join(outDir, 'assets', script), type: 'module' });
    await page.waitForFunction(() => Reflect.has(globalThis, 'transformForm'));
    return await page.evaluate((xForm): unknown => {
      const transform: unknown = Reflect.get(globalThis, 'transformForm');
      return typeof transform === 'function' ? transform(xForm) : null;
    }, xFormOf(questions));
  } finally {
    await page.close();
  }
}

const sources = (): string[] =>
  [
    ...['package-lock.json', ...readdirSync(join(folder, 'pages')).map((name) => `pages/${name}`)].map(
      (name) => join(folder, name),
    ),
    ...['form/questions.ts', 'form/native.ts', 'form/x-form.ts', 'peers-build.ts', 'peer-worker.ts'].map(
      (name) => join(root, 'tests/bench', name),
    ),
  ].toSorted();

/** @returns the folder with the built page and its compressed files */
export async function buildPeer(
  { page, definition }: Peer,
  count: number,
  browser: Browser,
): Promise<string> {
  install();
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(readFileSync(file));
  const place = join(modules, '.cache', `${page}-${count}`);
  const outDir = join(place, 'dist');
  const stamp = join(place, 'stamp');
  const key = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return outDir;
  console.error(`Building ${page} with ${count} questions …`);
  await bundle(page, await definition(questionsOf(count), browser), outDir);
  writeFileSync(join(outDir, 'sw.js'), workerFor(outDir));
  execFileSync(process.execPath, [join(root, 'scripts/precompress.mjs'), relative(root, outDir)], {
    cwd: root,
  });
  writeFileSync(stamp, key);
  return outDir;
}
