// From a fresh clone to something that runs; a no-op when all is there. Runs on any Node from 20, with no packages.
//   (nothing)   install what the lockfile says
//   --browser   and a Chromium for the browser tests
//   --postgres  and the programs of a PostgreSQL, for the tests of the store on it
//   --strace    and strace, for the tests that cut the power
//   --build     and the client, when its sources changed since it was built
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM_BROWSERS } from './browser.mjs';
import { buildIdOf } from './inputs.mjs';
import { postgresPrograms } from './postgres.mjs';
import { capture, nodeCommand, npmCommand, root, run as runShown } from './run.mjs';

const NODE_MAJOR = 24;
const wants = new Set(process.argv.slice(2));

// Standard output belongs to the command that comes after (`npm run --silent admin -- … --json`).
const say = (message) => console.error(message);
const run = (command, args, extra) => runShown(command, args, extra, ['ignore', 2, 2]);

function stop(message) {
  say(`\n${message}`);
  process.exit(1);
}

function install() {
  const stamp = join(root, 'node_modules/.bootstrap-stamp');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages (the first time takes a minute or two) …');
  const code = run(
    ...npmCommand([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]),
  );
  if (code !== 0) stop('The packages could not be installed: see the message of npm above.');
  writeFileSync(stamp, lock);
}

function checkNode() {
  const { output } = capture(nodeCommand(), ['--version']);
  if (Number(/^v(\d+)/.exec(output)?.[1] ?? 0) >= NODE_MAJOR) return;
  stop(
    `Node ${NODE_MAJOR} or newer is needed and none comes with the packages on this system; found ${output.trim()}.`,
  );
}

/** Playwright's own download, in whatever cache it uses. */
function playwrightBrowser() {
  const path = capture(nodeCommand(), [
    '-p',
    "require('playwright-core').chromium.executablePath()",
  ]).output.trim();
  return existsSync(path) ? path : undefined;
}

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function installPackages(...names) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet);
}

function ensureBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && existsSync(given)) return;
  if (SYSTEM_BROWSERS.some((path) => existsSync(path)) || playwrightBrowser() !== undefined) return;
  say('Installing Chromium for the browser tests …');
  if (canInstall()) {
    installPackages('chromium', 'fonts-noto-core');
    if (SYSTEM_BROWSERS.some((path) => existsSync(path))) return;
  }
  if (run(nodeCommand(), ['node_modules/playwright/cli.js', 'install', 'chromium']) === 0) return;
  stop('No Chromium: install one and name it in CHROMIUM_PATH.');
}

function ensurePostgres() {
  if (postgresPrograms() !== undefined) return;
  if (canInstall()) {
    say('Installing PostgreSQL for the tests of the store …');
    installPackages('postgresql-common');
    // The programs are all that is wanted: no server of the system's own is made and started.
    const settings = '/etc/postgresql-common/createcluster.conf';
    if (existsSync(settings)) appendFileSync(settings, '\ncreate_main_cluster = false\n');
    installPackages('postgresql');
    if (postgresPrograms() !== undefined) return;
  }
  stop('No PostgreSQL: install one and name the folder of its initdb in POSTGRES_BIN.');
}

function ensureStrace() {
  if (existsSync('/usr/bin/strace')) return;
  if (canInstall()) installPackages('strace');
  if (!existsSync('/usr/bin/strace')) stop('No strace: install it.');
}

function build() {
  const built = join(root, 'dist/build.json');
  if (existsSync(built) && JSON.parse(readFileSync(built, 'utf8')).buildId === buildIdOf(root)) return;
  say('Building the app …');
  const vite = capture(nodeCommand(), ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
  if (vite.code !== 0) stop(`The build failed.\n${vite.output}`);
  if (run(nodeCommand(), ['scripts/precompress.mjs', 'dist']) !== 0)
    stop('The build could not be compressed.');
}

install();
checkNode();
if (wants.has('--browser')) ensureBrowser();
if (wants.has('--postgres')) ensurePostgres();
if (wants.has('--strace')) ensureStrace();
if (wants.has('--build')) build();
